import { englishAbout } from './english/about.ts';
import { englishCommandLine } from './english/commandLine.ts';
import { englishOutOfOffice } from './english/outOfOffice.ts';
import { englishPages } from './english/pages.ts';
import { englishPopup } from './english/popup.ts';
import { englishRules } from './english/rules.ts';
import { englishSettings } from './english/settings.ts';

/**
 * Every sentence and label the user sees, in ICU message syntax. English is where a word begins: its keys are those of
 * every language, and the compiler asks for each of them.
 */
export const english = {
  ...englishPopup,
  ...englishOutOfOffice,
  ...englishAbout,
  ...englishPages,
  ...englishSettings,
  ...englishCommandLine,
  ...englishRules,
};

export type WordId = keyof typeof english;

/** One language: the same keys as in English, each in ICU message syntax with the same arguments. */
export type Catalogue = Readonly<Record<WordId, string>>;

/** A part of a catalogue in another language: what is missing or too much does not compile. */
export type Translated<Part> = { readonly [Id in keyof Part]: string };
