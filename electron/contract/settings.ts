import { type Preset, starterPresets } from './preset.ts';
import type { RouteSetting } from './route.ts';
import { defaultStartupRule, defaultWorkingHours, type Rules } from './rules.ts';
import type { LanguageSetting } from './speech.ts';

/** What becomes of a choice with an end when the program is to quit. */
export const quitSettings = ['leave', 'endNow', 'keepRunning'] as const;
export type QuitSetting = (typeof quitSettings)[number];

/** Keys that do something wherever the focus is. Shape: `keys` as Electron's accelerators, `action` an id of the table. */
export interface Shortcut {
  readonly action: string;
  readonly keys: string;
}

/**
 * What the user decides about the app. Lives in `config.json`, beside what connects this copy to Microsoft 365.
 *
 * A key is added here with its default, and with its schema in settingsShape.ts; reading, writing and sending follow.
 */
export interface Settings extends Rules {
  readonly language: LanguageSetting;
  readonly presets: readonly Preset[];
  readonly shortcuts: readonly Shortcut[];
  /** Whether a letter, a digit or a sign that is pressed alone does something in the popup. */
  readonly singleKeys: boolean;
  /** Which ways of writing a presence may be used. */
  readonly route: RouteSetting;
  readonly onQuit: QuitSetting;
  /** Whether keeping visible stops when the screen is locked. */
  readonly stopVisibleOnLock: boolean;
  /** Whether the popup's memory is given back while it is closed, so that it opens a moment later. */
  readonly freeMemory: boolean;
  /** Nobody has touched anything for so long. */
  readonly idleMinutes: number;
  /** Whether this copy looks for newer versions of itself. */
  readonly keepUpToDate: boolean;
  readonly notifyEnding: boolean;
  readonly notifyElsewhere: boolean;
  readonly notifyFailed: boolean;
  readonly notifySignIn: boolean;
  readonly notifyAbsence: boolean;
}

export const defaultSettings: Settings = {
  language: 'system',
  presets: starterPresets,
  shortcuts: [],
  singleKeys: true,
  route: 'automatic',
  onQuit: 'leave',
  stopVisibleOnLock: false,
  freeMemory: false,
  startupRule: defaultStartupRule,
  lockRule: 'keep',
  unlockRule: 'restore',
  idleRule: 'keep',
  idleMinutes: 10,
  sleepRule: 'keep',
  wakeRule: 'restore',
  quitRule: 'keep',
  workingHours: defaultWorkingHours,
  keepUpToDate: true,
  notifyEnding: true,
  notifyElsewhere: true,
  notifyFailed: true,
  notifySignIn: true,
  notifyAbsence: true,
};

export type SettingsKey = keyof Settings;
/** Some keys with their new values. */
export type SettingsChange = { readonly [K in SettingsKey]?: Settings[K] };
