import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultStartupRule, defaultWorkingHours, type StartupRule, type WorkingHours } from '#contract/rules.ts';
import { defaultSettings, type Settings, type SettingsChange, type SettingsKey } from '#contract/settings.ts';
import type { SettingsPage } from '#contract/settingsPage.ts';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);

/** What the rows below begin with: each of them is a change, and the startup rule has its conditions on the page. */
const settings: Settings = {
  ...defaultSettings,
  startupRule: { ...defaultStartupRule, when: 'login' },
  unlockRule: 'keep',
  wakeRule: 'keep',
};
const startup = (part: Partial<StartupRule>) => ({ startupRule: { ...settings.startupRule, ...part } });
const hours = (part: Partial<WorkingHours>) => ({ workingHours: { ...defaultWorkingHours, ...part } });
/** A switch takes no input: it is turned. */
const turned = '';
const away = { availability: 'Away' } as const;

/** Every control that writes a setting, by its label; what is chosen, typed or pressed there; and what is written. */
const controls: readonly (readonly [page: SettingsPage, label: string, input: string, change: SettingsChange])[] = [
  ['general', 'Language', 'Deutsch', { language: 'de' }],
  ['general', 'Five minutes before a choice ends', turned, { notifyEnding: false }],
  ['general', 'When my presence was changed elsewhere', turned, { notifyElsewhere: false }],
  ['general', 'When a change could not be applied', turned, { notifyFailed: false }],
  ['general', 'When I have to sign in again', turned, { notifySignIn: false }],
  ['general', 'Before an absence begins or ends, and on return', turned, { notifyAbsence: false }],
  ['general', 'Stop when I lock the screen', turned, { stopVisibleOnLock: true }],
  ['general', 'Free memory while closed', turned, { freeMemory: true }],
  ['general', 'A choice that still runs when I quit', 'Wait until it ends', { onQuit: 'keepRunning' }],
  ['account', 'How presence is sent', 'Separate actions only', { route: 'actionsOnly' }],
  ['startup', 'Set a status when I start', 'At every start', startup({ when: 'everyStart' })],
  ['startup', 'Status or preset', 'Appear away', startup({ deed: away })],
  ['startup', 'On these days', 'Sat', startup({ weekdays: [1, 2, 3, 4, 5, 6] })],
  ['startup', 'Not before', '07:00', startup({ from: '07:00' })],
  ['startup', 'Not after', '11:00', startup({ to: '11:00' })],
  ['startup', 'Seconds to wait first', '600', startup({ delaySeconds: 600 })],
  ['startup', 'Not while I’m out of office', turned, startup({ notWhileOutOfOffice: false })],
  ['startup', 'Not over a busier status set in another app', turned, startup({ notOverStronger: false })],
  ['rules', 'When the screen is locked', 'Appear away', { lockRule: away }],
  ['rules', 'When it is unlocked', 'What was before', { unlockRule: 'restore' }],
  ['rules', 'When nobody is there', 'Appear away', { idleRule: away }],
  ['rules', 'Minutes without input', '240', { idleMinutes: 240 }],
  ['rules', 'Before the computer sleeps', 'Appear away', { sleepRule: away }],
  ['rules', 'When it wakes', 'What was before', { wakeRule: 'restore' }],
  ['rules', 'When Presently quits', 'Preset: Done for today', { quitRule: { preset: 'done-for-today' } }],
  ['rules', 'Days', 'Fri', hours({ days: [5] })],
  ['rules', 'From', '08:00', hours({ from: '08:00' })],
  ['rules', 'To', '18:30', hours({ to: '18:30' })],
  ['rules', 'When they begin', 'Preset: Focus 2 h', hours({ inside: { preset: 'focus' } })],
  ['rules', 'When they end', 'What was before', hours({ outside: 'restore' })],
  ['shortcuts', 'Single keys', turned, { singleKeys: false }],
  ['about', 'Keep Presently up to date', turned, { keepUpToDate: false }],
];

const allKeys = Object.keys(settings) as SettingsKey[];
const keysOf = (change: SettingsChange) => Object.keys(change) as SettingsKey[];

/** The control with a label; of days, the one that is pressed. */
function controlOf(label: string, input: string): HTMLElement {
  const control = screen.getByLabelText(label);
  return control.matches('fieldset') ? within(control).getByText(input) : control;
}

/** Does with a control what a person does with one of its kind. */
function enter(control: HTMLElement, input: string): void {
  if (control.matches('[role=combobox]')) {
    click(control);
    // By its text: to look for roles in a whole page takes longer than all the rest.
    click(screen.getByText(input, { selector: '[role=option]' }));
  } else if (control.matches('input[type=time], input[type=number]')) {
    act(() => control.focus());
    fireEvent.change(control, { target: { value: input } });
    act(() => control.blur());
  } else click(control);
}

describe('[C4] [A4] a setting is written by its own control, which its own policy locks', () => {
  it.each(controls)('%s: %s', (page, label, input, change) => {
    const { updates } = settingsStates.updateReady;
    const managed = (managedKeys: readonly SettingsKey[]): AppState => ({
      ...settingsStates[page],
      ...{ settings, updates, managedKeys },
    });
    // The policy on all others is none of its business.
    const window = openSettings(managed(allKeys.filter((key) => !keysOf(change).includes(key))));
    const isLocked = () => controlOf(label, input).matches(':disabled');
    const wasLocked = isLocked();
    enter(controlOf(label, input), input);
    window.tell(managed(keysOf(change)));
    expect([window.sent(), wasLocked, isLocked()]).toEqual([[['changeSettings', change]], false, true]);
  });

  it('and none is without one, but for lists, which have buttons', () => {
    const written = new Set([...controls.flatMap(([, , , change]) => keysOf(change)), 'presets', 'shortcuts']);
    expect(allKeys.filter((key) => !written.has(key))).toEqual([]);
  });
});

describe('[A4] the organisation locks each button of', () => {
  const lists: readonly (readonly [SettingsKey, AppState])[] = [
    ['presets', settingsStates.presets],
    ['shortcuts', settingsStates.keysRefused],
    ['workingHours', settingsStates.outlookHours],
  ];
  it.each(lists)('%s', (key, state) => {
    openSettings({ ...state, managedKeys: [key] });
    const open = within(screen.getByRole('main'))
      .getAllByRole('button')
      .filter((button) => !button.matches(':disabled, [aria-disabled=true]'));
    expect(open).toEqual([]);
  });
});
