import type { Instant } from '#contract/instant.ts';
import { toEpoch } from '#contract/instant.ts';
import type { Notice } from '#contract/notice.ts';
import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { isAsAsked, isChosenElsewhere, type SeenPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import type { Problem } from '#contract/problem.ts';
import type { AppState, Choice, Wish } from '#contract/state.ts';
import type { MessageState } from '#contract/statusMessage.ts';
import { isLate } from './openRequests.ts';
import { afterSeen, afterWish } from './outOfOfficeTransitions.ts';
import { withRecent } from './recentTexts.ts';

/** The network went away or came back. */
export function connectionChanged(state: AppState, isOnline: boolean): AppState {
  return state.isOnline === isOnline ? state : { ...state, isOnline };
}

/** The desktop was asked whether it shows tray icons. */
export function trayHostSeen(state: AppState, hasTray: boolean): AppState {
  if (state.hasTray === hasTray) return state;
  if (!hasTray) return { ...noticed(state, { kind: 'noTray' }), hasTray };
  return { ...state, hasTray, notices: state.notices.filter(({ kind }) => kind !== 'noTray') };
}

/** Something was found that the user should know. One kind is said once; a preset that was set by half is news each time. */
export function noticed(state: AppState, notice: Notice): AppState {
  const others = state.notices.filter(({ kind }) => kind !== notice.kind);
  if (others.length < state.notices.length && notice.kind !== 'presetPartly') return state;
  return { ...state, notices: [...others, notice] };
}

/** The user has read the notices. */
export function noticesDismissed(state: AppState): AppState {
  return { ...state, notices: [] };
}

/** A wish is on its way to Microsoft. */
export function presencePublishing(state: AppState, wish: Wish): AppState {
  return { ...state, publication: { status: 'publishing', wish } };
}

/**
 * The service said 2xx: that is what we know until it is read. A reset tells us only that we chose nothing. A newer
 * wish that was made meanwhile stays the one that is under way.
 */
export function presenceAccepted(state: AppState, wish: Wish, at: Instant): AppState {
  if (state.session.status !== 'signedIn') return state;
  const isNewest = state.publication.status !== 'idle' && state.publication.wish === wish;
  const publication = isNewest ? ({ status: 'checking', wish } as const) : state.publication;
  const undo = undoOf(state, wish);
  const outOfOffice = afterWish(state, wish);
  if (wish.kind === 'automatic') return { ...state, publication, undo, chosen: null };
  const { presence, ending } = wish;
  const value: SeenPresence = { ...presence, outOfOfficeSettings: wish.outOfOfficeSettings ?? knownOutOfOffice(state) };
  const chosen = { presence, at, ending, isShown: false, ...originOf(wish) };
  return { ...state, publication, undo, chosen, outOfOffice, presence: { value, evidence: 'accepted', at } };
}

/** The wish was refused, or failed for good. What is known stays what it was. */
export function presenceRefused(state: AppState, wish: Wish, problem: Problem): AppState {
  return { ...state, publication: { status: 'failed', wish, problem } };
}

/** The wish waits: for the time the service named, for the network, or for a new sign-in. */
export function publicationWaiting(state: AppState, wish: Wish, problem: Problem): AppState {
  return { ...state, publication: { status: 'waiting', wish, problem } };
}

/** The user gave the wish up, or has read why it failed. */
export function publicationCancelled(state: AppState): AppState {
  return { ...state, publication: { status: 'idle' } };
}

/** The last read after an accepted wish still says something else. */
export function presenceNotVisible(state: AppState, wish: Wish): AppState {
  if (state.publication.status !== 'checking' || state.publication.wish !== wish) return state;
  // Without a single answer nobody knows whether it shows; the next reading tells.
  if (wish.kind === 'presence' && state.presence?.evidence !== 'seen') return state;
  return { ...state, publication: { status: 'notVisible', wish } };
}

/** What takes a wish back: what stood before it, with out of office as it was where the wish changed that. */
function undoOf(state: AppState, wish: Wish): Wish | null {
  const standing = standingWish(state);
  if (wish.kind === 'automatic') return standing ?? state.undo;
  const isSame = standing?.presence === wish.presence && standing.ending === wish.ending;
  const known = knownOutOfOffice(state);
  const isOutOfOfficeKept =
    wish.outOfOfficeSettings === null || wish.outOfOfficeSettings.isOutOfOffice === known.isOutOfOffice;
  if (isOutOfOfficeKept) return isSame ? state.undo : (standing ?? { kind: 'automatic' });
  const presence = standing?.presence ?? wish.presence;
  return { kind: 'presence', presence, outOfOfficeSettings: known, ending: standing?.ending ?? null };
}

/** The wish that the standing choice was; null where Microsoft 365 decides. */
export function standingWish({ chosen }: AppState): Extract<Wish, { kind: 'presence' }> | null {
  if (chosen === null) return null;
  const { presence, ending } = chosen;
  return { kind: 'presence', presence, outOfOfficeSettings: null, ending, ...originOf(chosen) };
}

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
  const known = state.presence;
  if (known?.evidence === 'accepted' && toEpoch(known.at) > toEpoch(askedAt)) return { ...state, reading };
  const presence = { value, evidence: 'seen', at } as const;
  const fulfilled = fulfilledWish(state, value);
  const publication = fulfilled === null ? state.publication : ({ status: 'idle' } as const);
  const chosen =
    fulfilled?.kind === 'presence' && state.publication.status !== 'checking'
      ? { presence: fulfilled.presence, at, ending: fulfilled.ending, isShown: true, ...originOf(fulfilled) }
      : stillChosen(state, value);
  const outOfOffice = afterSeen(state, value.outOfOfficeSettings.isOutOfOffice);
  const statusMessage = messageAfterRead(state, value);
  return { ...state, reading, presence, publication, chosen, outOfOffice, statusMessage };
}

