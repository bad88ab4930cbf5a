import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openSettings } from '../open.tsx';
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
