import type { OpenBrowser } from '../../electron/ports.ts';

/** The user's browser: remembers what it was asked to open, and lets a test's person visit it. */
export function createFakeBrowser(visit: (url: string) => Promise<unknown> = async () => undefined) {
  const opened: string[] = [];
  const visits: Promise<unknown>[] = [];
  const open = (async (url) => {
    opened.push(url);
    visits.push(visit(url));
  }) satisfies OpenBrowser;
  return { open, opened, settled: () => Promise.all(visits) };
}
