import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { systemTimeZone } from '#contract/day.ts';
import { instantAt, wallTimeAt } from '#contract/wallTime.ts';
import { click, closePopup, openPopup, pass, press } from '../open.tsx';
import { mailbox, withOutOfOffice } from '../outOfOfficeStates.ts';
import { minutesLater } from '../stateParts.ts';

afterEach(closePopup);

const here = systemTimeZone();
const ready = withOutOfOffice({ access: 'ready', mailbox: mailbox() });
const zone = () => screen.getByRole('combobox', { name: 'Time zone' });

/** Opens the page with a start and an end in the fields. The gallery's moment is 4 August 2026, 12:30 UTC. */
function openTimed(from: string, until: string) {
  const popup = openPopup(ready);
  click(screen.getByRole('button', { name: /^Out of office/ }));
  click(screen.getByRole('radio', { name: /^From/ }));
  for (const [label, moment] of [['From', from] as const, ['Until', until] as const]) {
    const [date = '', time = ''] = moment.split(' ');
    type(`${label}, date`, date);
    type(`${label}, time`, time);
  }
  const save = () => {
    click(screen.getByRole('button', { name: 'Save' }));
    const confirm = screen.queryByRole('button', { name: 'Confirm' });
    if (confirm !== null) click(confirm);
    return popup.sent().find(([command]) => command === 'saveOutOfOffice')?.[1];
  };
  return { ...popup, save };
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

const alerts = () => screen.queryAllByRole('alert').map(({ textContent }) => textContent);

it('plans from a moment until another, in the time of this computer', () => {
  const { save } = openTimed('2026-08-10 09:00', '2026-08-14 17:30');
  expect(save()).toMatchObject({
    from: instantAt('2026-08-10T09:00:00', here),
    until: instantAt('2026-08-14T17:30:00', here),
    timeZone: here,
  });
});

it('takes a start in the past for now', () => {
  expect(openTimed('2026-08-01 09:00', '2026-08-14 17:30').save()).toMatchObject({ from: null });
});

it.each([
  ['2026-08-14 09:00', '2026-08-10 17:30', 'The end has to come after the start.'],
  ['2026-08-01 09:00', '2026-08-02 17:30', 'Choose an end in the future.'],
  // What the field holds when of the year only the first digit is typed.
  ['2026-08-10 09:00', '0002-08-14 17:30', 'The end has to come after the start.'],
  ['2026-08-10 09:00', ' ', 'Choose when it ends.'],
  [' ', '2026-08-10 17:30', 'Choose a date and a time.'],
])('[O3] from %s until %s says what is wrong, and sends nothing', (from, until, sentence) => {
  const { save } = openTimed(from, until);
  expect([save(), alerts()]).toEqual([undefined, [sentence]]);
});

it('[O3] says beside its field that an end has passed while it was looked at, and shows what people will see anew', () => {
  const soon = wallTimeAt(minutesLater(10), here) ?? '';
  openTimed('2026-08-01 09:00', soon.slice(0, 16).replace('T', ' '));
  const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
  click(screen.getByRole('button', { name: 'Save' }));
  const headings = [heading()];
  pass(11 * 60_000);
  headings.push(heading(), ...alerts());
  type('Until, date', '2026-08-14');
  headings.push(heading(), ...alerts());
  expect(headings).toEqual(['What people will see', 'Out of office', 'Choose an end in the future.', 'Out of office']);
});

it('offers the days from today on, as it is where the times are meant', () => {
  openTimed('2026-08-10 09:00', '2026-08-14 17:30');
  const earliest = (name: string) => {
    fireEvent.change(zone(), { target: { value: name } });
    return screen.getByLabelText('From, date').getAttribute('min');
  };
  // 25 hours lie between the clocks of the first two.
  expect(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'].map(earliest)).toEqual([
    '2026-08-05',
    '2026-08-04',
    '2026-08-04',
  ]);
});

/** As a person does: letter by letter, with the list open below, and on by a key. */
function enterZone(text: string, key: string): string {
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Time zone' });
  act(() => field.focus());
  for (const [at, letter] of [...text].entries()) {
    press(letter);
    fireEvent.input(field, { target: { value: text.slice(0, at + 1) } });
  }
  press(key);
  act(() => field.blur());
  return field.value;
}

it('[O3] takes the zone that was typed, and not the one here, which nobody asked for', () => {
  openTimed('2026-08-10 09:00', '2026-08-14 17:30');
  const typed = [enterZone('tokyo', 'Tab'), enterZone('new york', 'Enter'), enterZone(here.toLowerCase(), 'Tab')];
  expect(typed).toEqual(['Asia/Tokyo', 'America/New_York', here]);
});

it('[O3] leaves what fits no zone as it was typed, and calls it unknown', () => {
  const { save } = openTimed('2026-08-10 09:00', '2026-08-14 17:30');
  const typed = [enterZone('mars', 'Tab'), enterZone('Head Office', 'Enter')];
  expect([typed, save(), alerts()]).toEqual([
    ['mars', 'Head Office'],
    undefined,
    ['Nobody knows a time zone of that name.'],
  ]);
});

