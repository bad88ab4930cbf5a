import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { type Preset, starterPresets } from '#contract/preset.ts';
import { click, closePopup, openSettings, press } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

const button = (name: string) => screen.getByRole('button', { name });
const { presets } = settingsStates;

afterEach(closePopup);

const fields: readonly (readonly [field: string, option: string, change: Partial<Preset>])[] = [
  ['Icon', 'Coffee', { icon: 'coffee' }],
  ['Presence', 'Busy', { presence: plainPresence('Busy') }],
  ['Duration', '4 hours', { lasts: 'PT4H' }],
  ['Then', 'Appear away', { sequel: 'Away' }],
  ['Status message', 'Clear', { statusMessage: '' }],
  ['Out of office', 'Turn off', { outOfOffice: { isOutOfOffice: false, message: null } }],
  ['Work location', 'Leave as it is', { workLocation: null }],
];
it.each(fields)('[C4] what is chosen for a preset is kept: %s', (field, option, change) => {
  const [lunch] = starterPresets.filter(({ id }) => id === 'lunch');
  if (lunch === undefined) throw new Error('everybody starts with lunch');
  const before: Preset = { ...lunch, workLocation: 'office' };
  const window = openSettings({ ...presets, settings: { ...presets.settings, presets: [before] } });
  click(button('Edit Lunch'));
  click(screen.getByLabelText(field));
  // By its text: to look for roles in a whole page takes longer than all the rest.
  click(screen.getByText(option, { selector: '[role=option]' }));
  click(button('Save'));
  expect(window.sent()).toEqual([['changeSettings', { presets: [{ ...before, ...change }] }]]);
});

it('[L5] Ctrl+Enter saves a preset, and Escape leaves it as it was', () => {
  const window = openSettings(presets);
  for (const leave of [() => press('Escape'), () => press('Enter', { ctrlKey: true })]) {
    click(button('Edit Lunch'));
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Dinner' } });
    leave();
  }
  const changed = starterPresets.map((preset) => (preset.id === 'lunch' ? { ...preset, name: 'Dinner' } : preset));
  expect(window.sent()).toEqual([['changeSettings', { presets: changed }]]);
});

it('the first preset cannot be moved up, nor the last one down', () => {
  const window = openSettings(presets);
  for (const move of screen.getAllByRole('button', { name: /^Move / })) click(move);
  const [first, second, last] = starterPresets;
  const orders = [
    [second, first, last],
    [second, first, last],
    [first, last, second],
    [first, last, second],
  ];
  expect(window.sent()).toEqual(orders.map((order) => ['changeSettings', { presets: order }]));
});
