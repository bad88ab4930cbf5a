import { parseJson } from '#contract/json.ts';
import { defaultSettings } from '#contract/settings.ts';
import { defaultConfig, readConfig } from '../config.ts';

const keys = Object.keys({ ...defaultConfig, ...defaultSettings });

/**
 * Makes of what a system's management wrote what policy.json would have said, since the registry and profiles have fewer
 * types: 0 and 1 may mean off and on, and a text may hold JSON. Keys that are not ours are left out; a registry takes no
 * notice of case. What fits its key in no way stays as it is, so that it is named where the policy is read.
 */
export function fitPolicy(found: Iterable<readonly [name: string, value: unknown]>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...found].flatMap(([name, value]) => {
      const key = keys.find((it) => it.toLowerCase() === name.toLowerCase());
      return key === undefined ? [] : [[key, bestOf(key, readings(value)) ?? value]];
    }),
  );
}

function readings(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [value, parseJson(value)];
  return value === 0 || value === 1 ? [value, value === 1] : [value];
}

/** One that fits, or a list of which some items do. */
function bestOf(key: string, all: readonly unknown[]): unknown {
  const judged = all
    .filter((value) => value !== undefined)
    .map((value) => ({ value, unusable: unusableOf(key, value) }));
  const fits = judged.find(({ unusable }) => unusable.length === 0);
  return (fits ?? judged.find(({ unusable }) => !unusable.includes(key)))?.value;
}

function unusableOf(key: string, value: unknown): readonly string[] {
  const { unusable } = readConfig(null, {}, '', { policy: JSON.stringify({ [key]: value }) });
  return unusable.flatMap(({ keys: names }) => names);
}
