import type { Instant } from '#contract/instant.ts';
import type { Plan } from '#contract/plan.ts';
import type { Remembered } from '#contract/remembered.ts';
import type { Verdict, Write } from '#contract/route.ts';
import type { Account } from '#contract/session.ts';
import { type AppState, isUnderWay, type Wish } from '#contract/state.ts';
import { recalledMessages } from './messageTransitions.ts';
import { recalledOutOfOffice } from './outOfOfficeTransitions.ts';
import { signedIn } from './sessionTransitions.ts';
import { standingWish } from './transitions.ts';

const keptWrites = 10;

/**
 * The token cache was read and somebody is in it, with all that they wanted, in one step: in between there is no
 * moment at which nothing is wanted.
 */
export function restored(
  state: AppState,
  account: Account,
  keptBy: 'keyring' | 'memory',
  recalled: Remembered | null,
  verdict: Verdict | null,
): AppState {
  const known = { ...signedIn(state, account, keptBy), verdict };
  if (recalled === null) return known;
  const { plan, visibleUntil, desired, chosen, undo, openRequests, followUp, previous, beforeRules } = recalled;
  const outOfOffice = recalledOutOfOffice(recalled.outOfOffice);
  const wanted = { plan, visibleUntil, chosen, undo, openRequests, followUp, previous, beforeRules };
  const after = { ...known, ...wanted, ...recalledMessages(recalled), outOfOffice };
  if (desired === null) return after;
  const { wish, isAccepted } = desired;
  if (!isAccepted) return { ...after, publication: { status: 'publishing', wish } };
  // What was given back stands as long as an older request may still take it.
  const isToBeWatched = wish.kind === 'automatic' && openRequests.length > 0;
  return isToBeWatched ? { ...after, publication: { status: 'checking', wish } } : after;
}

/** The user plans how long choices last. */
export function planMade(state: AppState, plan: Plan): AppState {
  return { ...state, plan };
}

/** A wish that lasts no longer than it waited is not worth sending. */
export function wishExpired(state: AppState): AppState {
  return { ...state, publication: { status: 'idle' } };
}

/** There is nothing to take back any more. */
export function undoUsed(state: AppState): AppState {
  return { ...state, undo: null };
}

/** Our own session keeps the choice visible until then; null when it no longer does. */
export function visibilityKept(state: AppState, until: Instant | null): AppState {
  const notices = state.notices.filter(({ kind }) => kind !== 'notKeptVisible');
  return { ...state, notices, visibleUntil: until };
}

/** What was found out about the routes no longer counts. */
export function verdictForgotten(state: AppState): AppState {
  return { ...state, verdict: null };
}

/** Requests were made and answered. */
export function written(state: AppState, writes: readonly Write[], verdict: Verdict | null): AppState {
  return { ...state, verdict, writes: [...[...writes].reverse(), ...state.writes].slice(0, keptWrites) };
}

/** What is to hold, accepted or not: what a restart needs to know. */
export function desiredWish(state: AppState): { readonly wish: Wish; readonly isAccepted: boolean } | null {
  const { publication } = state;
  if (isUnderWay(publication)) return { wish: publication.wish, isAccepted: false };
  // What was given back stands too: a late older request may still take it.
  if (publication.status === 'checking') return { wish: publication.wish, isAccepted: true };
  const wish = standingWish(state);
  return wish === null ? null : { wish, isAccepted: true };
}
