import type { Instant } from '#contract/instant.ts';
import type { Duration, Plan } from '#contract/plan.ts';
import { isSamePair } from '#contract/presence.ts';
import type { AppState } from '#contract/state.ts';
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

/** Whether a wish is for what was chosen already, so that all it changes of the presence is its end. */
export function isOnlyAnotherEnd({ publication, chosen }: AppState): boolean {
  if (publication.status !== 'publishing' && publication.status !== 'waiting') return false;
  const { wish } = publication;
  return (
    wish.kind === 'presence' &&
    chosen !== null &&
    isSamePair(chosen.presence, wish.presence) &&
    (chosen.ending?.at !== wish.ending?.at || chosen.ending?.sequel !== wish.ending?.sequel)
  );
}
