import { type ReactNode, useEffect, useState } from 'react';
import { loadCatalogue } from '#contract/languages.ts';
import { createWords, type Words } from '#contract/words.ts';
import { WordsProvider } from './parts/words.ts';
import { useAppState } from './projection.ts';

/** Speaks the language that is spoken now: draws what is in it when its words are there, and anew in another one. */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const { speech } = useAppState();
  const [words, setWords] = useState<Words | null>(null);
  const { language, formats } = speech;
  useEffect(() => {
    let isCurrent = true;
    async function learn(): Promise<void> {
      const catalogue = await loadCatalogue(language);
      if (isCurrent) setWords(createWords(formats, undefined, catalogue));
    }
    learn().catch((error: unknown) => {
      reportError(error);
      // English is always there, and better than nothing.
      if (isCurrent) setWords(createWords(formats));
    });
    return () => {
      isCurrent = false;
    };
  }, [language, formats]);
  useEffect(() => {
    if (words === null) return;
    document.documentElement.lang = words.say('app.language');
    document.documentElement.dir = words.say('app.direction');
  }, [words]);
  return words === null ? null : <WordsProvider value={words}>{children}</WordsProvider>;
}
