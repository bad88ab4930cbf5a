import { isSetElsewhere } from '#contract/elsewhere.ts';
import { type Instant, toEpoch } from '#contract/instant.ts';
import { isAsAsked, isChosenElsewhere, isPlain, plainPresence, type SeenPresence } from '#contract/presence.ts';
import { isAmbiguous, type Problem } from '#contract/problem.ts';
import { isOwnSession, type Verdict } from '#contract/route.ts';
import type { AppState, Choice, Wish } from '#contract/state.ts';
import type { StatusMessage } from '#contract/statusMessage.ts';
import { messageSet } from './messageTransitions.ts';
import { isLate } from './openRequests.ts';
import { afterSeen } from './outOfOfficeTransitions.ts';
import { presenceAccepted, standingWish } from './transitions.ts';

/** By then a reset shows, or Microsoft 365 says the same by itself. Units: milliseconds. */
const longestGivenBack = 10_000;

/** The service is being asked. */
export function readingStarted(state: AppState): AppState {
  return { ...state, reading: { status: 'reading' } };
}

/** The answer said nothing new. */
export function readingOver(state: AppState): AppState {
  return { ...state, reading: { status: 'idle' } };
}

/** The service could not be asked. What is known stays, with the time at which it was known. */
export function readingFailed(state: AppState, problem: Problem): AppState {
  return { ...state, reading: { status: 'failed', problem } };
}

/**
 * The service said what others see. An answer to a question asked before our own write was accepted says nothing
 * about that write, so it is passed over.
 */
export function presenceSeen(state: AppState, value: SeenPresence, askedAt: Instant, at: Instant): AppState {
  const reading = { status: 'idle' } as const;
  if (state.session.status !== 'signedIn') return { ...state, reading };
  if (isBeforeOurs(state, askedAt, at)) return { ...state, reading };
  const presence = { value, evidence: 'seen', at } as const;
  const fulfilled = isStillGivenBack(state, value, askedAt) ? null : fulfilledWish(state, value, at);
  const known = fulfilled === null || isAnswered(state.publication) ? state : presenceAccepted(state, fulfilled, at);
  const chosen = stillChosen(known, value);
  const isOver = fulfilled !== null || isResetOvertaken(state, { ...state, presence, chosen });
  const publication = isOver ? ({ status: 'idle' } as const) : state.publication;
  const outOfOffice = afterSeen(known, value.outOfOfficeSettings.isOutOfOffice);
  const visibleUntil = isSessionLeft(state, fulfilled, at) ? at : state.visibleUntil;
  const verdict = fulfilled === null ? state.verdict : provenVerdict(state);
  return {
    ...messageAfterRead(known, value),
    reading,
    presence,
    publication,
    chosen,
    outOfOffice,
    visibleUntil,
    verdict,
  };
}

/** What a wish that shows proves of the routes: where only the second try did it, the create does nothing here. */
function provenVerdict({ publication, verdict }: AppState): Verdict | null {
  return (publication.status === 'checking' ? publication.verdictIfSeen : undefined) ?? verdict;
}

/** Whether a wish whose answer was lost took the place of our own session, of which nobody knows that it was ended. */
function isSessionLeft(state: AppState, fulfilled: Wish | null, at: Instant): boolean {
  const { publication, visibleUntil } = state;
  if (publication.status === 'checking' || fulfilled?.kind !== 'presence' || visibleUntil !== null) return false;
  return isPlain(fulfilled.presence) && isOwnSession(state, toEpoch(at));
}

/** A clock that was put back meanwhile tells nothing of an order. */
function isBeforeOurs({ presence, givenBack }: AppState, askedAt: Instant, now: Instant): boolean {
  const own = givenBack ?? (presence?.evidence === 'accepted' ? presence : null);
  return own !== null && toEpoch(own.at) > toEpoch(askedAt) && toEpoch(own.at) <= toEpoch(now);
}

/** Whether what was given back still shows, as it may for a moment. Later, Microsoft 365 may well say the same. */
function isStillGivenBack({ givenBack }: AppState, seen: SeenPresence, askedAt: Instant): boolean {
  if (givenBack === null || givenBack.presence === null) return false;
  // What Microsoft 365 computes by itself tells nothing of who decides.
  if (!isChosenElsewhere(seen, plainPresence('Available'))) return false;
  const age = toEpoch(askedAt) - toEpoch(givenBack.at);
  return isAsAsked(seen, givenBack.presence, null) && age >= 0 && age < longestGivenBack;
}

