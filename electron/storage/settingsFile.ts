import { parseJson } from '#contract/json.ts';
import type { SettingsChange } from '#contract/settings.ts';
import { settingsLists } from '#contract/settingsShape.ts';
import type { Log } from '../ports.ts';
import { backupOf, readTextFile, writeTextFile } from './textFile.ts';

/** What became of a change. `unreadable`: the file has something in it that is no settings, and was left as it is. */
export type SettingsKept = 'kept' | 'unreadable' | 'notWritten';

/** Writes changes of the user's into config.json, beside whatever else they wrote there by hand. */
export interface SettingsFile {
  /** `held` is what held before: what else the file has by now was written there by hand. */
  change(change: SettingsChange, held: SettingsChange): Promise<SettingsKept>;
}

type Content = Readonly<Record<string, unknown>>;

/** Makes the writer of one settings file: read afresh each time, one change after the other, all or nothing. */
export function createSettingsFile(path: string, log: Log): SettingsFile {
  let end: Promise<unknown> = Promise.resolve();

  async function write(change: SettingsChange, held: SettingsChange): Promise<SettingsKept> {
    const content = await contentOf(path, log);
    if (content === null) return 'unreadable';
    const text = `${JSON.stringify(mergeSettings(content, change, held), null, 2)}\n`;
    if (!(await writeTextFile(path, text, log))) return 'notWritten';
    await writeTextFile(backupOf(path), text, log);
    return 'kept';
  }

  return {
    change(change, held) {
      const written = end.then(() => write(change, held));
      // What one of them throws reaches whoever asked for it, and nobody after them.
      end = written.catch(() => undefined);
      return written;
    },
  };
}

/**
 * The file's content with a change in it. Unknown keys stay, in their order; so do items of a list that did not hold
 * (because we could not use them, or they came since), and the unknown members of those that did.
 */
export function mergeSettings(content: Content, change: SettingsChange, held: SettingsChange): Content {
  const lists: Readonly<Record<string, (typeof settingsLists)[keyof typeof settingsLists]>> = settingsLists;
  const heldLists: Readonly<Record<string, unknown>> = held;
  const merged = Object.entries(change).map(([key, value]) => {
    const list = lists[key];
    const before = content[key];
    if (list === undefined || !Array.isArray(value) || !Array.isArray(before)) return [key, value];
    const heldBefore = heldLists[key];
    const left = Array.isArray(heldBefore) ? heldBefore.map(nameOf) : [];
    const others = before.filter((item) => {
      const parsed = list.item.safeParse(item);
      const at = parsed.success ? left.indexOf(nameOf(parsed.data)) : -1;
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    return [key, [...value.map((item) => withUnknownMembers(item, before)), ...others]];
  });
  return { ...content, ...Object.fromEntries(merged) };
}

/** By which an item is known again: its id, or where it has none all of it. */
function nameOf(item: unknown): string {
  return JSON.stringify(asContent(item)?.['id'] ?? item);
}

function withUnknownMembers(item: unknown, before: readonly unknown[]): unknown {
  const id = asContent(item)?.['id'];
  const same = before.map(asContent).find((each) => id !== undefined && each?.['id'] === id);
  return same === undefined || same === null ? item : { ...same, ...asContent(item) };
}

async function contentOf(path: string, log: Log): Promise<Content | null> {
  const read = await readTextFile(path, log);
  if (read.status === 'missing') return {};
  return read.status === 'found' ? asContent(parseJson(read.text)) : null;
}

function asContent(value: unknown): Content | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : null;
}
