import type { Log } from '../../electron/ports.ts';

/** A log that keeps what it was told, as text too, so that a test can look for what must not be there. */
export function recordLog() {
  const events: string[] = [];
  const lines: string[] = [];
  function keep(event: string, facts: unknown): void {
    events.push(event);
    lines.push(JSON.stringify([event, facts instanceof Error ? facts.stack : facts]));
  }
  return {
    events,
    text: () => lines.join('\n'),
    info: keep,
    warn: keep,
    error: keep,
  } satisfies Log & Record<string, unknown>;
}
