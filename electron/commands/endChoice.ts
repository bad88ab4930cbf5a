import { canRestore } from '#contract/actions.ts';
import type { Sequel } from '#contract/plan.ts';
import { plainPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import type { Choice, Wish } from '#contract/state.ts';
import type { Store } from '../state/store.ts';
import type { Presets } from './presets.ts';
import type { Publisher } from './publish.ts';

/**
 * Makes the ending of the choice that stands, at its time or before. What comes then is set. A preset's end is the end
 * of all that it set; of a rule's the rule decides.
 */
export function createEndChoice(
  store: Store,
  { publish }: Pick<Publisher, 'publish'>,
  { takeBack }: Pick<Presets, 'takeBack'>,
): () => Promise<void> {
  return async () => {
    const state = store.get();
    const { chosen } = state;
    if (chosen === null) return;
    const next = wishOf(chosen.ending?.sequel ?? 'automatic', chosen);
    const isPreset = chosen.rule === undefined && canRestore(state);
    await (isPreset ? takeBack(next) : publish(next));
  };
}

/** What comes after a rule's choice is the rule's too, which takes it back with all that its preset replaced. */
function wishOf(sequel: Sequel, choice: Choice): Wish {
  if (sequel === 'automatic') return { kind: 'automatic' };
  return {
    kind: 'presence',
    presence: plainPresence(sequel),
    outOfOfficeSettings: null,
    ending: null,
    ...(choice.rule === undefined ? {} : originOf(choice)),
  };
}
