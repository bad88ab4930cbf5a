import { toEpoch } from '#contract/instant.ts';
import type { AppState } from '#contract/state.ts';
import { type AskedFirst, type Facts, hasPassed, isOver } from './facts.ts';
import { isChoiceFading, isSessionFading } from './renewal.ts';

const second = 1_000;
const minute = 60 * second;
/** The shares of the middle that chance may add or take: 20 to 30 seconds, 3.2 to 4.8 minutes. */
const jitterShare = 0.2;
/** After this long without an answer nobody should take the icon for the truth. */
const outdatedAfter = 30 * minute;
const readEvery = { open: 25 * second, closed: 4 * minute };
/** What could not be done, or not be asked about, is tried again, but not all the time. */
const againAfter = minute;
/** What is refused each time is tried more rarely: each refusal is told, and costs requests. */
const longestPause = 15 * minute;

/** What is to be done by itself, without anybody's click, in the order in which it is to be done. */
const order = [
  /** A planned end that stood for an earlier choice has passed. */
  'dropPlan',
  /** The waiting wish has outlived its own end. It is looked for first, because it may have been carried out. */
  'dropWish',
  /** The standing choice has reached its end: back to automatic, or on to its sequel. */
  'endChoice',
  /** Our status message has reached its end, and the service still shows it. */
  'endMessage',
  'stopVisible',
  'renewSession',
  'renewChoice',
  'read',
  /** What others see was heard of so long ago that nobody should take it for the truth. */
  'forgetOld',
] as const;
export type Duty = (typeof order)[number];

/**
 * What is due now, in that order. Compares instants only, so that it is right after a sleep, a
 * restart and a clock that jumped: what was done "in the future" counts as done too long ago.
 */
export function due(state: AppState, facts: Facts): readonly Duty[] {
  if (state.session.status !== 'signedIn') return [];
  // What others see is read before these, and without a network nobody answers.
  const mayTry = (duty: AskedFirst) =>
    state.isOnline && hasPassed(pauseAfter(facts.inVain[duty]), facts.triedAt[duty], facts.now);
  const duties: Record<Duty, boolean> = {
    dropPlan: isPlanOver(state, facts),
    dropWish: isWishOver(state, facts) && mayTry('dropWish'),
    endChoice: isChoiceOver(state, facts) && mayTry('endChoice'),
    endMessage: isMessageOver(state, facts) && mayTry('endMessage'),
    stopVisible:
      isVisibleOver(state, facts) && state.isOnline && hasPassed(facts.stopAgainAfter, facts.stopTriedAt, facts.now),
    renewSession: isSessionFading(state, facts) && !isVisibleOver(state, facts),
    renewChoice: isChoiceFading(state, facts) && mayTry('renewChoice'),
    read: isReadingDue(state, facts),
    forgetOld: isOutdated(state, facts),
  };
  return order.filter((duty) => duties[duty]);
}

/** How long to wait after what was in vain so many times in a row. Units: milliseconds. */
export function pauseAfter(inVain: number): number {
  return Math.min(againAfter * 2 ** Math.max(inVain - 1, 0), longestPause);
}

function isPlanOver({ plan }: AppState, { now }: Facts): boolean {
  return typeof plan.lasts === 'object' && isOver(plan.lasts.until, now);
}

function isWishOver({ publication }: AppState, { now }: Facts): boolean {
  if (publication.status !== 'waiting' || publication.wish.kind === 'automatic') return false;
  return publication.wish.ending !== null && isOver(publication.wish.ending.at, now);
}

/** A newer wish that is on its way, or waits for the network, takes the place of the choice and of its end. */
function isChoiceOver(state: AppState, facts: Facts): boolean {
  const { chosen, publication } = state;
  if (publication.status === 'publishing') return false;
  if (publication.status === 'waiting' && !isWishOver(state, facts)) return false;
  return chosen !== null && chosen.ending !== null && isOver(chosen.ending.at, facts.now);
}

/** Only a text that was written here is ours to clear. */
function isMessageOver({ statusMessage: { seen, asking, recent } }: AppState, { now }: Facts): boolean {
  if (seen === null || seen.endsAt === null || !isOver(seen.endsAt, now)) return false;
  return recent.includes(seen.text) && asking.status !== 'sending';
}

function isVisibleOver({ visibleUntil }: AppState, { now, isLocked, stopsOnLock }: Facts): boolean {
  return visibleUntil !== null && (isOver(visibleUntil, now) || (isLocked && stopsOnLock));
}

/** Nobody looks at the icon of a locked screen, and behind it nothing is read. An answer on its way is waited for. */
function isOutdated({ presence, reading }: AppState, { isLocked, now }: Facts): boolean {
  if (isLocked || reading.status === 'reading' || presence === null || presence.evidence === 'outdated') return false;
  return hasPassed(outdatedAfter, toEpoch(presence.at), now);
}

function isReadingDue({ isOnline, reading }: AppState, facts: Facts): boolean {
  if (!isOnline || facts.isLocked || reading.status === 'reading') return false;
  const middle = facts.isPopupOpen ? readEvery.open : readEvery.closed;
  return hasPassed(middle * (1 + jitterShare * (2 * facts.jitter - 1)), facts.lastReadAt, facts.now);
}
