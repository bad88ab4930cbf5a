import { type Catalogue, english, type WordId } from './english.ts';

/** Letters that look alike and that no English font lacks; what has none stays. */
const accented = new Map(zip('AaBcCdeEgGhiIjKklLnNoOrRsStTuUwWyYzZ', 'ÅåƁçÇðéÉĝĜĥîÎĵĶķĺĹñÑöÖŕŔšŠţŢûÛŵŴýÝžŽ'));
const arabic = new Map(zip('abcdefghijklmnopqrstuvwxyz', 'ابكدعفغهيجقلمنوبقرستئوخشيز'));

/** What is read by programs rather than by people. */
const sameEverywhere = { 'app.language': 'en', 'app.direction': 'ltr', 'app.name': english['app.name'] };

/** The words as translations may be: about a third longer, with marks at both ends that show what is cut off. */
export const pseudoEnglish: Catalogue = pseudo({
  text: (plain) => spelled(plain, accented).replace(/[aeiouåéîöû](?=\p{L})/giu, '$&$&'),
  whole: (message) => `[${message}]`,
  facts: { 'app.language': 'en-XA' },
});

/** The words in letters that are written from right to left; nobody can read it, and everybody can see the layout. */
export const pseudoArabic: Catalogue = pseudo({
  text: (plain) => spelled(plain.toLowerCase(), arabic),
  whole: (message) => message,
  facts: { 'app.language': 'ar-XB', 'app.direction': 'rtl' },
});

interface Pseudo {
  readonly text: (plain: string) => string;
  readonly whole: (message: string) => string;
  /** What is no text. */
  readonly facts: Partial<Record<WordId, string>>;
}

function pseudo({ text, whole, facts }: Pseudo): Catalogue {
  const messages = Object.entries(english).map(([id, message]) => [id, whole(inMessage(message, text))]);
  return { ...english, ...Object.fromEntries(messages), ...sameEverywhere, ...facts };
}

/** Changes the text of an ICU message and leaves its arguments: text is what stands in an even number of braces. */
function inMessage(message: string, change: (plain: string) => string): string {
  let depth = 0;
  return message
    .split(/([{}])/)
    .map((part) => {
      if (part === '{') depth += 1;
      else if (part === '}') depth -= 1;
      else if (depth % 2 === 0) return change(part);
      return part;
    })
    .join('');
}

function spelled(plain: string, letters: ReadonlyMap<string, string>): string {
  return [...plain].map((letter) => letters.get(letter) ?? letter).join('');
}

function zip(keys: string, values: string): [string, string][] {
  return [...keys].map((key, index) => [key, [...values][index] ?? key]);
}
