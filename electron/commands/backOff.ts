const first = 1_000;
const usualLongest = 60_000;
/** How rarely it is asked again whether trouble of the place is over. Units: milliseconds. */
export const longestOfPlace = 15 * 60_000;

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
