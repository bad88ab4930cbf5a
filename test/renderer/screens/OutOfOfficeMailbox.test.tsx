import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { mailboxClosed, mailboxReading } from '../../../electron/state/outOfOfficeTransitions.ts';
import { click, closePopup, openPopup, pass } from '../open.tsx';
import { mailbox, reply, withOutOfOffice } from '../outOfOfficeStates.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const allowed = withOutOfOffice({ access: 'notAllowed' });
const outlook = mailbox({ organisation: reply('Bin weg', true), others: reply('Away'), audience: 'all' });
const ready = withOutOfOffice({ access: 'ready', mailbox: outlook });
const failed = withOutOfOffice({ access: 'failed', problem: { kind: 'offline' } });

function openPage(state: Parameters<typeof openPopup>[0]) {
  const popup = openPopup(state);
  click(button(/^Out of office/));
  const newest = (name: string) => popup.sent().findLast(([command]) => command === name)?.[1];
  const confirmed = () => {
    click(button('Save'));
    click(button('Confirm'));
    return newest('saveOutOfOffice');
  };
  return { ...popup, newest, confirmed };
}

const untilTomorrow = () => click(screen.getByRole('radio', { name: /^From/ }));

it('[O4] a mailbox that refuses is not said to refuse the presence', () => {
  openPage(states.absenceFailed);
  expect(screen.getByText(/^Not saved\. .* change your automatic replies\.$/)).toBeTruthy();
});

it('[O4] a text that goes out by mail is not said to send none while the mailbox is still to be read', () => {
  openPage(withOutOfOffice({ ...states.absenceScheduled.outOfOffice, access: 'reading', mailbox: null }));
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Automatic replies by mail' }).checked).toBe(true);
  expect([box('Reply to my organisation') !== null, screen.queryByText(/Sends no mail/)]).toEqual([true, null]);
});

it('[O4] that mail is sent by itself is said of plans that have some, and of no other', () => {
  const isSaid = () => screen.queryByText(/sends this by itself/) !== null;
  openPage(allowed);
  click(button('What people will see'));
  const withoutMail = isSaid();
  closePopup();
  openPage(ready);
  const replies = screen.getByRole<HTMLInputElement>('switch', { name: 'Automatic replies by mail' });
  if (!replies.checked) click(replies);
  click(button('What people will see'));
  expect([withoutMail, isSaid()]).toEqual([false, true]);
});

it('[O4] what an administrator has to allow can be asked of them', () => {
  const popup = openPage(withOutOfOffice({ access: 'adminRequired' }));
  click(button('Copy request'));
  expect([popup.sent().at(-1), button('Copied') !== null]).toEqual([['copyAdminRequest'], true]);
  closePopup();
  openPage(withOutOfOffice({ access: 'refused' }));
  expect(screen.queryByRole('button', { name: 'Copy request' })).toBeNull();
});

it.each([
  ['offline', /could not be read\. Microsoft 365 can’t be reached\. Presently can set/],
  // The device code that is offered instead of the browser is that of the sign-in.
  ['browserNotOpened', /could not be read\. Your browser didn’t open\. Presently can set/],
] as const)('[O4] a question for the mailbox that did not get through says why: %s', (kind, sentence) => {
  const popup = openPage(withOutOfOffice({ access: 'notAllowed', problem: { kind } }));
  expect(screen.getByText(sentence)).toBeTruthy();
  click(button('Allow in browser'));
  expect(popup.newest('allowMailbox')).toBe('popup');
});

it.each([
  ['was refused', mailboxClosed(allowed, 'refused', { kind: 'signInDenied' })],
  ['failed', failed],
  ['failed, where it was open before a restart', withOutOfOffice({ access: 'ready', problem: { kind: 'offline' } })],
])('[O4] nothing is said of a reading that %s while the mailbox is read again', (_how, before) => {
  const popup = openPage(before);
  popup.tell(mailboxReading(before));
  expect(screen.queryByText('Reading your automatic replies…')).not.toBeNull();
});

it.each([
  ['What people will see', ready, ready, 'What people will see'],
  ['Allow in browser', allowed, withOutOfOffice({ access: 'asking' }), 'Out of office'],
  ['Try again', failed, mailboxReading(failed), 'Out of office'],
])('[L5] the heading has the focus when the button is gone that had it: %s', (name, before, after, heading) => {
  const { tell } = openPage(before);
  button(name).focus();
  click(button(name));
  tell(after);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: heading }));
});

