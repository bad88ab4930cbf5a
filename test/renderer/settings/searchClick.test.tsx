import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { SettingsPage } from '#contract/settingsPage.ts';
import { click, closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);

const places: readonly (readonly [typed: string, found: RegExp, page: SettingsPage])[] = [
  ['lock the', /^Stop when I lock the screen/, 'general'],
  ['sent', /^How presence is sent/, 'account'],
  ['add a', /^Add a preset/, 'presets'],
  ['seconds', /^Seconds to wait first/, 'startup'],
  ['wakes', /^When it wakes/, 'rules'],
  ['shortcuts', /^Shortcuts/, 'shortcuts'],
  ['file', /^Open the settings file/, 'about'],
];
it.each(places)('what is found for “%s” leads, by a click, to its page', (typed, found, page) => {
  const window = openSettings({
    ...settingsStates.startupRule,
    settingsPage: page === 'general' ? 'about' : 'general',
  });
  const search = screen.getByRole<HTMLInputElement>('searchbox');
  fireEvent.change(search, { target: { value: typed } });
  click(screen.getByRole('button', { name: found }));
  expect([window.sent(), search.value]).toEqual([[['showSettings', page]], '']);
});
