import { plainPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import type { PresenceWish, Wish } from '#contract/state.ts';

/**
 * What comes after the end of a choice. After a rule's it is the rule's too, which takes it back with all that its preset
 * replaced.
 */
export function wishAfter(choice: Pick<PresenceWish, 'ending' | 'presetId' | 'rule'>): Wish {
  const sequel = choice.ending?.sequel ?? 'automatic';
  if (sequel === 'automatic') return { kind: 'automatic' };
  return {
    kind: 'presence',
    presence: plainPresence(sequel),
    outOfOfficeSettings: null,
    ending: null,
    ...(choice.rule === undefined ? {} : originOf(choice)),
  };
}