it('[L5] has the focus on its heading when it opens, for whoever came by a key', () => {
  openPopup(ready);
  button(/^Out of office/).focus();
  click(button(/^Out of office/));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Out of office' }));
});

it('[L5] leaves the focus in the text that is wanted plain, for whoever has only a keyboard', () => {
  openPage(ready);
  const plain = button('Edit as plain text');
  plain.focus();
  click(plain);
  expect(document.activeElement).toBe(box('Reply to my organisation'));
});

describe('[O5] the mailbox, allowed after something was written,', () => {
  it('fills in what nobody touched, to the last character', () => {
    const popup = openPage(allowed);
    untilTomorrow();
    popup.tell(ready);
    expect([box('Reply to my organisation').value, box('Reply to my organisation').readOnly]).toEqual([
      'Bin weg',
      true,
    ]);
    expect(popup.confirmed()).toMatchObject({
      until: expect.any(String),
      organisation: 'kept',
      replies: { audience: 'all', others: 'kept' },
    });
  });

  it('leaves what was written, and keeps what Outlook has for others', () => {
    const popup = openPage(allowed);
    fireEvent.change(box('Message'), { target: { value: 'Back on Monday' } });
    popup.tell(ready);
    expect(box('Reply to my organisation').value).toBe('Back on Monday');
    expect(popup.confirmed()).toMatchObject({
      organisation: { text: 'Back on Monday' },
      replies: { audience: 'all', others: 'kept' },
    });
  });

  it('does so after a restart as well, and never twice', () => {
    const before = openPage(allowed);
    untilTomorrow();
    pass(500);
    const draft = before.newest('draftOutOfOffice') as OutOfOfficeDraft;
    closePopup();
    const popup = openPage(withOutOfOffice({ access: 'ready', mailbox: outlook, draft }));
    expect(box('Reply to my organisation').value).toBe('Bin weg');
    click(screen.getByRole('switch', { name: 'Automatic replies by mail' }));
    pass(500);
    expect(popup.newest('draftOutOfOffice')).toMatchObject({ hasReplies: false, isMailboxKnown: true });
    popup.tell(withOutOfOffice({ access: 'ready', mailbox: mailbox() }));
    click(button('Save'));
    expect(popup.newest('saveOutOfOffice')).toMatchObject({ replies: null });
  });

  it('turns no mail on again that was turned off while it was out of reach', () => {
    const { absence } = states.absenceOn.outOfOffice;
    const popup = openPage(withOutOfOffice({ access: 'ready', absence }));
    click(screen.getByRole('switch', { name: 'Automatic replies by mail' }));
    popup.tell(withOutOfOffice({ access: 'ready', absence, mailbox: outlook }));
    click(button('Save'));
    expect(popup.newest('saveOutOfOffice')).toMatchObject({ replies: null });
  });
});

describe('[O5] the reply to others', () => {
  const choose = (option: string) => {
    click(screen.getByRole('combobox', { name: 'What others get' }));
    click(screen.getByRole('option', { name: option }));
  };
  const own = () => box('Reply to others, own text').value;

  it('stays as it is where its own text is chosen once more', () => {
    const internal = mailbox({
      audience: 'all',
      organisation: reply('Ask Jonas, 555-1234'),
      others: reply('I am away.'),
    });
    openPage(withOutOfOffice({ access: 'ready', mailbox: internal }));
    choose('Own text');
    expect(own()).toBe('I am away.');
  });

  it('is still there after a look at the same text for all, as it was written or to the last character', () => {
    const popup = openPage(ready);
    choose('Same text');
    choose('Own text');
    const texts = [own()];
    expect(popup.confirmed()).toMatchObject({ replies: { others: 'kept' } });
    closePopup();
    openPage(withOutOfOffice({ access: 'ready', mailbox: mailbox({ audience: 'all' }) }));
    choose('Own text');
    texts.push(own());
    fireEvent.change(box('Reply to others, own text'), { target: { value: 'A long letter' } });
    choose('Same text');
    choose('Own text');
    expect([...texts, own()]).toEqual(['Away', 'Away, back soon.', 'A long letter']);
  });
});
