import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenAtLogin } from '#contract/openAtLogin.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence } from '#contract/presence.ts';
import type { AppState } from '#contract/state.ts';
import type { UpdateStep } from '#contract/updates.ts';
import { click, closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';
import { seen } from '../stateParts.ts';

const button = (name: string) => screen.getByRole('button', { name });
const { account, about, updateReady, updatedByPackages, signedOutSettings, startupRule } = settingsStates;
const stepping = (step: UpdateStep): AppState => ({ ...updateReady, updates: { ...updateReady.updates, step } });
const idle = stepping({ status: 'idle' });

afterEach(closePopup);

const buttons: readonly (readonly [name: string, command: string, state: AppState])[] = [
  ['Sign out', 'signOut', account],
  ['Leave the demo', 'signOut', { ...account, isDemo: true }],
  ['Sign in', 'showPopup', signedOutSettings],
  ['Open the settings file', 'openConfig', account],
  ['Check now', 'checkForUpdates', idle],
  ['Check now', 'checkForUpdates', stepping({ status: 'failed', problem: 'unreachable' })],
  ['Restart now', 'restartToUpdate', updateReady],
];
it.each(buttons)('“%s” asks for %s', (name, command, state) => {
  const window = openSettings(state);
  click(button(name));
  expect(window.sent()).toEqual([[command]]);
});

it('[L5] the picture of whoever is signed in is read with out of office', () => {
  openSettings({ ...account, presence: seen(plainPresence('Away'), { isOutOfOffice: true, message: null }) });
  const labels = screen.getAllByRole('img').map((image) => image.getAttribute('aria-label'));
  expect(labels).toContainEqual(expect.stringMatching(/, Away, out of office$/));
});

it('[G1] a newer version is not looked for again while it is', () => {
  const window = openSettings(stepping({ status: 'checking' }));
  // It keeps the focus, which a button that is disabled loses.
  const isLocked = () => button('Check now').matches('[aria-disabled="true"]:not(:disabled)');
  const wasLocked = isLocked();
  window.tell(stepping({ status: 'fetching', version: '1.3.0' }));
  click(button('Check now'));
  expect([wasLocked, isLocked(), window.sent()]).toEqual([true, true, []]);
});

describe('[G1] [G3] the page about the app says who is asked where', () => {
  const off = { ...idle, settings: { ...idle.settings, keepUpToDate: false } };
  const asked: readonly (readonly [string, AppState, boolean])[] = [
    ['the copy looks for newer versions itself', idle, true],
    ['it was told not to', off, false],
    ['a package manager does', updatedByPackages, false],
    ['nobody does', about, false],
  ];
  it.each(asked)('%s', (_, state, isGitHubAsked) => {
    openSettings(state);
    const said = [/GitHub is asked for newer versions/, /and to nobody else/].map(
      (sentence) => screen.queryByText(sentence) !== null,
    );
    expect(said).toEqual([isGitHubAsked, !isGitHubAsked]);
  });
});

describe('[D3] opening at login is on where the system does it, and can be turned where the system lets us:', () => {
  const looks = {
    on: { isOn: true, isLocked: false },
    off: { isOn: false, isLocked: false },
    disabledByUser: { isOn: false, isLocked: false },
    needsApproval: { isOn: true, isLocked: false },
    notOffered: { isOn: false, isLocked: true },
    failed: { isOn: false, isLocked: false },
  } as const satisfies Record<OpenAtLogin, object>;
  it.each(Object.keys(looks) as OpenAtLogin[])('%s', (openAtLogin) => {
    openSettings({ ...settingsStates.startup, openAtLogin });
    const { checked, disabled } = screen.getByRole<HTMLInputElement>('switch', { name: 'Open at login' });
    expect({ isOn: checked, isLocked: disabled }).toEqual(looks[openAtLogin]);
  });
});

it('[D1] a rule can be undone as long as what it set stands, and no choice made since', () => {
  const { rule: _, ...byHand } = startupRule.chosen;
  const window = openSettings(startupRule);
  const wasOffered = screen.queryByRole('button', { name: 'Undo' }) !== null;
  window.tell({ ...startupRule, chosen: byHand });
  expect([wasOffered, screen.queryByRole('button', { name: 'Undo' })]).toEqual([true, null]);
});

it('[D1] a rule has no undo of its own where that would only turn off the out of office that was turned on since', () => {
  const { chosen } = startupRule;
  const undo = { kind: 'presence', ...chosen, outOfOfficeSettings: inTheOffice } as const;
  openSettings({ ...startupRule, undo });
  const isOffered = screen.queryByRole('button', { name: 'Undo' }) !== null;
  expect(isOffered).toBe(false);
});
