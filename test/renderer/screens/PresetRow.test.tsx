import { screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { click, closePopup, openPopup, press } from '../open.tsx';
import { states } from '../states.ts';

const pill = (name: string) => within(screen.getByRole('group', { name: 'Presets' })).getByRole('button', { name });

afterEach(closePopup);

it('[A1] a pill sets its preset, and the plus leads to them', () => {
  const popup = openPopup(states.homeAvailable);
  click(pill('Focus 2 h'));
  click(screen.getByRole('button', { name: 'Add a favourite' }));
  expect(popup.sent()).toEqual([
    ['applyPreset', 'focus'],
    ['showSettings', 'presets'],
  ]);
});

it('[A2] the one that stands is pressed, and pressed again it brings back what was before', () => {
  const popup = openPopup(states.presetStands);
  expect(pill('Focus 2 h').getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('combobox', { name: 'Duration' }).textContent).toMatch(/^Until/);
  click(pill('Focus 2 h'));
  expect(popup.sent()).toEqual([['restorePrevious']]);
});

it('[A2] one that stands with nothing from before it promises no return, and is set anew', () => {
  const popup = openPopup(states.presetStands);
  const promised = pill('Focus 2 h').title;
  popup.tell({ ...states.presetStands, previous: null });
  expect([promised, pill('Focus 2 h').title]).toEqual(['Focus 2 h: restore what was before', 'Focus 2 h']);
  click(pill('Focus 2 h'));
  expect(popup.sent()).toEqual([['applyPreset', 'focus']]);
});

it('one whose end brought another presence stands no more', () => {
  const { chosen } = states.presetStands;
  const popup = openPopup({ ...states.presetStands, chosen: chosen && { ...chosen, presence: plainPresence('Away') } });
  expect(pill('Focus 2 h').getAttribute('aria-pressed')).toBe('false');
  click(pill('Focus 2 h'));
  expect(popup.sent()).toEqual([['applyPreset', 'focus']]);
});

it('the keyboard reaches them with one key', () => {
  openPopup(states.homeAvailable);
  press('p');
  expect(document.activeElement).toBe(pill('Focus 2 h'));
});

it('only favourites have a pill', () => {
  const { settings } = states.homeAvailable;
  const presets = settings.presets.map((preset) => ({ ...preset, isFavourite: preset.id === 'lunch' }));
  openPopup({ ...states.homeAvailable, settings: { ...settings, presets } });
  expect(within(screen.getByRole('group', { name: 'Presets' })).getAllByRole('button').length).toBe(1);
});
