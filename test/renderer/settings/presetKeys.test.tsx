import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { moved } from '../../../renderer/settings/presetView.ts';
import { click, closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);
const { presets: opened } = settingsStates;
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const live = () => screen.queryAllByRole('status').map(({ textContent }) => textContent);

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

it('[L5] where a preset was moved to is read aloud, and nothing where there is no place to move it to', () => {
  const { presets } = opened.settings;
  const { tell } = openSettings(opened);
  const focus = within(screen.getByRole('toolbar', { name: 'Focus 2 h' })).getByRole('button', { name: /^Edit/ });
  fireEvent.keyDown(focus, { key: 'ArrowUp', altKey: true });
  expect(live().join('')).not.toContain('Focus');
  fireEvent.keyDown(focus, { key: 'ArrowDown', altKey: true });
  expect(live()).toContain('Focus 2 h: place 2 of 3');
  tell({ ...opened, settings: { ...opened.settings, presets: moved(presets, 'focus', 1) } });
  click(button('Move Lunch down'));
  expect(live()).toContain('Lunch: place 2 of 3');
});
