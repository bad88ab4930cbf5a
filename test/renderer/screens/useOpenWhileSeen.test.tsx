import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { click, closePopup, openPopup } from '../open.tsx';
import { withOutOfOffice } from '../outOfOfficeStates.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const isOpen = () => screen.queryByRole('menu') !== null;

function openTexts() {
  const popup = openPopup(withOutOfOffice({ access: 'notAllowed' }));
  click(button(/^Out of office/));
  return popup;
}

it.each([
  ['More', () => openPopup(states.homeAvailable)],
  ['Texts', openTexts],
])('a menu that was open when the popup was hidden covers nothing afterwards: %s', (name, open) => {
  const popup = open();
  click(button(name));
  const seen = [isOpen()];
  popup.look(false);
  popup.look(true);
  seen.push(isOpen());
  click(button(name));
  expect([...seen, isOpen()]).toEqual([true, false, true]);
});
