import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { click, closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);

it('[A3] keys that every program uses are not taken from all of them, and it is said what to add', () => {
  const window = openSettings(settingsStates.shortcuts);
  const recorder = screen.getByRole('button', { name: /^Shortcut for Busy:/ });
  click(recorder);
  fireEvent.keyDown(recorder, { key: 'c', code: 'KeyC', ctrlKey: true });
  expect(screen.getByText(/add Shift or Alt/)).toBeTruthy();
  fireEvent.keyDown(recorder, { key: 'C', code: 'KeyC', ctrlKey: true, shiftKey: true });
  expect(window.sent()).toContainEqual(['changeSettings', { shortcuts: [{ action: 'busy', keys: 'Ctrl+Shift+C' }] }]);
});
