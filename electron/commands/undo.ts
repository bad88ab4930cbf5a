import { canRestore } from '#contract/actions.ts';
import type { Wish } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import { undoUsed } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import type { FollowUps } from './followUps.ts';
import type { Presets } from './presets.ts';
import type { Publisher } from './publish.ts';

export interface UndoParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly followUps: FollowUps;
  readonly presets: Pick<Presets, 'restorePrevious'>;
}

/** Makes the command that asks for what held before the last change. What has ended meanwhile is over. */
export function createUndo({ store, clock, publisher, followUps, presets }: UndoParts) {
  const publish = (wish: Wish) => publisher.publish(hasEnded(wish, clock.now()) ? { kind: 'automatic' } : wish);
  return async (): Promise<void> => {
    const { undo } = store.get();
    if (undo === null) return;
    store.apply(undoUsed);
    if (undo.kind === 'outOfOffice') await followUps.ask({ wish: undo.wish, isGivenBack: true, preset: null });
    else if (undo.kind !== 'preset') await publish(undo);
    else if (canRestore(store.get())) await presets.restorePrevious();
    // Somebody chose elsewhere, and the preset stands no more.
    else await publish(undo.wish);
  };
}
