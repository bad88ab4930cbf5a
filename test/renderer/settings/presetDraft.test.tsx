import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { AppState } from '#contract/state.ts';
import { click, closePopup, openSettings, pass } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);
const { presets: opened } = settingsStates;
const lunch = opened.settings.presets.find(({ id }) => id === 'lunch');
const presetDraft = lunch === undefined ? null : { ...lunch, name: 'Dinner' };
const kept: AppState = { ...opened, presetDraft };
const button = (name: string) => screen.getByRole('button', { name });

function write(name: string): void {
  fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: name } });
}

it('[C4] a preset that is being edited is handed over a moment later, and as its window is closed', () => {
  const { sent } = openSettings(opened);
  click(button('Edit Lunch'));
  write('Dinn');
  pass(401);
  write('Dinner');
  act(() => void window.dispatchEvent(new Event('beforeunload')));
  expect(sent()).toEqual([
    ['draftPreset', { ...lunch, name: 'Dinn' }],
    ['draftPreset', presetDraft],
  ]);
});

it('[C4] it is in the form when the window opens again, and no longer once it is saved or given up', () => {
  const { sent, tell } = openSettings(settingsStates.general);
  // The first state is main's only a moment after the page is there.
  tell(kept);
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Dinner');
  click(button('Cancel'));
  expect(sent()).toEqual([['draftPreset', null]]);
  expect(button('Edit Lunch')).toBe(document.activeElement);
  tell({ ...kept, presetDraft: null });
  click(button('Edit Lunch'));
  write('Supper');
  pass(401);
  click(button('Save'));
  expect(sent().slice(2)).toEqual([
    ['draftPreset', null],
    ['changeSettings', expect.anything()],
  ]);
});

it('[C4] what was kept of it a moment too late does not open the form again', () => {
  const { tell } = openSettings(opened);
  click(button('Edit Lunch'));
  write('Dinner');
  pass(401);
  click(button('Cancel'));
  tell(kept);
  expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
});
