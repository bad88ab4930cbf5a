import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { click, closePopup, openSettings, pass } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);

it.each([
  ['about', 'Copy diagnostics', settingsStates.about],
  ['shortcuts', 'Copy', settingsStates.keysByDesktop],
] as const)(
  '[L5] that something was copied is said for a moment, on its button alone, on the page %s',
  (_, name, state) => {
    openSettings(state);
    const buttons = screen.getAllByRole('button', { name });
    const [first] = buttons;
    if (first !== undefined) click(first);
    expect(screen.getAllByRole('button', { name: 'Copied' })).toEqual([first]);
    pass(2001);
    expect(screen.getAllByRole('button', { name })).toEqual(buttons);
  },
);
