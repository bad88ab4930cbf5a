import type { Clock } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import { verdictForgotten } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { publicationCancelled, standingWish } from '../state/transitions.ts';
import type { Publisher } from './publish.ts';

/** Makes the command that tries again what has not worked: the wish that waits, or the reading where none does. */
export function createRetryPublication(
  store: Store,
  publisher: Publisher,
  clock: Clock,
  refreshPresence: () => Promise<void>,
) {
  return async (): Promise<void> => {
    const { publication } = store.get();
    if (publication.status === 'idle') await refreshPresence();
    else if (hasEnded(publication.wish, clock.now())) store.apply(publicationCancelled);
    else await publisher.repeat(publication.wish);
  };
}

/** Makes the command after which what stands is written again, to show whether the create operation is offered now. */
export function createForgetVerdict(store: Store, publisher: Publisher) {
  return async (): Promise<void> => {
    store.apply(verdictForgotten);
    const { publication } = store.get();
    const wish = publication.status === 'idle' ? standingWish(store.get()) : publication.wish;
    if (wish !== null) await publisher.publish(wish);
  };
}
