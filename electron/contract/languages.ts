import { type Catalogue, english } from './languages/english.ts';
import type { Language } from './speech.ts';

/** The words of a language. Only English is always there; another is loaded when it is spoken. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return english;
    case 'de':
      return (await import('./languages/german.ts')).german;
    case 'fr':
      return (await import('./languages/french.ts')).french;
    case 'es':
      return (await import('./languages/spanish.ts')).spanish;
    case 'en-XA':
      return (await import('./languages/pseudo.ts')).pseudoEnglish;
    case 'ar-XB':
      return (await import('./languages/pseudo.ts')).pseudoArabic;
  }
}
