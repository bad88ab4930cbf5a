import type { Notice } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';

/** A notice as one plain sentence. */
export function sayNotice(words: Words, notice: Notice): string {
  if (notice.kind === 'configInvalid') return words.say('notice.configInvalid', { keys: notice.keys.join(', ') });
  if (notice.kind === 'presetPartly') {
    const parts = notice.parts.map((part) => words.say(`preset.part.${part}`)).join(', ');
    return words.say('notice.presetPartly', { name: notice.name, parts });
  }
  return words.say(`notice.${notice.kind}`);
}
