import { toEpoch } from '#contract/instant.ts';
import type { AppState } from '#contract/state.ts';
import { type Facts, hasPassed, isOver } from './facts.ts';
import { isChoiceFading, isSessionFading } from './renewal.ts';

const second = 1_000;
const minute = 60 * second;
/** The shares of the middle that chance may add or take: 20 to 30 seconds, 3.2 to 4.8 minutes. */
const jitterShare = 0.2;
const readEvery = { open: 25 * second, closed: 4 * minute };
/** What ended and could not be taken back is tried again, but not all the time. */
const endAgainAfter = minute;

/** What is to be done now, by itself, without anybody's click. */
export type Duty =
  /** A planned end that stood for an earlier choice has passed. */
  | 'dropPlan'
  /** The waiting wish has outlived its own end. */
  | 'dropWish'
  /** The standing choice has reached its end: back to automatic, or on to its sequel. */
  | 'endChoice'
  /** Our status message has reached its end, and the service still shows it. */
  | 'endMessage'
  | 'stopVisible'
  | 'renewSession'
  | 'renewChoice'
  | 'read';

/**
 * What is due, in the order in which it is to be done. Compares instants only, so that it is right after a sleep, a
 * restart and a clock that jumped: what was done "in the future" counts as done too long ago.
 */
export function due(state: AppState, facts: Facts): readonly Duty[] {
  if (state.session.status !== 'signedIn') return [];
  const duties: Record<Duty, boolean> = {
    dropPlan: isPlanOver(state, facts),
    dropWish: isWishOver(state, facts),
    endChoice: isChoiceOver(state, facts),
    endMessage: isMessageOver(state, facts),
    stopVisible: isVisibleOver(state, facts),
    renewSession: isSessionFading(state, facts) && !isVisibleOver(state, facts),
    renewChoice: isChoiceFading(state, facts),
    read: isReadingDue(state, facts),
  };
  return order.filter((duty) => duties[duty]);
}

const order: readonly Duty[] = [
  'dropPlan',
  'dropWish',
  'endChoice',
  'endMessage',
  'stopVisible',
  'renewSession',
  'renewChoice',
  'read',
];

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
  if (chosen === null || chosen.ending === null || !isOver(chosen.ending.at, facts.now)) return false;
  switch (publication.status) {
    case 'publishing':
      return false;
    case 'waiting':
      return isWishOver(state, facts);
    case 'failed':
      return hasPassed(endAgainAfter, lastWriteAt(state), facts.now);
    case 'idle':
    case 'checking':
    case 'notVisible':
      return true;
  }
}

/** Only a text that was written here is ours to clear. */
function isMessageOver(state: AppState, { now }: Facts): boolean {
  const { seen, asking, recent } = state.statusMessage;
  if (!state.isOnline || seen === null || seen.endsAt === null || !isOver(seen.endsAt, now)) return false;
  if (!recent.includes(seen.text) || asking.status === 'sending') return false;
  return asking.status === 'idle' || hasPassed(endAgainAfter, lastWriteAt(state), now);
}

function lastWriteAt({ writes }: AppState): number | null {
  return writes[0] === undefined ? null : toEpoch(writes[0].at);
}

function isVisibleOver({ visibleUntil }: AppState, { now, isLocked, stopsOnLock }: Facts): boolean {
  return visibleUntil !== null && (isOver(visibleUntil, now) || (isLocked && stopsOnLock));
}

function isReadingDue({ isOnline, reading }: AppState, facts: Facts): boolean {
  if (!isOnline || facts.isLocked || reading.status === 'reading') return false;
  const middle = facts.isPopupOpen ? readEvery.open : readEvery.closed;
  return hasPassed(middle * (1 + jitterShare * (2 * facts.jitter - 1)), facts.lastReadAt, facts.now);
}
