import { toEpoch, toInstant } from '#contract/instant.ts';
import type { Problem } from '#contract/problem.ts';
import type { Clock } from '../ports.ts';

type Throttled = Extract<Problem, { kind: 'throttled' }>;

/** The time before which the service wants no request at all, whoever gives a wish up meanwhile. */
export interface Throttle {
  /** Takes note of what a request came to. */
  note(problem: Problem): void;
  /** Why nothing may be sent now; null when something may. */
  current(): Throttled | null;
}

/** Makes the memory of Retry-After that reads and writes share. */
export function createThrottle({ now }: Pick<Clock, 'now'>): Throttle {
  let throttled: Throttled | null = null;
  let since = 0;
  let length = 0;
  return {
    note(problem) {
      if (problem.kind !== 'throttled') return;
      throttled = problem;
      since = now();
      length = toEpoch(problem.retryAt) - since;
    },
    current() {
      // Where the clock was put back, the moment that was named may be hours away; the wait is as long as it was.
      if (since > now()) since = now();
      if (throttled === null || now() - since >= length) return null;
      return { ...throttled, retryAt: toInstant(since + length) };
    },
  };
}
