import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { defaultWorkingHours, type Weekday } from '#contract/rules.ts';
import { click, closePopup, openSettings, point } from '../open.tsx';
import { mailbox, tokyo, withOutOfOffice } from '../outOfOfficeStates.ts';
import { settingsStates } from '../settingsStates.ts';

const button = (name: string) => screen.getByRole('button', { name });
const { hoursNotAllowed } = settingsStates;
const someHours = { days: [1, 2] as Weekday[], from: '08:30', to: '19:45', timeZone: tokyo };

afterEach(closePopup);

it('[O4] says why a question for the mailbox did not get through, and asks again', () => {
  const problem = { kind: 'browserNotOpened' } as const;
  const window = openSettings(withOutOfOffice({ access: 'notAllowed', problem }, hoursNotAllowed));
  expect(screen.getByText('Your browser didn’t open.')).toBeTruthy();
  click(button('Allow in browser'));
  expect(window.sent()).toEqual([['allowMailbox', 'settings']]);
});

it('can be allowed once an administrator has agreed', () => {
  const window = openSettings(withOutOfOffice({ access: 'adminRequired' }, hoursNotAllowed));
  click(button('Allow in browser'));
  expect(window.sent()).toEqual([['allowMailbox', 'settings']]);
});

it('[S2] can open the browser again while it asks, and call the question off', () => {
  const window = openSettings(withOutOfOffice({ access: 'asking' }, hoursNotAllowed));
  for (const name of ['Open again', 'Cancel']) click(button(name));
  expect(window.sent()).toEqual([['reopenSignIn'], ['cancelSignIn']]);
});

it('takes the second half of a double click for nothing, whatever button came in between', () => {
  const window = openSettings(withOutOfOffice({ access: 'notAllowed' }, hoursNotAllowed));
  point(button('Allow in browser'));
  window.tell(withOutOfOffice({ access: 'asking' }, hoursNotAllowed));
  for (const name of ['Open again', 'Cancel']) point(button(name), 'atOnce');
  window.tell(
    withOutOfOffice({ access: 'ready', mailbox: { ...mailbox(), workingHours: someHours } }, hoursNotAllowed),
  );
  point(button('Use these hours'), 'atOnce');
  window.tell(withOutOfOffice({ access: 'refused' }, hoursNotAllowed));
  point(button('Allow in browser'), 'atOnce');
  expect(window.sent()).toEqual([['allowMailbox', 'settings']]);
});

it('reads the hours again as the page is opened, and where there were none by a click', () => {
  const window = openSettings(withOutOfOffice({ access: 'ready', mailbox: mailbox() }, hoursNotAllowed));
  expect(screen.getByText(/no working hours/)).toBeTruthy();
  click(button('Read from Outlook'));
  expect(window.sent()).toEqual([['readMailbox'], ['readMailbox']]);
});

it('[C4] hours that are taken over stand, whatever was refused before', () => {
  const { outlookHours } = settingsStates;
  const window = openSettings(outlookHours);
  const from = screen.getByLabelText<HTMLInputElement>('From');
  act(() => from.focus());
  fireEvent.change(from, { target: { value: '17:30' } });
  act(() => from.blur());
  const { timeZone: _, ...outlooks } = someHours;
  const elsewhere = { ...mailbox(), workingHours: someHours };
  const told = withOutOfOffice({ access: 'ready', mailbox: elsewhere }, outlookHours);
  window.tell(told);
  click(button('Use these hours'));
  const taken = { ...defaultWorkingHours, ...outlooks };
  window.tell({ ...told, settings: { ...told.settings, workingHours: taken } });
  expect([screen.getByLabelText<HTMLInputElement>('From').value, window.sent()]).toEqual([
    '08:30',
    [['readMailbox'], ['changeSettings', { workingHours: taken }]],
  ]);
});
