import type { Notice } from './notice.ts';
import { sayReminder } from './outOfOfficeWords.ts';
import type { Words } from './words.ts';

/** A notice as one plain sentence. Units: `now` in milliseconds since 1970. */
export function sayNotice(words: Words, notice: Notice, now: number): string {
  if (notice.kind === 'configInvalid') return words.say('notice.configInvalid', { keys: notice.keys.join(', ') });
  switch (notice.kind) {
    case 'presetPartly': {
      const parts = notice.parts.map((part) => words.say(`preset.part.${part}`)).join(', ');
      return words.say('notice.presetPartly', { name: notice.name, parts });
    }
    case 'outOfOfficeStarts':
    case 'outOfOfficeEnds':
    case 'outOfOfficeOver':
      return sayReminder(words, notice, now);
    default:
      return words.say(`notice.${notice.kind}`);
  }
}
