import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { click, closePopup, openPopup, point } from '../open.tsx';
import { mailbox, withOutOfOffice } from '../outOfOfficeStates.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const heading = () => screen.getByRole('heading', { level: 1 });

function openPage() {
  const popup = openPopup(withOutOfOffice({ access: 'ready', mailbox: mailbox({ audience: 'all' }) }));
  click(button(/^Out of office/));
  return { ...popup, asked: () => popup.sent().map(([command]) => command) };
}

it('[O3] a double click on Save shows what goes to whom, and confirms nothing yet', () => {
  const { asked } = openPage();
  point(button('Save'));
  point(button('Confirm'), 'atOnce');
  expect([heading().textContent, asked()]).toEqual(['What people will see', ['readMailbox']]);
  point(button('Confirm'));
  expect(asked()).toContain('saveOutOfOffice');
});

it('[O7] a double click on Change drops no draft', () => {
  const { asked } = openPage();
  fireEvent.change(screen.getByRole('textbox', { name: 'Reply to my organisation' }), { target: { value: 'Away' } });
  point(button('Save'));
  point(button('Change'));
  point(button('Cancel'), 'atOnce');
  expect([heading().textContent, screen.queryByDisplayValue('Away') !== null, asked()]).toEqual([
    'Out of office',
    true,
    ['readMailbox'],
  ]);
});

it('[O3] whoever saves by a key is led to what is reviewed, and a key that is held confirms nothing', () => {
  openPage();
  for (const [name, title] of [
    ['Save', 'What people will see'],
    ['Change', 'Out of office'],
  ] as const) {
    button(name).focus();
    click(button(name));
    expect([document.activeElement, heading().textContent]).toEqual([heading(), title]);
  }
});

it('[L5] whoever saves in vain is led to the field that is wrong, each time', () => {
  openPage();
  const field = screen.getByRole('textbox', { name: 'Reply to my organisation' });
  fireEvent.change(field, { target: { value: '' } });
  for (const name of ['Save', 'Save', 'What people will see']) {
    button(name).focus();
    click(button(name));
    expect([document.activeElement, screen.queryByText('Write what is to be sent.') !== null]).toEqual([field, true]);
  }
});

it('[L5] what is wrong with no single field is brought into view for whoever saves in vain', () => {
  const shown: (string | null)[] = [];
  Element.prototype.scrollIntoView = function scrollIntoView() {
    shown.push(this.textContent);
  };
  openPopup(withOutOfOffice({ access: 'notAllowed', isInPresence: false }));
  click(button(/^Out of office/));
  click(button('Save'));
  expect(shown).toEqual(screen.getAllByRole('alert').map(({ textContent }) => textContent));
});
