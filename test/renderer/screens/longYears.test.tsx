import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { click, closePopup, openPopup } from '../open.tsx';
import { mailbox, withOutOfOffice } from '../outOfOfficeStates.ts';
import { states } from '../states.ts';

afterEach(closePopup);
const years = (label: string) => screen.getByLabelText(label).getAttribute('max');

it('a year has four digits: Chromium takes six where no last day is named, and then there is no such date', () => {
  openPopup(states.homeBusyChosen);
  click(screen.getByRole('combobox', { name: 'Duration' }));
  click(screen.getByRole('option', { name: 'Custom…' }));
  expect(years('Date')).toBe('9999-12-31');
  closePopup();
  openPopup(withOutOfOffice({ access: 'ready', mailbox: mailbox() }));
  click(screen.getByRole('button', { name: /^Out of office/ }));
  click(screen.getByRole('radio', { name: /^From/ }));
  expect(['From', 'Until'].map((edge) => years(`${edge}, date`))).toEqual(['9999-12-31', '9999-12-31']);
});
