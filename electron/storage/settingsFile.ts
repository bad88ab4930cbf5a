import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { isJsonObject, type JsonObject, parseJson } from '#contract/json.ts';
import type { SettingsChange } from '#contract/settings.ts';
import { settingsLists, settingsOfMembers } from '#contract/settingsShape.ts';
import { createLine } from '../line.ts';
import type { Log } from '../ports.ts';
import { backupOf, readTextFile, writeTextFile } from './textFile.ts';

/** What became of a change. `unreadable`: the file has something in it that is no settings, and was left as it is. */
export type SettingsKept = 'kept' | 'unreadable' | 'notWritten';

/** Writes changes of the user's into config.json, beside whatever else they wrote there by hand. */
export interface SettingsFile {
  /** `held` has the values before the change: where the file has another one, the user wrote it there by hand. */
  change(change: SettingsChange, held: SettingsChange): Promise<SettingsKept>;
  /** Whether a change is still on its way to the disk. */
  isSaving(): boolean;
  /** Resolves when none is. */
  saved(): Promise<void>;
}

/** Makes the writer of one settings file: read afresh each time, one change after the other, all or nothing. */
export function createSettingsFile(path: string, log: Log): SettingsFile {
  const inTurn = createLine();
  let open = 0;
  /** Where a key's last change could not be written: its value before that, so that its next change writes both. */
  let unkept: JsonObject = {};

  async function write(change: SettingsChange, held: JsonObject): Promise<SettingsKept> {
    const content = await contentOf(path, log);
    if (content === null) return 'unreadable';
    const text = `${JSON.stringify(mergeSettings(content, change, held), null, 2)}\n`;
    if (!(await writeTextFile(path, text, log))) return 'notWritten';
    await writeTextFile(backupOf(path), text, log);
    return 'kept';
  }

  async function writeAll(change: SettingsChange, held: SettingsChange): Promise<SettingsKept> {
    const before: JsonObject = { ...held, ...unkept };
    const kept = await write(change, before);
    const others = Object.entries(unkept).filter(([key]) => !(key in change));
    const still = kept === 'kept' ? [] : Object.keys(change).map((key) => [key, before[key]]);
    unkept = Object.fromEntries([...others, ...still]);
    return kept;
  }

  return {
    change(change, held) {
      open += 1;
      return inTurn(() => writeAll(change, held).finally(() => (open -= 1)));
    },
    isSaving: () => open > 0,
    saved: () => inTurn(async () => {}),
  };
}

/**
 * The file's content with a change in it. Unknown keys stay, in their order; so do items of a list that we did not hold
 * (because we could not use them, or they were added since). Of an item that we held, unknown members stay, and so does
 * the file's value of each member that the change leaves as held: by now that was written there by hand.
 */
export function mergeSettings(content: JsonObject, change: SettingsChange, held: JsonObject): JsonObject {
  const merged = Object.entries(change).map(([key, value]) => [key, mergeValue(key, value, content[key], held[key])]);
  return { ...content, ...Object.fromEntries(merged) };
}

const lists: Readonly<Record<string, (typeof settingsLists)[keyof typeof settingsLists]>> = settingsLists;
const shapes: Readonly<Record<string, z.ZodType | undefined>> = settingsOfMembers;

function mergeValue(key: string, value: unknown, before: unknown, held: unknown): unknown {
  const [list, shape] = [lists[key], shapes[key]];
  const [members, fileMembers] = [asContent(value), asContent(before)];
  if (shape !== undefined && members !== null && fileMembers !== null)
    return withHandEdits(members, fileMembers, asContent(held), shape);
  if (list === undefined || !Array.isArray(value) || !Array.isArray(before)) return value;
  const heldItems: readonly unknown[] = Array.isArray(held) ? held : [];
  const left = heldItems.map(nameOf);
  const others = before.filter((item) => {
    const parsed = list.item.safeParse(item);
    const at = parsed.success ? left.indexOf(nameOf(parsed.data)) : -1;
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...value.map((item) => mergeItem(item, before, heldItems, list.item)), ...others];
}

/** By which an item is known again: its id, or where it has none all of it. */
function nameOf(item: unknown): string {
  return JSON.stringify(asContent(item)?.['id'] ?? item);
}

function mergeItem(item: unknown, before: readonly unknown[], held: readonly unknown[], shape: z.ZodType): unknown {
  const next = asContent(item);
  const id = next?.['id'];
  const withId = (items: readonly unknown[]) => items.map(asContent).find((each) => each?.['id'] === id) ?? null;
  const same = id === undefined ? null : withId(before);
  return next === null || same === null ? item : { ...same, ...withHandEdits(next, same, withId(held), shape) };
}

/** Keeps the file's value of each member that the change leaves as it was held, unless the result makes no sense. */
function withHandEdits(next: JsonObject, file: JsonObject, held: JsonObject | null, shape: z.ZodType): JsonObject {
  const isLeft = (name: string, value: unknown) => name in file && isDeepStrictEqual(value, held?.[name]);
  const kept = Object.entries(next).map(([name, value]) => [name, isLeft(name, value) ? file[name] : value]);
  const merged: JsonObject = Object.fromEntries(kept);
  return shape.safeParse(merged).success ? merged : next;
}

async function contentOf(path: string, log: Log): Promise<JsonObject | null> {
  const read = await readTextFile(path, log);
  if (read.status === 'missing') return {};
  return read.status === 'found' ? asContent(parseJson(read.text)) : null;
}

function asContent(value: unknown): JsonObject | null {
  return isJsonObject(value) ? value : null;
}
