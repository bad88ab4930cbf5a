import { isAmbiguous, type Problem } from '#contract/problem.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../state/store.ts';
import { createPauses } from './backOff.ts';
import type { ServiceFor } from './service.ts';

export interface RetryWait {
  /** Resolves when a request that met this problem may be repeated. */
  wait(problem: Problem): Promise<void>;
  /** One was taken: the next trouble is a new one. */
  reset(): void;
}

export interface RetryWaitParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** Makes the wait before a repetition, which ends early when a token service that left us waiting answers again. */
export function createRetryWait({ store, serviceFor, clock, random }: RetryWaitParts): RetryWait {
  const pauses = createPauses(random, clock);

  async function signOfLife(signal: AbortSignal): Promise<void> {
    const { auth } = await serviceFor(store.get());
    await auth.signOfLife(signal);
  }

  async function waitOrLife(milliseconds: number): Promise<void> {
    const isOver = new AbortController();
    await Promise.race([clock.wait(milliseconds, isOver.signal), signOfLife(isOver.signal)]);
    // Whatever did not come first is waited for no longer.
    isOver.abort();
  }

  return {
    async wait(problem) {
      const pause = pauses.after(problem);
      await (isAmbiguous(problem) ? waitOrLife(pause) : clock.wait(pause));
    },
    reset: pauses.reset,
  };
}
