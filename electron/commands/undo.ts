import type { Clock } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import { undoUsed } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import type { Publisher } from './publish.ts';

/** Makes the command that asks for what held before the last change. What has ended meanwhile is over. */
export function createUndo(store: Store, { publish }: Publisher, { now }: Clock) {
  return async (): Promise<void> => {
    const { undo } = store.get();
    if (undo === null) return;
    store.apply(undoUsed);
    await publish(hasEnded(undo, now()) ? { kind: 'automatic' } : undo);
  };
}
