import { toEpoch, toInstant } from '#contract/instant.ts';
import type { Problem } from '#contract/problem.ts';
import type { AppState } from '#contract/state.ts';
import type { Clock } from '../ports.ts';

type Throttled = Extract<Problem, { kind: 'throttled' }>;

/** The time before which the service wants no request at all, even if the wish is given up meanwhile. */
export interface Throttle {
  /** Takes note of what a request came to. */
  note(problem: Problem): void;
  /** Why nothing may be sent now; null when something may. */
  current(): Throttled | null;
}

/** Makes the memory of Retry-After that reads and writes share. Microsoft's and the demo's know nothing of each other. */
export function createThrottle({ now }: Pick<Clock, 'now'>, store: { get(): Pick<AppState, 'isDemo'> }): Throttle {
  const kept = new Map<boolean, { readonly problem: Throttled; readonly length: number; since: number }>();
  return {
    note(problem) {
      if (problem.kind !== 'throttled') return;
      const since = now();
      kept.set(store.get().isDemo, { problem, since, length: toEpoch(problem.retryAt) - since });
    },
    current() {
      const last = kept.get(store.get().isDemo);
      if (last === undefined) return null;
      // Where the clock was put back, the moment that was named may be hours away; the wait is as long as it was.
      if (last.since > now()) last.since = now();
      if (now() - last.since >= last.length) return null;
      return { ...last.problem, retryAt: toInstant(last.since + last.length) };
    },
  };
}
