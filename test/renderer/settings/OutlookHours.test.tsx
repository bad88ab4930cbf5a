import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { click, closePopup, openSettings } from '../open.tsx';
import { withOutOfOffice } from '../outOfOfficeStates.ts';
import { settingsStates } from '../settingsStates.ts';

const button = (name: string) => screen.getByRole('button', { name });
const { hoursNotAllowed } = settingsStates;

afterEach(closePopup);

it('[O4] says why a question for the mailbox did not get through, and asks again', () => {
  const problem = { kind: 'browserNotOpened' } as const;
  const window = openSettings(withOutOfOffice({ access: 'notAllowed', problem }, hoursNotAllowed));
  expect(screen.getByText('Your browser didn’t open.')).toBeTruthy();
  click(button('Allow in browser'));
  expect(window.sent()).toEqual([['allowMailbox', 'settings']]);
});
