import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#contract/languages.ts';
import { type SettingsPage, settingsPages } from '#contract/settingsPage.ts';
import type { AppState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import { findSettings } from '../../../renderer/settings/findSettings.ts';
import { click, closePopup, openSettings, press, words } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';
import { states } from '../states.ts';

afterEach(closePopup);
const { general, presets, updateReady, keysByDesktop } = settingsStates;
const heading = (name: string) => screen.getByRole('heading', { level: 1, name });
const [focus] = presets.settings.presets;
const everySetting: Readonly<Record<string, AppState>> = {
  ...settingsStates,
  demo: { ...settingsStates.account, isDemo: true },
  refusedWay: { ...settingsStates.account, verdict: states.verdictActions.verdict },
  fullPresets: {
    ...presets,
    settings: {
      ...presets.settings,
      presets: Array.from({ length: 30 }, (_, index) => ({ ...focus, id: `p${index}`, name: `${index}` })),
    },
  } as AppState,
};

function search(typed: string): void {
  press('f', { ctrlKey: true });
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: typed } });
}

describe('the search in the settings', () => {
  it('[L5] leads whoever presses Enter to the heading of what was found', () => {
    const window = openSettings(general);
    search('sleeps');
    press('Enter');
    window.tell(settingsStates.rules);
    expect(document.activeElement).toBe(heading('Rules'));
    // A state that comes later takes the focus from nothing.
    screen.getByRole('tab', { name: 'Rules' }).focus();
    window.tell({ ...settingsStates.rules, isOnline: false });
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Rules' }));
  });

  it('[L5] does so on the page that is open, and by a click', () => {
    openSettings(settingsStates.rules);
    search('sleeps');
    click(within(screen.getByRole('navigation')).getByRole('button', { name: /sleeps/ }));
    expect(document.activeElement).toBe(heading('Rules'));
  });

  it.each(Object.entries(everySetting))('finds nothing that is not on its page: %s', (_, state) => {
    openSettings(state);
    const page = screen.getByRole('main').textContent;
    const found = findSettings(words, words.say(`settings.page.${state.settingsPage}`), state)
      .filter((each) => each.page === state.settingsPage)
      .filter(({ text }) => text !== words.say(`settings.page.${state.settingsPage}`));
    expect(found.filter(({ text }) => !page.includes(text))).toEqual([]);
  });

  it.each(['en', 'de', 'fr', 'es'] as const)('finds what stands on the pages, in their words: %s', async (language) => {
    const spoken = createWords(language, undefined, await loadCatalogue(language));
    const pagesOf = (typed: string, state: AppState): readonly SettingsPage[] =>
      findSettings(spoken, typed, state).map(({ page }) => page);
    expect(pagesOf('outlook', general)).toEqual(['rules']);
    expect(pagesOf('1.2.3', general)).toEqual(['about']);
    expect(pagesOf(spoken.say('rules.idle.after'), general)).toEqual(['rules']);
    expect(pagesOf(spoken.say('menu.copyDiagnostics'), general)).toEqual(['about']);
    expect(pagesOf(spoken.say('settings.connection'), general)).toEqual(['account']);
    expect(pagesOf(spoken.say('update.title'), updateReady)).toEqual(['about']);
    expect(pagesOf(spoken.say('shortcut.recipe'), keysByDesktop)).toEqual(['shortcuts']);
    expect(
      settingsPages.filter((page) => !pagesOf(spoken.say(`settings.page.${page}`), general).includes(page)),
    ).toEqual([]);
  });
});
