import type { Instant } from '#contract/instant.ts';
import type { Duration, Plan } from '#contract/plan.ts';
import type { Words } from '#contract/words.ts';

/** Whether what is planned comes to an end by itself, so that something follows. */
export function hasEnd({ lasts }: Plan): boolean {
  return lasts !== 'untilChanged';
}

export function sayDuration(words: Words, duration: Duration): string {
  return words.say(`plan.lasts.${duration}`);
}

/** How long it lasts, as short as a field wants it. */
export function sayLasts(words: Words, lasts: Plan['lasts'], now: number): string {
  if (typeof lasts === 'string') return sayDuration(words, lasts);
  return words.say('plan.until', { time: words.dayAndTime(lasts.until, now) });
}

/** The end that stands in a plan, if it is a moment of its own. */
export function standingEnd(lasts: Plan['lasts']): Instant | null {
  return typeof lasts === 'string' ? null : lasts.until;
}
