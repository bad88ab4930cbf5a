import { z } from 'zod';
import { parseJson } from '#contract/json.ts';
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
 * above it the policy, whose file gives way to what comes from the organisation's management. Beside it what is named
 * when none of it makes sense.
 */
const levels = {
  machine: 'config.json',
  policy: 'policy.json',
  registry: 'HKLM\\Software\\Policies\\Presently',
  profile: 'io.github.presently.Presently',
} as const;
type Level = keyof typeof levels;

/** What administrators wrote, as JSON. Null or nothing where they wrote nothing. */
export type Decided = { readonly [L in Level]?: string | null };

/** The configuration and the user's settings, and what of them could not be used: those keys keep their defaults. */
export interface ConfigRead {
  readonly config: Config;
  readonly settings: Settings;
  readonly invalidKeys: readonly string[];
  readonly isUnreadable: boolean;
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
  authority: z.url({ abort: true }).refine((text) => isSafeUrl(text, false) && new URL(text).pathname.length > 1),
  graphUrl: z.url({ abort: true }).refine((text) => isSafeUrl(text, true)),
  graphVersion: z.enum(['beta', 'v1.0']),
} satisfies Record<keyof Config, z.ZodType>;

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
 * the user's file; a bad value in one of them leaves the word to the next. Invalid keys are named as the user wrote them,
 * the environment's by the variable, the administrators' by where they stand.
 */
export function readConfig(
  text: string | null,
  environment: Readonly<Record<string, string | undefined>>,
  backup = '',
  above: Decided = {},
): ConfigRead {
  const own = text === null ? {} : jsonObject(text);
  const file = own ?? jsonObject(backup);
  const found: Record<string, unknown> = {};
  const invalidKeys: string[] = [];
  function take(key: keyof Config, value: unknown, name: string): void {
    if (value === undefined) return;
    if (schemas[key].safeParse(value).success) found[key] = value;
    else invalidKeys.push(name);
  }
  for (const key of Object.keys(defaultConfig) as (keyof Config)[]) take(key, file?.[key], key);
  for (const [name, key] of Object.entries(environmentKeys)) take(key, environment[name] || undefined, name);
  const { settings, invalidKeys: invalidSettings } = readSettings(file ?? {});
  invalidKeys.push(...invalidSettings);
  const managed = new Map<SettingsKey, unknown>();
  for (const level of Object.keys(levels) as Level[]) {
    const content = above[level] ?? null;
    const decided = content === null ? {} : jsonObject(content);
    if (decided === null) invalidKeys.push(`${levels[level]} (${level})`);
    for (const key of Object.keys(defaultConfig) as (keyof Config)[]) take(key, decided?.[key], `${key} (${level})`);
    const read = readSettings(decided ?? {});
    invalidKeys.push(...read.invalidKeys.map((key) => `${key} (${level})`));
    for (const key of settingsKeys) {
      if (decided?.[key] !== undefined && !read.invalidKeys.includes(key)) managed.set(key, read.settings[key]);
    }
  }
  return {
    config: { ...defaultConfig, ...found },
    settings: { ...settings, ...Object.fromEntries(managed) },
    invalidKeys,
    isUnreadable: own === null,
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

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  const value = parseJson(text);
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.fromEntries(Object.entries(value)) : null;
}
