import { type ReactNode, useEffect, useState } from 'react';
import { loadCatalogue } from '#contract/languages.ts';
import type { Language } from '#contract/speech.ts';
import { createWords, type Words } from '#contract/words.ts';
import { WordsProvider } from './parts/words.ts';
import { useAppState } from './projection.ts';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
}

/** Speaks the language that is spoken now: draws what is in it when its words are there, and anew in another one. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const { language, formats } = useAppState().speech;
  // English is always there, so that a page in it is drawn at once.
  const [spoken, setSpoken] = useState<Spoken | null>(() =>
    language === 'en' ? { language, words: createWords(formats) } : null,
  );
  useEffect(() => {
    if (spoken?.language === language && spoken.words.formats === formats) return;
    let isCurrent = true;
    async function learn(): Promise<void> {
      const catalogue = await loadCatalogue(language);
      if (isCurrent) setSpoken({ language, words: createWords(formats, undefined, catalogue) });
    }
    learn().catch((error: unknown) => {
      reportError(error);
      // English is better than nothing.
      if (isCurrent) setSpoken({ language, words: createWords(formats) });
    });
    return () => {
      isCurrent = false;
    };
  }, [language, formats, spoken]);
  const words = spoken?.words ?? null;
  useEffect(() => {
    if (words === null) return;
    document.documentElement.lang = words.say('app.language');
    document.documentElement.dir = words.say('app.direction');
  }, [words]);
  return words === null ? null : <WordsProvider value={words}>{children}</WordsProvider>;
}
