import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Preset, presetLimit, starterPresets } from '#contract/preset.ts';
import { click, closePopup, openSettings, point, press } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const choose = (field: string, option: string) => {
  click(screen.getByRole('combobox', { name: field }));
  click(screen.getByRole('option', { name: option }));
};
const [focus, lunch, done] = starterPresets;

afterEach(closePopup);

describe('the presets', () => {
  it('are put in order, marked as favourites and deleted, which can be taken back', () => {
    const window = openSettings(settingsStates.presets);
    click(button('Move Lunch up'));
    click(screen.getByRole('button', { name: 'Lunch on the popup' }));
    button('Edit Done for today').focus();
    press('ArrowUp', { altKey: true });
    click(button('Delete Focus 2 h'));
    click(button('Undo'));
    const changes = window.sent().map(([, change]) => change);
    expect(changes).toEqual([
      { presets: [lunch, focus, done] },
      { presets: [focus, lunch && { ...lunch, isFavourite: false }, done] },
      { presets: [focus, done, lunch] },
      { presets: [lunch, done] },
      { presets: [focus, lunch, done] },
    ]);
  });

  it('come back in their place, and take nothing with them that came meanwhile', () => {
    const window = openSettings(settingsStates.presets);
    const tell = (presets: readonly Preset[]) =>
      window.tell({ ...settingsStates.presets, settings: { ...settingsStates.presets.settings, presets } });
    click(button('Delete Lunch'));
    if (focus === undefined || lunch === undefined || done === undefined)
      throw new Error('there are three to begin with');
    const workshop = { ...lunch, id: 'workshop', name: 'Workshop' };
    tell([focus, done, workshop]);
    click(button('Undo'));
    expect(window.sent().at(-1)).toEqual(['changeSettings', { presets: [focus, lunch, done, workshop] }]);
    click(button('Delete Focus 2 h'));
    // Another one has its name by now.
    tell([lunch, done, { ...workshop, name: 'Focus 2 h' }]);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('begin as a form, which wants a name of its own', () => {
    const window = openSettings(settingsStates.presets);
    click(button('Add a preset'));
    click(button('Save'));
    expect(screen.getByText('Give it a name.')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'lunch' } });
    expect(screen.getByText('Another preset has this name.')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: ' Workshop ' } });
    choose('Presence', 'In a call');
    choose('Duration', '2 hours');
    choose('Status message', 'Set to');
    fireEvent.change(screen.getByRole('textbox', { name: 'Text of the message' }), { target: { value: 'Busy' } });
    choose('Out of office', 'Turn on');
    choose('Work location', 'Remote');
    click(button('Save'));
    expect(window.sent()).toEqual([
      [
        'changeSettings',
        {
          presets: [
            ...starterPresets,
            {
              ...{ id: 'workshop', name: 'Workshop', icon: 'star', isFavourite: true },
              presence: { availability: 'Busy', activity: 'InACall' },
              ...{ lasts: 'PT2H', sequel: 'automatic', statusMessage: 'Busy', workLocation: 'remote' },
              outOfOffice: { isOutOfOffice: true, message: null },
            },
          ],
        },
      ],
    ]);
  });

  it('are still in the form after a look at another page', () => {
    const window = openSettings(settingsStates.presets);
    click(button('Edit Lunch'));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Dinner' } });
    window.tell(settingsStates.rules);
    window.tell(settingsStates.presets);
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
    expect([name.value, document.activeElement === name]).toEqual(['Dinner', false]);
    click(button('Save'));
    const changed = lunch && { ...lunch, name: 'Dinner' };
    expect(window.sent()).toEqual([['changeSettings', { presets: [focus, changed, done] }]]);
  });

  it('leave the focus where one goes on: at what was edited, added, or can be taken back', () => {
    const window = openSettings(settingsStates.presets);
    const at = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
    const places: unknown[] = [];
    for (const name of ['Edit Lunch', 'Add a preset']) {
      click(button(name));
      press('Escape');
      places.push(at());
    }
    click(button('Delete Lunch'));
    const { settings } = settingsStates.presets;
    const left = settings.presets.filter(({ name }) => name !== 'Lunch');
    window.tell({ ...settingsStates.presets, settings: { ...settings, presets: left } });
    places.push(at());
    click(button('Undo'));
    window.tell(settingsStates.presets);
    places.push(at());
    expect(places).toEqual(['Edit Lunch', 'Add a preset', 'Undo', 'Edit Lunch']);
  });

  it('leave the focus at what says that there is no more room', () => {
    const { settings } = settingsStates.presets;
    const withPresets = (count: number) => {
      const presets = starterPresets
        .slice(0, 1)
        .flatMap((preset) => Array.from({ length: count }, (_, at) => ({ ...preset, id: `preset-${at}` })));
      return { ...settingsStates.presets, settings: { ...settings, presets } };
    };
    const window = openSettings(withPresets(presetLimit - 1));
    click(button('Add a preset'));
    press('Escape');
    window.tell(withPresets(presetLimit));
    const full = button(`There is room for ${presetLimit} presets.`);
    // A browser takes the focus from what is disabled; this one here does not.
    expect([document.activeElement === full, full.matches(':disabled'), full.getAttribute('aria-disabled')]).toEqual([
      true,
      false,
      'true',
    ]);
  });

  it('are still in the form when what was searched for is emptied, and are not saved by the search', () => {
    const window = openSettings(settingsStates.presets);
    click(button('Edit Lunch'));
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Dinner' } });
    press('f', { ctrlKey: true });
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'idle' } });
    press('Escape');
    press('Enter', { ctrlKey: true });
    expect([screen.queryByDisplayValue('Dinner') !== null, window.sent()]).toEqual([true, []]);
  });

  it('keep their texts through a look at another choice', () => {
    const window = openSettings(settingsStates.presets);
    const type = (name: string, value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
    click(button('Edit Lunch'));
    choose('Status message', 'Set to');
    type('Text of the message', 'Back at one');
    choose('Out of office', 'Turn on');
    type('Out of office message', 'At lunch');
    for (const option of ['Clear', 'Leave as it is', 'Set to']) choose('Status message', option);
    for (const option of ['Turn off', 'Leave as it is', 'Turn on']) choose('Out of office', option);
    click(button('Save'));
    const outOfOffice = { isOutOfOffice: true, message: 'At lunch' };
    const changed = lunch && { ...lunch, statusMessage: 'Back at one', outOfOffice };
    expect(window.sent()).toEqual([['changeSettings', { presets: [focus, changed, done] }]]);
  });

  it('are deleted one at a time, also by a double click that comes to the next one', () => {
    const window = openSettings(settingsStates.presets);
    point(button('Delete Lunch'));
    point(button('Delete Focus 2 h'), 'atOnce');
    expect(window.sent()).toEqual([['changeSettings', { presets: [focus, done] }]]);
  });

  it('stay as they were when the form is left', () => {
    const window = openSettings(settingsStates.presets);
    click(button('Edit Lunch'));
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Dinner' } });
    press('Escape');
    const shown = [
      screen.queryByRole('textbox', { name: 'Name' }) !== null,
      screen.queryByRole('button', { name: 'Edit Lunch' }) !== null,
    ];
    expect([window.sent(), shown]).toEqual([[], [false, true]]);
  });
});
