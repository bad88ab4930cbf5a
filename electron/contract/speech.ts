import { dayTags, firstDayOfWeek } from './week.ts';

/** The languages that can be chosen, by their BCP 47 tags. */
export const languages = ['en', 'de', 'fr', 'es'] as const;
/**
 * Made from English by a function, for translators and tests: accented and longer, and from right to left. Not offered
 * to choose, but config.json may name them.
 */
export const pseudoLanguages = ['en-XA', 'ar-XB'] as const;
export type Language = (typeof languages)[number] | (typeof pseudoLanguages)[number];

export const languageSettings = ['system', ...languages, ...pseudoLanguages] as const;
export type LanguageSetting = (typeof languageSettings)[number];

/** How each language calls itself, which is how it is found by who cannot read the others. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  'en-XA': 'Pseudo-English',
  'ar-XB': 'Pseudo-Arabic',
};

/** The languages that a native speaker has read as a whole; the others are machine-made. */
export const reviewedLanguages: readonly Language[] = ['en'];

/**
 * What the system says of languages.
 *
 * Shape: `languages` as BCP 47 tags, the preferred first. `formats` is the locale of dates and times, with the clock
 * and the first day of the week as `-u-hc-…` and `-u-fw-…` where the user decided on these.
 */
export interface SystemSpeech {
  readonly languages: readonly string[];
  readonly formats: string;
}

/** The language of words, and the locale in which dates and times are written: two things on many computers. */
export interface Speech {
  readonly language: Language;
  readonly formats: string;
}

export const initialSpeech: Speech = { language: 'en', formats: 'en-GB' };

/** What is spoken: as the user has set it, else the first of the system's languages that the app knows, else English. */
export function speechOf(setting: LanguageSetting, system: SystemSpeech): Speech {
  const language = setting === 'system' ? firstKnown(system.languages) : setting;
  return { language, formats: formatsOf(language, localeOf(system.formats)) };
}

function firstKnown(tags: readonly string[]): Language {
  const spoken = tags.map((tag) => localeOf(tag).language);
  return spoken.flatMap((tag) => languages.find((language) => language === tag) ?? [])[0] ?? 'en';
}

/** Names of months and days in the language of the words; clock, week and order as the region has them. */
function formatsOf(language: Language, system: Intl.Locale): string {
  const own = new Intl.Locale(language).language;
  const region = system.maximize().region ?? 'GB';
  const clock = new Intl.DateTimeFormat(system.toString(), { hour: 'numeric' }).resolvedOptions().hourCycle ?? 'h23';
  const week = dayTags[firstDayOfWeek(system) - 1];
  return new Intl.Locale(`${own}-${region}-u-fw-${week}-hc-${clock}`).toString();
}

/** What the system calls a locale need not be one, as C; then it is the one that computers come with. */
function localeOf(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale('en-US');
  }
}
