import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { starterPresets } from '#contract/preset.ts';
import { click, closePopup, openPopup, openSettings, press } from '../open.tsx';
import { mailbox, withOutOfOffice } from '../outOfOfficeStates.ts';
import { settingsStates } from '../settingsStates.ts';
import { states } from '../states.ts';

afterEach(closePopup);

const list = (name: string) => screen.getByRole('combobox', { name });
const heading = () => screen.getByRole('heading', { level: 1 }).textContent;
/** Saves by the keys, from a list; what comes of that may take until the list has taken what is marked. */
async function saveFrom(name: string, ...keys: readonly string[]): Promise<void> {
  act(() => list(name).focus());
  for (const key of keys) press(key);
  await act(async () => press('Enter', { ctrlKey: true }));
}

function openAbsence() {
  const popup = openPopup(withOutOfOffice({ access: 'ready', mailbox: mailbox({ audience: 'all' }) }));
  click(screen.getByRole('button', { name: /^Out of office/ }));
  click(screen.getByRole('radio', { name: /^From/ }));
  return popup;
}

describe('[L5] Ctrl+Enter saves from a list as from each other field:', () => {
  const preset = async (...keys: readonly string[]) => {
    const window = openSettings(settingsStates.presets);
    click(screen.getByRole('button', { name: 'Edit Lunch' }));
    await saveFrom('Icon', ...keys);
    return window.sent().flatMap(([command, input]) => (command === 'changeSettings' ? [input] : []));
  };
  const withIcon = (icon: string) => ({
    presets: starterPresets.map((each) => (each.id === 'lunch' ? { ...each, icon } : each)),
  });

  it('of a preset', async () => {
    expect(await preset()).toEqual([withIcon('food')]);
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('of a preset, with what is marked in one that is open', async () => {
    expect(await preset('Enter', 'Home')).toEqual([withIcon('focus')]);
  });

  it.each([
    ['Reply to others', []],
    ['Reply to others', ['Enter']],
    ['Time zone', []],
  ])('of the out-of-office page, %s after %j', async (name, keys) => {
    openAbsence();
    await saveFrom(name, ...keys);
    expect(heading()).toBe('What people will see');
  });

  it('of the out-of-office page, with the zone that was typed in part', async () => {
    openAbsence();
    fireEvent.change(list('Time zone'), { target: { value: 'new york' } });
    await saveFrom('Time zone', 'ArrowDown', 'Home');
    expect([heading(), screen.getAllByText(/New_York/).length > 0]).toEqual(['What people will see', true]);
  });

  it('of a status message', async () => {
    const popup = openPopup(states.homeAvailable);
    press('m');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Deep work' } });
    await saveFrom('Clear after');
    expect(popup.sent().map(([command]) => command)).toContain('setStatusMessage');
  });
});

it('Ctrl+Enter in a list where there is nothing to save is left to the list', async () => {
  const popup = openPopup(states.homeAvailable);
  await saveFrom('Duration');
  expect([list('Duration').getAttribute('aria-expanded'), popup.sent()]).toEqual(['true', []]);
});
