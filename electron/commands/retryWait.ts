import { isAmbiguous, type Problem } from '#contract/problem.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../state/store.ts';
import type { ServiceFor } from './service.ts';

/** Resolves when a request that met this problem may be repeated. Units: milliseconds. */
export type RetryWait = (problem: Problem, milliseconds: number) => Promise<void>;

/**
 * Makes the wait before a repetition. Retry-After is a floor; a back-off ends early when a token service that left us
 * waiting answers again.
 */
export function createRetryWait(store: Store, serviceFor: ServiceFor, clock: Clock): RetryWait {
  async function signOfLife(): Promise<void> {
    const { auth } = await serviceFor(store.get());
    await auth.signOfLife();
  }

  return async (problem, milliseconds) => {
    const wait = clock.wait(Math.max(milliseconds, 0));
    await (isAmbiguous(problem) ? Promise.race([wait, signOfLife()]) : wait);
  };
}
