import { type Instant, toEpoch } from '#contract/instant.ts';
import type { AppState } from '#contract/state.ts';
import { hasPassed } from './facts.ts';

/**
 * How often is looked while something is awaited, and while nothing is: a renewal may come so much later than it is due,
 * and has a minute. Units: milliseconds.
 */
const often = 5_000;
const rarely = 30_000;
/** Units: milliseconds. */
const least = 1_000;
/** For so long after a start the startup rule, which has its delay, is awaited. Units: milliseconds. */
const startTime = 60_000;

/** What has to be known beside the state. Units: milliseconds since 1970. */
export interface Occasion {
  readonly now: number;
  readonly startedAt: number;
  readonly isPopupOpen: boolean;
}

/**
 * How long to rest until it is looked at what is due: every look wakes the computer. A moment that is known is met.
 *
 * Units: milliseconds.
 */
export function nextLook(state: AppState, occasion: Occasion): number {
  const rests = moments(state).map((moment) => toEpoch(moment) - occasion.now);
  const longest = isAwaited(state, occasion) ? often : rarely;
  return Math.max(least, Math.min(longest, ...rests.filter((rest) => rest > 0)));
}

function isAwaited(state: AppState, { now, startedAt, isPopupOpen }: Occasion): boolean {
  const { isOnline, settings } = state;
  const isBeginning = settings.startupRule.when !== 'never' && !hasPassed(startTime, startedAt, now);
  // Who comes back to the keyboard is not to be shown as away for long.
  return isPopupOpen || !isOnline || !isSettled(state) || settings.idleRule !== 'keep' || isBeginning;
}

/** Whether nothing is on its way, nor a keyring to be opened. Who has signed out is waited for by nobody. */
function isSettled({ session, publication, reading }: AppState): boolean {
  if (session.status === 'signedOut') return session.isLocked !== true;
  return session.status === 'signedIn' && publication.status === 'idle' && reading.status === 'idle';
}

/** All that is to happen at a moment. */
function moments({ chosen, plan, visibleUntil, statusMessage, outOfOffice }: AppState): Instant[] {
  const absence = outOfOffice.absence?.plan;
  return [
    ...[chosen?.ending?.at, visibleUntil, statusMessage.seen?.endsAt, absence?.from, absence?.until],
    typeof plan.lasts === 'object' ? plan.lasts.until : null,
  ].filter((moment) => moment !== null && moment !== undefined);
}
