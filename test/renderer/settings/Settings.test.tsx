import { fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Preset, starterPresets } from '#contract/preset.ts';
import { click, closePopup, openSettings, press } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';
import { states } from '../states.ts';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const choose = (field: string, option: string) => {
  click(screen.getByRole('combobox', { name: field }));
  click(screen.getByRole('option', { name: option }));
};
const [focus, lunch, done] = starterPresets;

afterEach(closePopup);

describe('the settings window', () => {
  it('turns to a page, and holds what is changed at once', () => {
    const window = openSettings(settingsStates.general);
    click(screen.getByRole('tab', { name: 'Shortcuts' }));
    click(screen.getByRole('switch', { name: 'Stop when I lock the screen' }));
    choose('A choice that still runs when I quit', 'End it now');
    expect(window.sent()).toEqual([
      ['showSettings', 'shortcuts'],
      ['changeSettings', { stopVisibleOnLock: true }],
      ['changeSettings', { onQuit: 'endNow' }],
    ]);
  });

  it('is found by words, from the keyboard alone', () => {
    const window = openSettings(settingsStates.general);
    press('f', { ctrlKey: true });
    const search = screen.getByRole('searchbox', { name: 'Find a setting' });
    expect(document.activeElement).toBe(search);
    fireEvent.change(search, { target: { value: 'elsewhere' } });
    expect(screen.getByRole('status').textContent).toBe('1 setting found');
    fireEvent.keyDown(search, { key: 'Enter' });
    fireEvent.change(search, { target: { value: 'colour' } });
    expect(screen.getByRole('status').textContent).toBe('Nothing found');
    expect(window.sent()).toEqual([['showSettings', 'general']]);
  });

  it('[A4] locks what the organisation decides, and says so', () => {
    openSettings(settingsStates.managed);
    expect(screen.getByRole('switch', { name: 'Stop when I lock the screen' })).toHaveProperty('disabled', true);
    expect(screen.getByRole('switch', { name: 'When a change could not be applied' })).toHaveProperty(
      'disabled',
      false,
    );
    expect(screen.getAllByText('Managed by your organisation').length).toBe(3);
  });

  it('[R1] tells which way was refused, since when and under which id, and tries it again', () => {
    const { verdict } = states.verdictActions;
    const window = openSettings({ ...settingsStates.account, verdict });
    expect(screen.getByText(new RegExp(`refused the one request .*${verdict?.trace.requestId}`))).toBeTruthy();
    click(button('Try the first way again'));
    window.tell({ ...settingsStates.account, verdict: null });
    expect(window.sent()).toEqual([['forgetVerdict']]);
    expect(screen.queryByText(/refused the one request/)).toBeNull();
  });

  it('opens the settings file, and tells what it cannot read', () => {
    const window = openSettings(settingsStates.about);
    click(button('Open the settings file'));
    window.tell(settingsStates.settingsNotSaved);
    expect(screen.getByText(/your change holds only until/)).toBeTruthy();
    expect(window.sent()).toEqual([['openConfig']]);
  });
});

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
