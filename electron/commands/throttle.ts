import { toEpoch } from '#contract/instant.ts';
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
  return {
    note(problem) {
      if (problem.kind === 'throttled') throttled = problem;
    },
    current: () => (throttled !== null && toEpoch(throttled.retryAt) > now() ? throttled : null),
  };
}
