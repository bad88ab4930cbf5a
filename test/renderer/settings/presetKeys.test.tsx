import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { click, closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);
const { presets: opened } = settingsStates;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

it('[L5] Enter in a preset’s name saves it, as its button does', () => {
  const window = openSettings(opened);
  click(button('Edit Lunch'));
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
  fireEvent.change(name, { target: { value: 'Dinner' } });
  expect(name.form?.contains(button('Save'))).toBe(true);
  expect(button('Save')).toHaveProperty('type', 'submit');
  expect(button('Cancel')).toHaveProperty('type', 'button');
  if (name.form !== null) fireEvent.submit(name.form);
  const dinner = opened.settings.presets.map((each) => (each.id === 'lunch' ? { ...each, name: 'Dinner' } : each));
  expect(window.sent()).toContainEqual(['changeSettings', { presets: dinner }]);
});
