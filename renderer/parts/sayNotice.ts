import { sayReminder } from '#contract/outOfOfficeWords.ts';
import type { Notice } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';

/** A notice as one plain sentence. */
export function sayNotice(words: Words, notice: Notice): string {
  if (notice.kind === 'configInvalid') return words.say('notice.configInvalid', { keys: notice.keys.join(', ') });
  switch (notice.kind) {
    case 'presetPartly': {
      const parts = notice.parts.map((part) => words.say(`preset.part.${part}`)).join(', ');
      return words.say('notice.presetPartly', { name: notice.name, parts });
    }
    case 'outOfOfficeStarts':
    case 'outOfOfficeEnds':
    case 'outOfOfficeOver':
      return sayReminder(words, notice, Date.now());
    default:
      return words.say(`notice.${notice.kind}`);
  }
}
