import { isAmbiguous, type Problem } from '#contract/problem.ts';
import type { AppState, Wish } from '#contract/state.ts';
import type { Log } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import { publicationWaiting } from '../state/transitions.ts';
import { expireWish } from './expireWish.ts';
import { inBackground } from './inBackground.ts';
import { createRetryWait, type RetryWaitParts } from './retryWait.ts';

export interface WaitingWishParts extends RetryWaitParts {
  readonly log: Log;
  readonly refreshPresence: () => Promise<void>;
  /** Tells the wish once more, as one that nobody tries again. */
  readonly repeat: (wish: Wish) => Promise<void>;
}

/** The wish that waits for its time, which the problem names. */
export interface WaitingWish {
  wait(wish: Wish, problem: Problem): void;
  /** Sends what waits, because the network, the session or the time for it has come. */
  resume(): Promise<void>;
  /** One was taken: the next trouble is a new one. */
  reset(): void;
}

/** Makes the waiting between two tries. */
export function createWaitingWish(parts: WaitingWishParts): WaitingWish {
  const { store, clock, log, refreshPresence, repeat } = parts;
  const retryWait = createRetryWait(parts);

  /** Before an ambiguous request is repeated, what others see is asked: it may have been carried out. */
  async function goOn(waiting: Extract<AppState['publication'], { status: 'waiting' }>): Promise<void> {
    const { wish, problem } = waiting;
    if (isAmbiguous(problem)) await refreshPresence();
    if (store.get().publication !== waiting) return;
    if (!hasEnded(wish, clock.now())) await repeat(wish);
    else if (store.get().reading.status === 'idle') expireWish(store);
  }

  return {
    reset: retryWait.reset,
    async resume() {
      const { publication } = store.get();
      if (publication.status === 'waiting') await goOn(publication);
    },
    wait(wish, problem) {
      store.apply(publicationWaiting, wish, problem);
      const waiting = store.get().publication;
      const whenDue = retryWait.wait(problem).then(async () => {
        // Without a network it rests until `resume`.
        if (waiting.status !== 'waiting' || store.get().publication !== waiting || !store.get().isOnline) return;
        await goOn(waiting);
      });
      inBackground(log, 'retry', whenDue);
    },
  };
}
