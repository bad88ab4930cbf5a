import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { click, closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

const button = (name: string | RegExp) => screen.getByRole('button', { name });

afterEach(closePopup);

it.each(['keysRefused', 'keysByDesktop'] as const)('[A5] single keys are turned off there: %s', (name) => {
  const window = openSettings(settingsStates[name]);
  click(screen.getByRole('switch', { name: 'Single keys' }));
  expect(window.sent()).toEqual([['changeSettings', { singleKeys: false }]]);
});

describe('the shortcuts', () => {
  const record = (action: string, key: object) => {
    const recorder = button(new RegExp(`^Shortcut for ${action}:`));
    click(recorder);
    fireEvent.keyDown(recorder, key);
    return recorder;
  };

  it('are recorded by pressing them, and cleared', () => {
    const window = openSettings(settingsStates.keysRefused);
    record('Busy', { key: 'b', code: 'KeyB', ctrlKey: true, altKey: true });
    click(button('Clear the shortcut for Focus 2 h'));
    const [open, preset] = settingsStates.keysRefused.settings.shortcuts;
    expect(window.sent()).toEqual([
      ['recordShortcut', true],
      ['changeSettings', { shortcuts: [open, preset, { action: 'busy', keys: 'Ctrl+Alt+B' }] }],
      ['recordShortcut', false],
      ['changeSettings', { shortcuts: [open] }],
    ]);
  });

  it('are let go for as long as some are recorded, and for no longer, however that ends', () => {
    const window = openSettings(settingsStates.keysRefused);
    const recorder = record('Busy', { key: 'a', code: 'KeyA' });
    fireEvent.keyDown(recorder, { key: 'Escape' });
    click(recorder);
    fireEvent.blur(recorder);
    fireEvent.blur(recorder);
    click(recorder);
    window.tell(settingsStates.rules);
    const told = [true, false, true, false, true, false];
    expect(window.sent()).toEqual(told.map((isRecording) => ['recordShortcut', isRecording]));
  });

  it('say what stands in the way', () => {
    const window = openSettings(settingsStates.keysRefused);
    expect(screen.getByText('Another program has these keys.')).toBeTruthy();
    record('Busy', { key: 'p', code: 'KeyP', ctrlKey: true, altKey: true });
    expect(screen.getByText('Already used for Open Presently.')).toBeTruthy();
    const recorder = record('Available', { key: 'a', code: 'KeyA' });
    expect(screen.getByText(/^Use Ctrl, Alt or the like/)).toBeTruthy();
    fireEvent.keyDown(recorder, { key: 'Escape' });
    expect(within(recorder).getByText('None')).toBeTruthy();
    expect(window.sent().map(([command]) => command)).not.toContain('changeSettings');
  });

  it('of a preset that is gone are free', () => {
    const { settings } = settingsStates.keysRefused;
    const gone = { action: 'preset:gone', keys: 'Ctrl+Alt+G' };
    const shortcuts = [...settings.shortcuts, gone];
    const window = openSettings({ ...settingsStates.keysRefused, settings: { ...settings, shortcuts } });
    record('Busy', { key: 'g', code: 'KeyG', ctrlKey: true, altKey: true });
    expect(window.sent()).toContainEqual([
      'changeSettings',
      { shortcuts: [...settings.shortcuts, { action: 'busy', keys: 'Ctrl+Alt+G' }] },
    ]);
  });

  it('are left to a desktop that keeps them, with the commands to give it', () => {
    const window = openSettings(settingsStates.keysByDesktop);
    expect(screen.getByText('/opt/Presently/presently --preset focus')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Shortcut for/ })).toBeNull();
    const [first] = screen.getAllByRole('button', { name: 'Copy' });
    if (first !== undefined) click(first);
    expect(window.sent()).toEqual([['copyCommandLine', 'open']]);
  });
});
