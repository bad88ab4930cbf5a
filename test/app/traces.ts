import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LaunchedApp } from '../../build/launch.mjs';

type App = LaunchedApp['app'];

/** Writes down everything that the app tells its pages from now on; what comes back gives it as text. */
export async function overhearPages(app: App): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ webContents }) => {
    const told: string[] = [];
    for (const contents of webContents.getAllWebContents()) {
      const send = contents.send.bind(contents);
      contents.send = (...message) => {
        told.push(JSON.stringify(message));
        send(...message);
      };
    }
    Reflect.set(globalThis, 'toldToPages', told);
  });
  return () => app.evaluate((): string[] => Reflect.get(globalThis, 'toldToPages'));
}

/** All that a page's JavaScript holds, as its debugger writes it down: each string up to its first thousand characters. */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** What the system tells anybody of the same user about the app's processes: arguments and environment. */
export async function processesOf(app: App): Promise<readonly string[]> {
  const pids = await app.evaluate((electron) => electron.app.getAppMetrics().map(({ pid }) => pid));
  return pids.flatMap((pid) => ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'latin1')));
}

/** Every file below a folder, by its path in it. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]));
}

/** Those of the words of which a whole, its begin or its end stands in one of the texts. */
export function foundIn(texts: Iterable<string>, words: Iterable<string>): readonly string[] {
  const all = [...texts];
  const parts = (word: string) => [word, word.slice(0, 40), word.slice(-40)];
  return [...words].filter((word) => parts(word).some((part) => all.some((text) => text.includes(part))));
}
