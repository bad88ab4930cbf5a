import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { german } from '#contract/languages/german.ts';
import { languages } from '#contract/speech.ts';
import { createWords } from '#contract/words.ts';
import { closePopup, openSettings } from '../open.tsx';
import { settingsStates } from '../settingsStates.ts';

afterEach(closePopup);

it('[L1] the language that is spoken is called machine-made, unless a native speaker has read it', () => {
  const { general } = settingsStates;
  const window = openSettings(general);
  const machineMade = languages.filter((language) => {
    window.tell({ ...general, speech: { language, formats: language } });
    return screen.queryByText(/^Machine translation/) !== null;
  });
  expect(machineMade).toEqual(['de', 'fr', 'es']);
});

it('[L2] another language is spoken at once, also in the title of the window', () => {
  const window = openSettings(settingsStates.general);
  const before = document.title;
  window.speak(createWords('de', undefined, german));
  expect([before, document.title]).toEqual(['Presently settings', 'Presently-Einstellungen']);
});