/** What is known has become too old to be shown as true; since when it is known stays. */
export function presenceOutdated(state: AppState): AppState {
  const known = state.presence;
  if (known === null || known.evidence === 'outdated') return state;
  const value = { ...known.value, availability: 'PresenceUnknown', activity: '' } as const;
  return { ...state, presence: { ...known, value, evidence: 'outdated' } };
}

/** A reset that waits has nothing left to end where somebody chose elsewhere meanwhile: that choice stands. */
function isResetOvertaken({ publication, chosen }: AppState, next: AppState): boolean {
  if (publication.status !== 'waiting' || publication.wish.kind !== 'automatic') return false;
  return chosen !== null && next.chosen === null && isSetElsewhere(next);
}

/**
 * The wish that the service now shows. If its answer was lost or made no sense, a match proves that its request was
 * carried out only where none showed before, and that was known; if it made no sense, only while the request may still
 * be on its way: later, somebody else may have set it. A wish that is over cannot be sent again, so its match counts.
 */
function fulfilledWish(
  { publication, presence, openRequests }: AppState,
  seen: SeenPresence,
  at: Instant,
): Wish | null {
  if (publication.status === 'idle' || publication.status === 'publishing') return null;
  const { wish } = publication;
  const isOpen = openRequests.some((request) => request.wish === wish);
  if ('problem' in publication && !isAmbiguous(publication.problem) && !isOpen) return null;
  const hasAnswer = isAnswered(publication);
  if (wish.kind === 'automatic') return hasAnswer ? wish : null;
  const isShown = (value: SeenPresence) => isAsAsked(value, wish.presence, wish.outOfOfficeSettings);
  const isUnknownBefore = presence === null || presence.evidence === 'outdated';
  const lasts = wish.ending === null || toEpoch(wish.ending.at) > toEpoch(at);
  if (!hasAnswer && (isUnknownBefore ? lasts : isShown(presence.value))) return null;
  return isShown(seen) ? wish : null;
}

/** Whether the service said that it accepted the wish; else a reading is what tells of it. */
function isAnswered({ status }: AppState['publication']): boolean {
  return status === 'checking' || status === 'notVisible';
}

/**
 * Another presence that somebody can choose, and that no open request of ours asked for, was chosen elsewhere. A choice
 * that nobody saw yet may just be slow to show, so it stands, and its end with it.
 */
function stillChosen(state: AppState, seen: SeenPresence): Choice | null {
  const { chosen } = state;
  const standing = standingWish(state);
  if (chosen === null || standing === null || isLate(state, seen, standing)) return chosen;
  if (!chosen.isShown) return isAsAsked(seen, chosen.presence, null) ? { ...chosen, isShown: true } : chosen;
  return isChosenElsewhere(seen, chosen.presence) ? null : chosen;
}

/** With what the service says of the message, unless it says nothing, or one is on its way. */
function messageAfterRead(state: AppState, { statusMessage: seen }: SeenPresence): AppState {
  const { statusMessage } = state;
  const { asking } = statusMessage;
  if (seen === undefined || asking.status === 'sending') return state;
  const isFound =
    asking.status === 'failed' && isAmbiguous(asking.problem) && isCarriedOut(asking.message, statusMessage.seen, seen);
  // The service may drop the end that we gave; then ours holds, and we end it.
  const known = isFound ? asking.message : statusMessage.seen;
  const kept = seen !== null && seen.endsAt === null && known?.text === seen.text ? known : seen;
  if (isFound) return messageSet(state, asking.message, kept);
  return { ...state, statusMessage: { ...statusMessage, seen: kept } };
}

/** Whether a message whose answer was lost is there. A text that showed before tells nothing of its new end. */
function isCarriedOut(asked: StatusMessage, before: StatusMessage | null, seen: StatusMessage | null): boolean {
  if (asked.text !== (seen?.text ?? '')) return false;
  // It is sent in whole seconds.
  return before?.text !== seen?.text || asked.endsAt?.slice(0, 19) === seen?.endsAt?.slice(0, 19);
}
