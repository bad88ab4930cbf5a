import type { Notice, PresetPart } from './notice.ts';
import { sayReminder } from './outOfOfficeWords.ts';
import { sayProblem, type Words } from './words.ts';

/** A notice as one plain sentence. Units: `now` in milliseconds since 1970. */
export function sayNotice(words: Words, notice: Notice, now: number): string {
  switch (notice.kind) {
    case 'configInvalid':
      return [
        ...notice.unreadable.map((place) => words.say(`notice.unreadable.${place}`)),
        ...notice.unusable.map(({ place, keys }) => words.say(`notice.unusable.${place}`, { keys: keys.join(', ') })),
      ].join(' ');
    case 'presetPartly':
      return words.say('notice.presetPartly', { name: notice.name, parts: sayParts(words, notice) });
    case 'restoredPartly':
      return words.say('notice.restoredPartly', { parts: sayParts(words, notice) });
    case 'notKeptVisible':
      return words.say('notice.notKeptVisible', { problem: sayProblem(words, notice.problem) });
    case 'choiceStays':
    case 'absenceStays':
      return words.say(`notice.${notice.kind}`, { time: words.dayAndTime(notice.at, now) });
    case 'outOfOfficeStarts':
    case 'outOfOfficeEnds':
    case 'outOfOfficeOver':
      return sayReminder(words, notice, now);
    default:
      return words.say(`notice.${notice.kind}`);
  }
}

function sayParts(words: Words, { parts }: { readonly parts: readonly PresetPart[] }): string {
  return parts.map((part) => words.say(`preset.part.${part}`)).join(', ');
}
