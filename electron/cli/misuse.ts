import type { WordId } from '#contract/words.ts';
import type { OptionName } from './options.ts';

/** What was not understood, as words to be said. */
export interface Misuse {
  readonly id: WordId;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Stops the reading at the first thing that was not understood. Never leaves this room. */
export class MisuseError extends Error {
  readonly misuse: Misuse;
  constructor(id: WordId, values: Misuse['values'] = {}) {
    super(id);
    this.misuse = { id, values };
  }
}

/** What the words say of each option of ours; a flag that was given has an empty text. */
export type Given = Readonly<Partial<Record<OptionName, string>>>;

/** Where and when the command is given. Units: `now` in milliseconds since 1970; `timeZone` as an IANA name. */
export interface Here {
  readonly now: number;
  readonly timeZone: string;
}

/** Long enough to be known again. */
export function short(word: string): string {
  return word.length > 60 ? `${word.slice(0, 60)}…` : word;
}
