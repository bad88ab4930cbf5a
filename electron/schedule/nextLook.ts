import { type Instant, toEpoch } from '#contract/instant.ts';
import type { AppState } from '#contract/state.ts';
import { hasPassed } from './facts.ts';

/**
 * How often to look while something is pending, and otherwise: a renewal may come that much late, and has a minute of
 * slack. Units: milliseconds.
 */
const often = 5_000;
const rarely = 30_000;
/** Units: milliseconds. */
const least = 1_000;
/** How long after a start the startup rule, which may have a delay, is waited for. Units: milliseconds. */
const startTime = 60_000;

/** What has to be known beside the state. Units: milliseconds since 1970. */
export interface Occasion {
  readonly now: number;
  readonly startedAt: number;
  readonly isPopupOpen: boolean;
}

/**
 * How long to rest before the next look at what is due, since every look wakes the computer. Known moments are met.
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
  // A user who comes back to the keyboard must not be shown as away for long.
  return isPopupOpen || !isOnline || !isSettled(state) || settings.idleRule !== 'keep' || isBeginning;
}

/** Whether nothing is on its way and no keyring is still to open. After a sign-out there is nothing to wait for. */
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
