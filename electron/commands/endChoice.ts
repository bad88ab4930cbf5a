import { canRestore } from '#contract/actions.ts';
import { isSamePair } from '#contract/presence.ts';
import { type Choice, isUnderWay, type Wish } from '#contract/state.ts';
import type { Store } from '../state/store.ts';
import type { Presets } from './presets.ts';
import type { Publisher } from './publish.ts';
import { wishAfter } from './wishAfter.ts';

/**
 * Makes the ending of the choice that stands, at its time or before. What comes then is set. A preset's end is the end
 * of all that it set, but a rule whose state goes on then gives the rest back itself. A newer choice on its way ends it
 * as well.
 */
export function createEndChoice(
  store: Store,
  { publish }: Pick<Publisher, 'publish'>,
  { takeBack }: Pick<Presets, 'takeBack'>,
): () => Promise<void> {
  return async () => {
    const state = store.get();
    const { chosen, publication } = state;
    if (chosen === null || (isUnderWay(publication) && !isSame(publication.wish, chosen))) return;
    const next = wishAfter(chosen);
    const isPreset = canRestore(state) && (chosen.rule === undefined || next.kind === 'automatic');
    await (isPreset ? takeBack(next) : publish(next));
  };
}

/** Whether it asks for nothing but the choice that stands already, as out of office said on top of it does. */
function isSame(wish: Wish, { presence, ending }: Choice): boolean {
  return wish.kind === 'presence' && isSamePair(wish.presence, presence) && wish.ending?.at === ending?.at;
}
