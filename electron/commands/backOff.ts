import { toEpoch } from '#contract/instant.ts';
import { isAmbiguous, type Problem } from '#contract/problem.ts';
import type { Clock } from '../ports.ts';

const first = 1_000;
const usualLongest = 60_000;
/** What somebody answered with a no may last. Units: milliseconds. */
const longestAfterNo = 15 * 60_000;

/** How long to wait before another try: longer each time, and never quite the same for any two programs. */
export interface BackOff {
  /** Units: milliseconds. */
  next(): number;
  reset(): void;
}

/**
 * Makes a back-off from 1 s to 60 s, or another longest, with equal jitter: half of it fixed, half by chance (0 up to 1).
 * Units: milliseconds.
 */
export function createBackOff(random: () => number, longest = usualLongest): BackOff {
  let wait = first;
  return {
    next() {
      const now = wait / 2 + (random() * wait) / 2;
      wait = Math.min(wait * 2, longest);
      return now;
    },
    reset() {
      wait = first;
    },
  };
}

/** How long what met trouble rests before it is tried again. */
export interface Pauses {
  /** Units: milliseconds. */
  after(problem: Problem): number;
  reset(): void;
}

/** Makes pauses: Retry-After is a floor, no answer is soon asked for again, and a no ever more rarely. */
export function createPauses(random: () => number, { now }: Pick<Clock, 'now'>): Pauses {
  const usual = createBackOff(random);
  const rare = createBackOff(random, longestAfterNo);
  return {
    after(problem) {
      if (problem.kind === 'throttled') return Math.max(toEpoch(problem.retryAt) - now(), 0);
      return isAmbiguous(problem) ? usual.next() : rare.next();
    },
    reset() {
      usual.reset();
      rare.reset();
    },
  };
}
