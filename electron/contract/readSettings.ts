import { z } from 'zod';
import { defaultSettings, type Settings } from './settings.ts';
import { settingsChange, settingsLists } from './settingsShape.ts';

/** Settings as found somewhere, and the names of what could not be used: those keep their defaults. */
export interface SettingsRead {
  readonly settings: Settings;
  /** A key by its name, an item of a list by its place: `presets[2]` is the third, `presets[30–31]` are two too many. */
  readonly invalidKeys: readonly string[];
}

const withId = z.object({ id: z.string() });

/** Reads settings key by key and lists item by item, so that one bad value never costs the others. */
export function readSettings(content: Readonly<Record<string, unknown>>): SettingsRead {
  const invalidKeys: string[] = [];
  const found = Object.entries(settingsChange.shape).flatMap(([key, shape]) => {
    const value = content[key];
    if (value === undefined) return [];
    const list = Object.entries(settingsLists).find(([name]) => name === key)?.[1];
    const usable = Array.isArray(value) && list ? usableItems(key, value, list, invalidKeys) : value;
    if (shape.safeParse(usable).success) return [[key, usable] as const];
    invalidKeys.push(key);
    return [];
  });
  return { settings: { ...defaultSettings, ...settingsChange.parse(Object.fromEntries(found)) }, invalidKeys };
}

function usableItems(
  key: string,
  items: readonly unknown[],
  { item: shape, limit }: { readonly item: z.ZodType; readonly limit: number },
  invalidKeys: string[],
): unknown[] {
  const ids = new Set<string>();
  const usable: unknown[] = [];
  for (const [index, item] of items.entries()) {
    // What is more than can count is not even looked at, however long the list is, and has one name.
    if (usable.length === limit) {
      const last = items.length - 1;
      invalidKeys.push(`${key}[${index === last ? last : `${index}–${last}`}]`);
      break;
    }
    const parsed = shape.safeParse(item);
    const id = withId.safeParse(parsed.data).data?.id;
    if (!parsed.success || (id !== undefined && ids.has(id))) {
      invalidKeys.push(`${key}[${index}]`);
      continue;
    }
    if (id !== undefined) ids.add(id);
    usable.push(parsed.data);
  }
  return usable;
}