it('tells what times in another zone are here, and which zones nobody knows', () => {
  const { save } = openTimed('2026-08-10 09:00', '2026-08-14 17:30');
  const away = here === 'Asia/Tokyo' ? 'Europe/Paris' : 'Asia/Tokyo';
  fireEvent.change(zone(), { target: { value: away } });
  expect(screen.getByText(`Here, in ${here}`, { exact: false })).toBeTruthy();
  fireEvent.change(zone(), { target: { value: 'Mars/Olympus' } });
  expect(save()).toBeUndefined();
  expect(screen.getByText('Nobody knows a time zone of that name.')).toBeTruthy();
  fireEvent.change(zone(), { target: { value: away } });
  expect(save()).toMatchObject({ from: instantAt('2026-08-10T09:00:00', away), timeZone: away });
});

it('[O3] shows the times of another zone as they were chosen, with its name', () => {
  openTimed('2026-08-10 09:00', '2026-08-14 17:30');
  const away = here === 'Asia/Tokyo' ? 'Europe/Paris' : 'Asia/Tokyo';
  fireEvent.change(zone(), { target: { value: away } });
  click(screen.getByRole('button', { name: 'Save' }));
  const shown = screen.getByText(new RegExp(`\\(${away}\\)$`)).textContent;
  expect(shown).toMatch(/9:00.* until .*17:30/);
});

it('tells what times here are where the mailbox is', () => {
  const away = here === 'Asia/Tokyo' ? 'Europe/Paris' : 'Asia/Tokyo';
  const { tell } = openTimed('2026-08-10 09:00', '2026-08-14 17:30');
  const elsewhere = mailbox();
  tell(withOutOfOffice({ access: 'ready', mailbox: { ...elsewhere, timeZone: { name: 'Away', iana: away } } }));
  const at = (moment: string) =>
    new Date(instantAt(moment, here) ?? '').toLocaleTimeString('en-GB', { timeZone: away, timeStyle: 'short' });
  const hint = screen.getByText(`In your mailbox, in ${away}`, { exact: false }).textContent;
  expect(hint).toContain(`${at('2026-08-10T09:00:00')} –`);
  expect(hint).toContain(`${at('2026-08-14T17:30:00')}.`);
  tell(withOutOfOffice({ access: 'ready', mailbox: { ...elsewhere, timeZone: { name: 'Here', iana: here } } }));
  expect(screen.queryByText(/^In your mailbox/)).toBeNull();
});

it('[O7] says that 100 kB are too much, cuts nothing off, and keeps it', () => {
  const popup = openTimed('2026-08-10 09:00', '2026-08-14 17:30');
  const text = 'x'.repeat(102_400);
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to my organisation' });
  fireEvent.change(field, { target: { value: text } });
  expect(screen.getByText(/too long: 102,?400 of at most 20,?000 characters/)).toBeTruthy();
  expect([popup.save(), field.value]).toEqual([undefined, text]);
  pass(500);
  expect(popup.sent().find(([command]) => command === 'draftOutOfOffice')?.[1]).toMatchObject({
    organisation: { text },
  });
});

it('begins anew where the schedule of Outlook is over', () => {
  const time = (dateTime: string) => ({ dateTime, timeZone: 'UTC', at: instantAt(dateTime, 'UTC') });
  const replies = {
    status: 'scheduled',
    from: time('2026-07-01T08:00:00'),
    until: time('2026-07-10T08:00:00'),
  } as const;
  openPopup(withOutOfOffice({ access: 'ready', mailbox: mailbox(replies) }));
  click(screen.getByRole('button', { name: /^Out of office/ }));
  expect([screen.getByRole<HTMLInputElement>('radio', { name: /^From/ }).checked, alerts()]).toEqual([false, []]);
});

it('says why Save does nothing where a text names an end and there is none any more', () => {
  const popup = openPopup(withOutOfOffice({ access: 'notAllowed' }));
  click(screen.getByRole('button', { name: /^Out of office/ }));
  click(screen.getByRole('radio', { name: /^From/ }));
  click(screen.getByRole('checkbox', { name: 'Also set my status message' }));
  click(screen.getByRole('radio', { name: 'Until I turn it off' }));
  click(screen.getByRole('button', { name: 'Save' }));
  expect(popup.sent().map(([command]) => command)).not.toContain('saveOutOfOffice');
  expect(alerts()).toEqual(['The text names the end, so choose one.']);
});

it('begins with times to come, also on a page that stayed open over night', () => {
  const popup = openPopup(ready);
  click(screen.getByRole('button', { name: /^Out of office/ }));
  popup.look(false);
  pass(30 * 3_600_000);
  popup.look(true);
  click(screen.getByRole('radio', { name: /^From/ }));
  expect(alerts()).toEqual([]);
});
