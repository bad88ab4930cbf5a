import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#contract/languages.ts';
import type { Language } from '#contract/speech.ts';
import { createWords } from '#contract/words.ts';
import { click, closePopup, openPopup, openSettings } from './open.tsx';
import { mailbox, withOutOfOffice } from './outOfOfficeStates.ts';
import { settingsStates } from './settingsStates.ts';

afterEach(closePopup);

const spoken = async (language: Language) => createWords(language, undefined, await loadCatalogue(language));

describe('[L1] what Fluent names in English by itself', () => {
  it.each([
    ['de', 'Suche leeren'],
    ['fr', 'Effacer la recherche'],
    ['es', 'Borrar la búsqueda'],
  ] as const)('has its name in the language of the app: %s', async (language, name) => {
    openSettings(settingsStates.general).speak(await spoken(language));
    const search = screen.getByRole<HTMLInputElement>('searchbox');
    act(() => search.focus());
    fireEvent.change(search, { target: { value: 'x' } });
    click(screen.getByRole('button', { name }));
    expect(search.value).toBe('');
  });

  it('has none where it is no control of its own: the zone’s list is opened in its field', () => {
    openPopup(withOutOfOffice({ access: 'ready', mailbox: mailbox() }));
    click(screen.getByRole('button', { name: /^Out of office/ }));
    click(screen.getByRole('radio', { name: /^From/ }));
    const zone = screen.getByRole('combobox', { name: 'Time zone' });
    expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull();
    expect(zone.parentElement?.querySelectorAll('[tabindex="0"]')).toHaveLength(0);
    click(zone);
    expect(zone.getAttribute('aria-expanded')).toBe('true');
  });
});
