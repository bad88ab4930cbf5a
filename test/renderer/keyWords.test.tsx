import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#contract/languages.ts';
import type { AppState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import { click, closePopup, openPopup, openSettings, press } from './open.tsx';
import { settingsStates } from './settingsStates.ts';
import { states } from './states.ts';

afterEach(closePopup);

const german = createWords('de', undefined, await loadCatalogue('de'));
const onMac: AppState = { ...states.homeBusyChosen, about: { ...states.homeBusyChosen.about, platform: 'darwin' } };
const listed = () => [...document.querySelectorAll('kbd')].slice(6).map(({ textContent }) => textContent);

describe('[L1] keys have the names that stand on a keyboard of the language:', () => {
  it.each([
    ['Linux', states.homeBusyChosen, 'Strg+Z,F5,Strg+Eingabe,Alt+←,Esc,Strg+_,Strg+Q'],
    ['a Mac', onMac, '⌘Z,F5,⌘Eingabe,⌥←,Esc,⌘_,⌘Q'],
  ])('in the list, on %s', (_, state, keys) => {
    openPopup(state).speak(german);
    press('?');
    expect(listed()).toEqual(keys.split(',').map((each) => each.replace('_', ',')));
  });

  it('in the menu', () => {
    openPopup(states.homeBusyChosen).speak(german);
    click(screen.getByRole('button', { name: 'Mehr' }));
    expect(screen.getByRole('menuitem', { name: /^Einstellungen/ }).textContent).toBe('EinstellungenStrg+,');
  });

  it.each([
    ['linux', 'Ctrl+Shift+Delete', 'Strg+Umschalt+Entf'],
    ['linux', 'Ctrl+Alt+Left', 'Strg+Alt+←'],
    ['darwin', 'Ctrl+Option+P', 'Ctrl+Option+P'],
  ])('among the shortcuts, on %s: %s', (platform, keys, said) => {
    const { settings, about } = settingsStates.shortcuts;
    openSettings({
      ...settingsStates.shortcuts,
      settings: { ...settings, shortcuts: [{ action: 'undo', keys }] },
      about: { ...about, platform },
    }).speak(german);
    expect(screen.getByRole('button', { name: `Tastenkürzel für Rückgängig: ${said}` }).textContent).toBe(said);
  });
});
