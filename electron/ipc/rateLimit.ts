import type { Clock } from '../ports.ts';

/** How many may come at once, and how many a second after that. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Makes the counter that says whether one more may come now; a clock that was set back gives nothing and takes nothing. */
export function createRateLimit({ burst, perSecond }: Rate, clock: Pick<Clock, 'now'>): () => boolean {
  let left = burst;
  let countedAt = clock.now();
  return () => {
    const now = clock.now();
    left = Math.min(burst, left + (Math.max(0, now - countedAt) * perSecond) / 1000);
    countedAt = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
