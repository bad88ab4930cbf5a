import { findPreset } from '#contract/preset.ts';
import { defaultStartupRule, defaultWorkingHours, quietAutomation } from '#contract/rules.ts';
import { defaultSettings } from '#contract/settings.ts';
import { type SettingsPage, settingsPages } from '#contract/settingsPage.ts';
import type { AppState } from '#contract/state.ts';
import type { Updates } from '#contract/updates.ts';
import { mailbox, tokyo, withOutOfOffice } from './outOfOfficeStates.ts';
import { busy, chosenAt, doNotDisturb, home, minutesLater, seen } from './stateParts.ts';

const about = { ...home.about, version: '1.2.3', platform: 'linux', program: '/opt/Presently/presently' };
const open: AppState = { ...home, about };
const shortcuts = [
  { action: 'open', keys: 'Ctrl+Alt+P' },
  { action: 'preset:focus', keys: 'Ctrl+Alt+F' },
];

const lunch = findPreset(defaultSettings.presets, 'lunch');
const nameless = lunch === undefined ? null : { ...lunch, name: '' };

const own: Updates = { by: 'itself', step: { status: 'idle' }, checkedAt: null };
const updating: AppState = { ...open, settingsPage: 'about' };

/** Every look of the settings window, each as the whole state behind it. */
export const settingsStates = {
  ...(Object.fromEntries(settingsPages.map((settingsPage) => [settingsPage, { ...open, settingsPage }])) as Record<
    SettingsPage,
    AppState
  >),
  managed: {
    ...open,
    managedKeys: ['presets', 'shortcuts', 'route', 'onQuit', 'stopVisibleOnLock', 'notifyEnding'],
  },
  managedPresets: { ...open, managedKeys: ['presets'], settingsPage: 'presets' },
  presetEdited: { ...open, presetDraft: nameless, settingsPage: 'presets' },
  noPresets: { ...open, settings: { ...defaultSettings, presets: [] }, settingsPage: 'presets' },
  keysRefused: {
    ...open,
    settings: { ...defaultSettings, shortcuts },
    about: { ...about, refusedShortcuts: ['open'] },
    settingsPage: 'shortcuts',
  },
  keysByDesktop: { ...open, about: { ...about, hasShortcuts: false }, settingsPage: 'shortcuts' },
  ruled: {
    ...open,
    settingsPage: 'rules',
    settings: {
      ...defaultSettings,
      lockRule: { availability: 'Away' },
      idleRule: { preset: 'gone' },
      workingHours: { ...defaultWorkingHours, days: [1, 2, 3, 4, 5], outside: { preset: 'done-for-today' } },
    },
    automation: { ...quietAutomation, last: { rule: 'lock', at: minutesLater(-3), skipped: 'meeting' } },
  },
  rulesPaused: {
    ...open,
    settingsPage: 'rules',
    automation: { ...quietAutomation, pausedUntil: minutesLater(30), canTellIdle: false },
  },
  hoursNotAllowed: withOutOfOffice({ access: 'notAllowed' }, { ...open, settingsPage: 'rules' }),
  outlookHours: withOutOfOffice(
    {
      access: 'ready',
      mailbox: { ...mailbox(), workingHours: { days: [1, 2], from: '08:30', to: '16:45', timeZone: tokyo } },
    },
    { ...open, settingsPage: 'rules' },
  ),
  startupRule: {
    ...open,
    settingsPage: 'startup',
    openAtLogin: 'disabledByUser',
    settings: { ...defaultSettings, startupRule: { ...defaultStartupRule, when: 'login', from: '07:00', to: '11:00' } },
    chosen: { ...chosenAt(-2, busy), rule: 'startup' },
    undo: { kind: 'automatic' },
    automation: { ...quietAutomation, last: { rule: 'startup', at: minutesLater(-2), skipped: null } },
  },
  updateReady: { ...updating, updates: { ...own, step: { status: 'ready', version: '1.3.0' } } },
  updateManaged: { ...updating, managedKeys: ['keepUpToDate'], updates: { ...own, checkedAt: minutesLater(-5) } },
  updateRefused: { ...updating, updates: { ...own, step: { status: 'failed', problem: 'refused' } } },
  updatedByPackages: { ...updating, updates: { ...own, by: 'packageManager' } },
  signedOutSettings: { ...open, session: { status: 'signedOut', account: null, problem: null } },
  settingsNotSaved: { ...open, notices: [{ kind: 'settingsNotSaved' }] },
} as const satisfies Record<string, AppState>;

const ending = { at: minutesLater(95), sequel: 'automatic' } as const;

/** The looks of the popup with a preset. */
export const presetStates = {
  presetStands: {
    ...home,
    presence: seen(doNotDisturb),
    chosen: { ...chosenAt(-25, doNotDisturb, ending), presetId: 'focus' },
    previous: { presetId: 'focus', wish: { kind: 'automatic' } },
  },
  presetPartly: {
    ...home,
    notices: [{ kind: 'presetPartly', name: 'Workshop', parts: ['statusMessage', 'workLocation'] }],
  },
} as const satisfies Record<string, AppState>;
