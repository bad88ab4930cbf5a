import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openSettings } from '../open.tsx';
import { withOutOfOffice } from '../outOfOfficeStates.ts';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);

const { rulesPaused, keysRefused } = settingsStates;
const acting: AppState = { ...rulesPaused, automation: { ...rulesPaused.automation, pausedUntil: null } };
const noKeys: AppState = { ...keysRefused, settings: { ...keysRefused.settings, shortcuts: [] } };

it.each([
  [/^Let them act again/, rulesPaused, acting, 'Rules'],
  [/^Clear the shortcut for Focus/, keysRefused, noKeys, 'Shortcuts'],
])('[L5] the heading has the focus when the button is gone that had it: %s', (name, before, after, heading) => {
  const { tell } = openSettings(before);
  const button = screen.getByRole('button', { name });
  button.focus();
  click(button);
  tell(after);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: heading }));
});

it('[L5] the window opens with the focus nowhere, so that Tab begins at its begin', () => {
  openSettings(settingsStates.general);
  expect(document.activeElement).toBe(document.body);
});

it('[L5] nobody is given the focus who has let it go', () => {
  const { tell } = openSettings(rulesPaused);
  const button = screen.getByRole('button', { name: /^Let them act again/ });
  button.focus();
  button.blur();
  fireEvent.pointerDown(document.body);
  tell(acting);
  expect(document.activeElement).toBe(document.body);
});

/** What a screen reader is told of without being asked. */
const live = () => screen.queryAllByRole('status').map(({ textContent }) => textContent);

it('[L5] what was not saved is read aloud', () => {
  const { tell } = openSettings(settingsStates.general);
  tell(settingsStates.settingsNotSaved);
  expect(live()).toContainEqual(expect.stringContaining('config.json can’t be read'));
});

it('[L5] why a time cannot be used is read aloud', () => {
  openSettings(settingsStates.rules);
  const from = screen.getByLabelText('From');
  act(() => from.focus());
  fireEvent.change(from, { target: { value: '18:00' } });
  act(() => from.blur());
  expect(live()).toContain('The end is not after the start.');
});

it('[L5] why keys are not taken is read aloud', () => {
  openSettings(keysRefused);
  const recorder = screen.getByRole('button', { name: /^Shortcut for Busy:/ });
  click(recorder);
  fireEvent.keyDown(recorder, { key: 'a', code: 'KeyA' });
  expect(live()).toContainEqual(expect.stringMatching(/^Use Ctrl, Alt or the like/));
});

it('[L5] what comes of asking for the mailbox is read aloud', () => {
  const { tell } = openSettings(settingsStates.hoursNotAllowed);
  tell(withOutOfOffice({ access: 'refused' }, settingsStates.hoursNotAllowed));
  expect(live()).toContain('Reading your mailbox’s settings is not allowed for this account.');
});

it('[L5] tells what the system makes of opening at login', () => {
  const window = openSettings(settingsStates.startup);
  window.tell({ ...settingsStates.startup, openAtLogin: 'needsApproval' });
  expect(live()).toContainEqual(expect.stringContaining('Login Items'));
});

it('[L5] that the rules are paused, and that they act again, is read aloud', () => {
  const { tell } = openSettings(acting);
  tell(rulesPaused);
  const whilePaused = live();
  tell(acting);
  expect([whilePaused, live()]).toEqual([
    expect.arrayContaining([expect.stringMatching(/^Paused until /)]),
    expect.arrayContaining(['Rules act']),
  ]);
});
