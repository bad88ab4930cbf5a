import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { click, closePopup, openPopup, pass, press } from '../open.tsx';
import { mailbox, reply, withOutOfOffice } from '../outOfOfficeStates.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const box = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
const ready = withOutOfOffice({ access: 'ready', mailbox: mailbox() });
const allowed = withOutOfOffice({ access: 'notAllowed' });

function openPage(state: Parameters<typeof openPopup>[0]) {
  const popup = openPopup(state);
  click(button(/^Out of office/));
  const asked = (name: string) => popup.sent().filter(([command]) => command === name);
  return { ...popup, asked };
}

function write(name: string, text: string): void {
  fireEvent.change(box(name), { target: { value: text } });
}

function plan(popup: ReturnType<typeof openPage>): unknown {
  return popup.asked('saveOutOfOffice')[0]?.[1];
}

describe('the out-of-office page', () => {
  it('[O1] without a mailbox sends presence and message in one plan, and no mail', () => {
    const popup = openPage(allowed);
    write('Message', 'Back on Monday.');
    click(button('Save'));
    expect(plan(popup)).toEqual({
      ...{ from: null, until: null, timeZone: expect.any(String), organisation: { text: 'Back on Monday.' } },
      ...{ replies: null, inPresence: true, statusMessage: null },
    });
    expect(heading()).toBe('Available');
  });

  it('[O4] asks for the mailbox with what it is for, and only by a click', () => {
    const popup = openPage(allowed);
    expect(popup.sent()).toEqual([['readMailbox']]);
    expect(screen.getByText(/nothing is sent before you save/)).toBeTruthy();
    click(button('Allow in browser'));
    expect(popup.sent().at(-1)).toEqual(['allowMailbox', 'popup']);
  });

  it.each([
    ['refused', /not allowed for this account/],
    ['adminRequired', /administrator/],
    ['missing', /no mailbox/],
  ] as const)('[O4] says that the mailbox is %s, and the rest works', (access, sentence) => {
    const popup = openPage(withOutOfOffice({ access }));
    expect(screen.getByText(sentence)).toBeTruthy();
    click(button('Save'));
    expect(plan(popup)).toMatchObject({ replies: null, inPresence: true });
  });

  it('[O3] shows what goes to whom before it is confirmed', () => {
    const popup = openPage(ready);
    write('Reply to my organisation', 'Away <script>alert(1)</script>');
    click(button('Save'));
    expect([heading(), popup.asked('saveOutOfOffice')]).toEqual(['What people will see', []]);
    expect(screen.getAllByText('Away <script>alert(1)</script>')).toHaveLength(2);
    expect(screen.getByText('My contacts outside, by mail')).toBeTruthy();
    expect(document.querySelector('main script')).toBeNull();
    click(button('Change'));
    click(button('Save'));
    click(button('Confirm'));
    expect(plan(popup)).toMatchObject({
      ...{ organisation: { text: 'Away <script>alert(1)</script>' } },
      replies: { audience: 'contactsOnly', others: 'same' },
    });
  });

  it.each(['unknown', 'reading', 'ready', 'failed'] as const)(
    '[O3] a running absence is not saved without its mail while the mailbox is %s and unread',
    (access) => {
      const { absence } = states.absenceOn.outOfOffice;
      const popup = openPage(withOutOfOffice({ access, absence }));
      click(button('Save'));
      expect([plan(popup), screen.queryAllByText(/could not be read yet/)]).toEqual([undefined, [expect.anything()]]);
      popup.tell(withOutOfOffice({ access: 'ready', absence, mailbox: mailbox() }));
      click(button('Save'));
      click(button('Confirm'));
      expect(plan(popup)).toMatchObject({ replies: { audience: 'all' } });
    },
  );

  it('[O5] keeps a formatted reply until somebody wants it plain', () => {
    const formatted = mailbox({ organisation: reply('Bin weg', true) });
    const popup = openPage(withOutOfOffice({ access: 'ready', mailbox: formatted }));
    expect([box('Reply to my organisation').readOnly, box('Reply to my organisation').value]).toEqual([
      true,
      'Bin weg',
    ]);
    click(button('Edit as plain text'));
    write('Reply to my organisation', 'Bin wieder da');
    click(button('Save'));
    click(button('Confirm'));
    expect(plan(popup)).toMatchObject({ organisation: { text: 'Bin wieder da' } });
  });

  it('[O5] an unchanged text is the mailbox’s own', () => {
    const popup = openPage(ready);
    click(button('Save'));
    click(button('Confirm'));
    expect(plan(popup)).toMatchObject({ organisation: 'kept' });
  });

  it('[O7] gives main the draft a moment later, and forgets it when one cancels', () => {
    const popup = openPage(allowed);
    write('Message', 'Away 1 week');
    expect(popup.asked('draftOutOfOffice')).toEqual([]);
    pass(500);
    expect(popup.asked('draftOutOfOffice').at(-1)?.[1]).toMatchObject({ organisation: { text: 'Away 1 week' } });
    write('Message', 'Away 2 weeks');
    press('Escape');
    expect(popup.asked('draftOutOfOffice').at(-1)?.[1]).toMatchObject({ organisation: { text: 'Away 2 weeks' } });
    expect(document.activeElement).toBe(button(/^Out of office/));
    const draft = popup.asked('draftOutOfOffice').at(-1)?.[1] as NonNullable<typeof allowed.outOfOffice.draft>;
    popup.tell(withOutOfOffice({ access: 'notAllowed', draft }));
    click(button(/^Out of office/));
    expect(box('Message').value).toBe('Away 2 weeks');
    click(button('Cancel'));
    expect(popup.asked('draftOutOfOffice').at(-1)).toEqual(['draftOutOfOffice', null]);
  });

  it('[O7] forgets a draft that was given to main a moment before one cancels', () => {
    const popup = openPage(allowed);
    write('Message', 'Away 1 week');
    pass(500);
    click(button('Cancel'));
    expect(popup.asked('draftOutOfOffice').map(([, draft]) => draft)).toEqual([expect.anything(), null]);
  });

  it('[O6] the switch turns all of it off, also what is planned', () => {
    const popup = openPage(states.absenceScheduled);
    const toggle = screen.getByRole<HTMLInputElement>('switch', { name: 'Out of office' });
    expect(toggle.checked).toBe(true);
    click(toggle);
    expect(popup.asked('endOutOfOffice')).toHaveLength(1);
  });

  it('[O2] the switch takes back what the presence alone says, as the one on the home page does', () => {
    const popup = openPage(states.absenceElsewhere);
    click(screen.getByRole('switch', { name: 'Out of office' }));
    expect(popup.sent().at(-1)).toEqual(['setOutOfOffice', { isOutOfOffice: false, message: null }]);
  });

  it('[O9] offers nothing that presences here lack', () => {
    openPage(withOutOfOffice({ isInPresence: false, access: 'ready', mailbox: mailbox() }));
    expect(screen.queryByRole('checkbox', { name: /in my presence/ })).toBeNull();
    press('Escape');
    expect(screen.queryByRole('switch', { name: 'Out of office' })).toBeNull();
  });

  it('[O9] takes no message that would be shown with nothing', () => {
    openPage(withOutOfOffice({ isInPresence: false, access: 'missing' }));
    expect(screen.queryByRole('textbox', { name: 'Message' })).toBeNull();
  });

  it('takes letters and digits as text, and Ctrl+Enter for Save', () => {
    const popup = openPage(allowed);
    box('Message').focus();
    for (const key of ['1', 'o', '0']) press(key);
    expect(popup.sent()).toEqual([['readMailbox']]);
    press('Enter', { ctrlKey: true });
    expect(popup.asked('saveOutOfOffice')).toHaveLength(1);
  });

  it('offers texts for another time', () => {
    const texts = { recent: ['Away until {until}.'], favourite: ['Gone fishing.'] };
    const popup = openPage(withOutOfOffice({ access: 'notAllowed', texts }));
    click(button('Texts'));
    click(screen.getByRole('menuitem', { name: 'Gone fishing.' }));
    expect(box('Message').value).toBe('Gone fishing.');
    click(button('Texts'));
    click(screen.getByRole('menuitem', { name: 'Remove from favourites' }));
    expect(popup.asked('keepText')).toEqual([['keepText', { text: 'Gone fishing.', isFavourite: false }]]);
    click(button('Texts'));
    click(screen.getByRole('menuitem', { name: 'Insert the end date' }));
    click(button('Save'));
    expect(screen.getByText('Gone fishing. {until}')).toBeTruthy();
    expect(popup.asked('saveOutOfOffice')).toEqual([]);
  });
});
