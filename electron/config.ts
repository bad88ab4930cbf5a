import { z } from 'zod';
import { isJsonObject, type JsonObject, parseJson } from '#contract/json.ts';
import type { AdministratorsPlace, Unusable } from '#contract/notice.ts';
import { readSettings } from '#contract/readSettings.ts';
import { defaultSettings, type Settings, type SettingsKey } from '#contract/settings.ts';

/** How this copy reaches Microsoft 365: from `config.json` in the data folder, overridden by the environment. */
export interface Config {
  /** The app registration; empty as long as nobody has registered this copy. */
  readonly clientId: string;
  readonly authority: string;
  readonly graphUrl: string;
  readonly graphVersion: 'beta' | 'v1.0';
}

/**
 * Where administrators write for everybody on this computer, the weakest first: the computer's own configuration, and
 * above it the policy, whose file gives way to what comes from the organisation's management.
 */
const levels = ['machine', 'policy', 'registry', 'profile'] as const satisfies readonly AdministratorsPlace[];

/** What administrators wrote, as JSON. Null or nothing where they wrote nothing. */
export type Decided = { readonly [L in AdministratorsPlace]?: string | null };

/** The configuration and the user's settings, and what of them could not be used: those keys keep their defaults. */
export interface ConfigRead {
  readonly config: Config;
  readonly settings: Settings;
  readonly unusable: readonly Unusable[];
  /** Whether the user's own file makes no sense; and of which of the administrators' places nothing does. */
  readonly isUnreadable: boolean;
  readonly unreadable: readonly AdministratorsPlace[];
  /** Settings that the organisation decides, so that the user cannot. */
  readonly managedKeys: readonly SettingsKey[];
}

export const defaultConfig: Config = {
  clientId: '',
  authority: 'https://login.microsoftonline.com/organizations',
  graphUrl: 'https://graph.microsoft.com',
  graphVersion: 'beta',
};

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

function isSafeUrl(text: string, allowsLoopbackHttp: boolean): boolean {
  const url = new URL(text);
  if (url.username !== '' || url.search !== '' || url.hash !== '') return false;
  // A token over plain http is a token given away, except to this very computer.
  return (
    url.protocol === 'https:' ||
    (allowsLoopbackHttp && url.protocol === 'http:' && loopbackHosts.includes(url.hostname))
  );
}

const schemas = {
  clientId: z.union([z.literal(''), z.guid()]),
  authority: z
    .url({ abort: true })
    .refine((text) => isSafeUrl(text, false) && new URL(text).pathname.length > 1)
    .transform((text) => text.replace(/\/$/, '')),
  graphUrl: z.url({ abort: true }).refine((text) => isSafeUrl(text, true)),
  graphVersion: z.enum(['beta', 'v1.0']),
} satisfies Record<keyof Config, z.ZodType>;

const configKeys = Object.keys(defaultConfig) as (keyof Config)[];
const settingsKeys = Object.keys(defaultSettings) as SettingsKey[];

const environmentKeys = {
  PRESENTLY_CLIENT_ID: 'clientId',
  PRESENTLY_AUTHORITY: 'authority',
  PRESENTLY_GRAPH_URL: 'graphUrl',
} as const satisfies Record<string, keyof Config>;

/**
 * Reads the configuration key by key, so that one bad value never costs the others.
 *
 * Shape: `text` is the content of config.json, null when there is none; unknown keys are left alone. Where it makes no
 * sense, the `backup` of what was last saved stands in. What administrators wrote wins over the environment, and that over
 * the user's file; a bad value in one of them leaves the word to the next. What cannot be used is named as it is where it
 * stands, in the environment by the variable.
 */
export function readConfig(
  text: string | null,
  environment: Readonly<Record<string, string | undefined>>,
  backup = '',
  above: Decided = {},
): ConfigRead {
  const own = contentOf(text);
  const file = own ?? contentOf(backup);
  const found: Record<string, unknown> = {};
  /** Takes what can be used, and names what cannot. */
  function take(entries: Iterable<readonly [name: string, key: keyof Config, value: unknown]>): string[] {
    return [...entries].flatMap(([name, key, value]) => {
      if (value === undefined) return [];
      const read = schemas[key].safeParse(value);
      if (!read.success) return [name];
      found[key] = read.data;
      return [];
    });
  }
  const takeKeys = (content: JsonObject | null) => take(configKeys.map((key) => [key, key, content?.[key]]));
  const { settings, invalidKeys } = readSettings(file ?? {});
  const unusableKeys = [...takeKeys(file), ...invalidKeys];
  const variables = Object.entries(environmentKeys);
  const inEnvironment = take(variables.map(([name, key]) => [name, key, environment[name] || undefined]));
  const unusableAbove: Unusable[] = [{ place: 'environment', keys: inEnvironment }];
  const managed = new Map<SettingsKey, unknown>();
  const contents = levels.map((place) => ({ place, content: contentOf(above[place] ?? null) }));
  for (const { place, content } of contents) {
    const read = readSettings(content ?? {});
    unusableAbove.push({ place, keys: [...takeKeys(content), ...read.invalidKeys] });
    for (const key of settingsKeys) {
      if (content?.[key] !== undefined && !read.invalidKeys.includes(key)) managed.set(key, read.settings[key]);
    }
  }
  // Of the user's keys that cannot be used, none of these has its default. An item of a list has its list's key.
  const decided = new Set<string>([...Object.keys(found), ...managed.keys()]);
  const isOverruled = (name: string) => decided.has(name.replace(/\[[\d–]+\]$/, ''));
  const unusable: readonly Unusable[] = [
    { place: 'user', keys: unusableKeys.filter((name) => !isOverruled(name)) },
    { place: 'overruled', keys: unusableKeys.filter(isOverruled) },
    ...unusableAbove,
  ];
  return {
    config: { ...defaultConfig, ...found },
    settings: { ...settings, ...Object.fromEntries(managed) },
    unusable: unusable.filter(({ keys }) => keys.length > 0),
    isUnreadable: own === null,
    unreadable: contents.flatMap(({ place, content }) => (content === null ? [place] : [])),
    managedKeys: settingsKeys.filter((key) => managed.has(key)),
  };
}

/** Whether a Graph URL leads to this very computer, so that no network is needed for it. */
export function isLoopback(url: string): boolean {
  return loopbackHosts.includes(new URL(url).hostname);
}

/** A first config.json for the user to edit: every key with its default. */
export function configTemplate(): string {
  return `${JSON.stringify({ ...defaultConfig, ...defaultSettings }, null, 2)}\n`;
}

/** Nothing where there is no text, null where it makes no sense. */
function contentOf(text: string | null): JsonObject | null {
  if (text === null) return {};
  const value = parseJson(text);
  return isJsonObject(value) ? value : null;
}
