import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { click, closePopup, openSettings, press } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';
import { states } from '../states.ts';

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const choose = (field: string, option: string) => {
  click(screen.getByRole('combobox', { name: field }));
  click(screen.getByRole('option', { name: option }));
};

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
    expect(within(screen.getByRole('navigation')).getByRole('status').textContent).toBe('1 setting found');
    // It takes the word that is being composed, and not the setting.
    fireEvent.keyDown(search, { key: 'Enter', isComposing: true });
    expect(window.sent()).toEqual([]);
    fireEvent.keyDown(search, { key: 'Enter' });
    fireEvent.change(search, { target: { value: 'colour' } });
    expect(within(screen.getByRole('navigation')).getByRole('status').textContent).toBe('Nothing found');
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

  it('copies what whoever helps asks for, also where nothing has failed', () => {
    const window = openSettings(settingsStates.about);
    click(button('Copy diagnostics'));
    expect(window.sent()).toEqual([['copyDiagnostics']]);
  });

  it('opens the settings file, and tells what it cannot read', () => {
    const window = openSettings(settingsStates.about);
    click(button('Open the settings file'));
    window.tell(settingsStates.settingsNotSaved);
    expect(screen.getByText(/your change holds only until/, { selector: 'p' })).toBeTruthy();
    expect(window.sent()).toEqual([['openConfig']]);
  });
});
