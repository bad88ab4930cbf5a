import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { click, closePopup, openPopup } from '../open.tsx';
import { absence, absencePlan, mailbox, reply, withOutOfOffice } from '../outOfOfficeStates.ts';

afterEach(closePopup);

const own = 'Reply to others, own text';
const colleagues = 'Reply to my organisation';
const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** The page of an absence that was saved with both texts left as Outlook has them. */
function openKept(isFormatted: boolean) {
  const plan = { ...absencePlan, organisation: 'kept', replies: { audience: 'all', others: 'kept' } } as const;
  const outlook = mailbox({ organisation: reply('Away', isFormatted), others: reply('Away, too', isFormatted) });
  const kept = withOutOfOffice({ access: 'ready', absence: absence(plan) });
  const popup = openPopup(kept);
  click(button(/^Out of office/));
  // Read only now, as after a start.
  popup.tell({ ...kept, outOfOffice: { ...kept.outOfOffice, mailbox: outlook } });
  return {
    texts: () => [colleagues, own].map((name) => [box(name).value, box(name).readOnly]),
    hints: () => screen.queryAllByText(/^Formatted in Outlook/).length,
    confirmed: () => {
      click(button('Save'));
      click(button('Confirm'));
      return popup.sent().findLast(([command]) => command === 'saveOutOfOffice')?.[1];
    },
  };
}

it('[O5] plain texts of Outlook that an absence left as they were can be typed in on the next visit, and are kept untouched', () => {
  const page = openKept(false);
  expect([page.texts(), page.hints()]).toEqual([
    [
      ['Away', false],
      ['Away, too', false],
    ],
    0,
  ]);
  expect(page.confirmed()).toMatchObject({ organisation: 'kept', replies: { others: 'kept' } });
});

it('[O5] of two such texts the one that is changed is sent, and the other is kept', () => {
  const page = openKept(false);
  fireEvent.change(box(colleagues), { target: { value: 'Back on Monday' } });
  expect(page.confirmed()).toMatchObject({ organisation: { text: 'Back on Monday' }, replies: { others: 'kept' } });
});

it('[O5] formatted ones stay as they are, and are called so', () => {
  const page = openKept(true);
  expect([page.texts(), page.hints()]).toEqual([
    [
      ['Away', true],
      ['Away, too', true],
    ],
    2,
  ]);
  expect(page.confirmed()).toMatchObject({ organisation: 'kept', replies: { others: 'kept' } });
});