/** What is known has become too old to be shown as true; since when it is known stays. */
export function presenceOutdated(state: AppState): AppState {
  const known = state.presence;
  if (known === null || known.value.availability === 'PresenceUnknown') return state;
  return { ...state, presence: { ...known, value: { ...known.value, availability: 'PresenceUnknown', activity: '' } } };
}

/** What the service said last of being out of office. */
function knownOutOfOffice({ presence }: AppState): OutOfOfficeSettings {
  return presence?.value.outOfOfficeSettings ?? inTheOffice;
}

/**
 * The wish that the service now shows. One whose answer was lost counts only if it was not shown before: then its
 * request was carried out.
 */
function fulfilledWish({ publication, presence }: AppState, seen: SeenPresence): Wish | null {
  if (publication.status === 'idle' || publication.status === 'publishing') return null;
  if (publication.status === 'waiting' && !isAmbiguous(publication.problem)) return null;
  const { wish, status } = publication;
  const hasAnswer = status === 'checking' || status === 'notVisible';
  if (wish.kind === 'automatic') return status === 'checking' ? wish : null;
  const isShown = (value: SeenPresence) => isAsAsked(value, wish.presence, wish.outOfOfficeSettings);
  if (!hasAnswer && presence !== null && isShown(presence.value)) return null;
  return isShown(seen) ? wish : null;
}

/** Whether a request that ended so may have been carried out all the same. */
export function isAmbiguous({ kind }: Problem): boolean {
  return kind === 'timedOut' || kind === 'unavailable' || kind === 'offline';
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

/** A choice whose end has passed was never seen, and others see what somebody chose: there is nothing of ours to end. */
export function choiceForgotten(state: AppState): AppState {
  const isAbout = state.publication.status === 'checking' || state.publication.status === 'notVisible';
  return { ...state, chosen: null, publication: isAbout ? { status: 'idle' } : state.publication };
}

/** What the service says of the message, unless it says nothing, or one is on its way. */
function messageAfterRead({ statusMessage }: AppState, { statusMessage: seen }: SeenPresence): MessageState {
  const { asking, recent } = statusMessage;
  if (seen === undefined || asking.status === 'sending') return statusMessage;
  const isFound =
    asking.status === 'failed' && asking.message.text === (seen?.text ?? '') && isAmbiguous(asking.problem);
  // The service may drop the end that we gave; then ours holds, and we end it.
  const known = isFound ? asking.message : statusMessage.seen;
  const kept = seen !== null && seen.endsAt === null && known?.text === seen.text ? known : seen;
  if (!isFound) return { ...statusMessage, seen: kept };
  return { seen: kept, asking: { status: 'idle' }, recent: withRecent(recent, asking.message.text) };
}
