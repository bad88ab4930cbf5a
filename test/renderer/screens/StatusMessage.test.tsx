import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import type { MessageState } from '#contract/statusMessage.ts';
import { click, closePopup, openPopup, press } from '../open.tsx';
import { minutesLater } from '../stateParts.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const message = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const clearAfter = () => screen.getByRole('combobox', { name: 'Clear after' });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const write = (text: string) => fireEvent.change(message(), { target: { value: text } });
const text = 'Deep in the Q3 report, ping me for anything urgent';

function openPage(): void {
  click(button(/^Status message/));
}

function pickClearAfter(option: string): void {
  click(clearAfter());
  click(screen.getByRole('option', { name: option }));
}

describe('the row of the status message', () => {
  it('shows what the service says, and when it goes', () => {
    const popup = openPopup(states.homeAvailable);
    const rows = [button(/^Status message/).textContent];
    popup.tell(states.messageSet);
    rows.push(button(/^Status message/).textContent);
    popup.tell(states.messageSending);
    rows.push(button(/^Status message/).textContent);
    popup.tell(states.messageFailed);
    rows.push(button(/^Status message/).textContent);
    expect(rows.map((row) => row?.replace(/\d\d:30/, '16:30'))).toEqual([
      'Status messageNone',
      `Status message: ${text}Clears today at 16:30`,
      'Status messageSaving…',
      `Status message: ${text}Not saved. Microsoft 365 has a problem.`,
    ]);
  });

  it('promises no end that has passed: nothing ends a message without a network', () => {
    const row = (minutes: number) => {
      const { statusMessage } = states.messageSet;
      const seen = { text, endsAt: minutesLater(minutes) };
      openPopup({ ...states.messageSet, isOnline: false, statusMessage: { ...statusMessage, seen } });
      const caption = button(/^Status message/).textContent?.replace(`Status message: ${text}`, '');
      closePopup();
      return caption?.replace(/\d\d:\d\d/, '12:30');
    };
    expect([row(1), row(-120), row(-24 * 60)]).toEqual([
      'Clears today at 12:30',
      'Was to end: 12:30',
      'Was to end: 3 Aug, 12:30',
    ]);
  });
});

describe('the page of the status message', () => {
  it('sends the text and how long it stands, and goes back', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write(' At lunch ');
    expect(clearAfter().textContent).toBe('Today');
    pickClearAfter('1 hour');
    click(button('Save'));
    expect(popup.sent()).toEqual([
      ['draftStatusMessage', { text: ' At lunch ', lasts: 'PT1H' }],
      ['setStatusMessage', { text: 'At lunch', lasts: 'PT1H' }],
    ]);
    expect([heading(), document.activeElement]).toEqual(['Available', button(/^Status message/)]);
  });

  it('starts from what the service says, clears it, and counts what can still be written', () => {
    const popup = openPopup(states.messageSet);
    press('m');
    expect([message().value, screen.queryByText('230')?.title]).toEqual([text, '230 characters left']);
    click(button('Clear'));
    expect(popup.sent()).toEqual([['setStatusMessage', { text: '', lasts: 'untilChanged' }]]);
  });

  it('keeps one that was set elsewhere and is longer than what can be sent, says so, and saves a shorter one', () => {
    const seen = { text: 'x'.repeat(300), endsAt: null };
    const popup = openPopup({ ...states.messageSet, statusMessage: { ...states.messageSet.statusMessage, seen } });
    openPage();
    click(button('Save'));
    const told = screen.queryByText('This text is too long: 300 of at most 280 characters. Nothing is cut off.');
    expect([popup.sent(), message().value.length, told !== null]).toEqual([[], 300, true]);
    write('x'.repeat(280));
    click(button('Save'));
    expect(popup.sent().at(-1)).toEqual(['setStatusMessage', { text: 'x'.repeat(280), lasts: 'untilChanged' }]);
  });

  it('takes an earlier text with one click, the last five of them', () => {
    const recent = ['1st', '2nd', '3rd', '4th', '5th', '6th'];
    openPopup({ ...states.homeAvailable, statusMessage: { ...states.homeAvailable.statusMessage, recent } });
    openPage();
    click(button('2nd'));
    expect([message().value, screen.queryByRole('button', { name: '6th' })]).toEqual(['2nd', null]);
    expect(document.activeElement).toBe(message());
  });

  it('takes a moment of one’s own, which must be to come', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Away');
    pickClearAfter('Custom…');
    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2026-08-01' } });
    message().focus();
    press('Enter', { ctrlKey: true });
    expect(screen.getByText('Choose a time in the future.')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Date'), { target: { value: '2026-08-05' } });
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: '09:00' } });
    press('Enter', { ctrlKey: true });
    const until = toInstant(Date.parse('2026-08-05T09:00'));
    expect(popup.sent()).toEqual([
      ['draftStatusMessage', { text: 'Away', lasts: { date: '2026-08-05', time: '09:00' } }],
      ['setStatusMessage', { text: 'Away', lasts: { until } }],
    ]);
  });

  it.each([
    ['darwin', 'Status message'],
    ['win32', 'Available'],
  ])('goes back by Alt and Left, but on a Mac, where a text goes back by a word: %s', (platform, page) => {
    openPopup({ ...states.homeAvailable, about: { ...states.homeAvailable.about, platform } });
    openPage();
    message().focus();
    press('ArrowLeft', { altKey: true });
    expect(heading()).toBe(page);
  });

  it('forgets the draft when one cancels, and sends nothing for nothing', () => {
    const popup = openPopup(states.homeAvailable);
    openPage();
    write('Away');
    click(button('Cancel'));
    openPage();
    expect(message().value).toBe('');
    click(button('Save'));
    expect([heading(), popup.sent()]).toEqual(['Available', []]);
  });

  it('gives up what was refused when it is emptied, and takes away what may stand', () => {
    const asked = { text: 'In the workshop', endsAt: null };
    const empty = (asking: MessageState['asking']) => {
      const popup = openPopup({ ...states.homeAvailable, statusMessage: { seen: null, asking, recent: [] } });
      openPage();
      write('');
      click(button('Save'));
      const sent = popup.sent();
      popup.tell(states.homeAvailable);
      openPage();
      const shown = clearAfter().textContent;
      closePopup();
      return [sent, shown];
    };
    const cleared = ['setStatusMessage', { text: '', lasts: 'untilChanged' }];
    expect([
      empty({ status: 'failed', message: asked, problem: { kind: 'forbidden', trace: {} } }),
      empty({ status: 'failed', message: asked, problem: { kind: 'timedOut' } }),
      empty({ status: 'sending', message: asked }),
    ]).toEqual([
      [[['dismissMessage']], 'Today'],
      [[cleared], 'Today'],
      [[cleared], 'Today'],
    ]);
  });
});
