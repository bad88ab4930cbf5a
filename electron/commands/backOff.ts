const first = 1_000;
const longest = 60_000;

/** How long to wait before another try: longer each time, and never quite the same for any two programs. */
export interface BackOff {
  /** Units: milliseconds. */
  next(): number;
  reset(): void;
}

/** Makes a back-off from 1 s to 60 s with equal jitter: half of it fixed, half by chance (0 up to 1). */
export function createBackOff(random: () => number): BackOff {
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
