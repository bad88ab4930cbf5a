import { isSetElsewhere } from '#contract/elsewhere.ts';
import type { Undo } from '#contract/followUp.ts';
import { type Instant, toEpoch } from '#contract/instant.ts';
import type { Notice } from '#contract/notice.ts';
import { knownOutOfOffice } from '#contract/outOfOfficeTruth.ts';
import type { SeenPresence } from '#contract/presence.ts';
import { originOf } from '#contract/preset.ts';
import { mayBeDone, type Problem } from '#contract/problem.ts';
import type { Route, Verdict } from '#contract/route.ts';
import { type AppState, isUnderWay, type PresenceWish, type Wish } from '#contract/state.ts';
import { afterWish } from './outOfOfficeTransitions.ts';

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

/** Something was found that the user should know. One kind is said once, unless it tells of something else each time. */
export function noticed(state: AppState, notice: Notice): AppState {
  const others = state.notices.filter(({ kind }) => kind !== notice.kind && !isPast(kind, notice));
  if (state.notices.some(({ kind }) => kind === notice.kind) && !newsEachTime.includes(notice.kind)) return state;
  return { ...state, notices: [...others, notice] };
}

/** Whoever is back need not be told when the absence began or was to end. */
function isPast(kind: Notice['kind'], newest: Notice): boolean {
  return newest.kind === 'outOfOfficeOver' && (kind === 'outOfOfficeStarts' || kind === 'outOfOfficeEnds');
}

const newsEachTime: readonly Notice['kind'][] = [
  'presetPartly',
  'restoredPartly',
  'outOfOfficeStarts',
  'outOfOfficeEnds',
];

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
export function presenceAccepted(state: AppState, wish: Wish, at: Instant, route: Route = 'create'): AppState {
  if (state.session.status !== 'signedIn') return state;
  const isNewest = state.publication.status !== 'idle' && state.publication.wish === wish;
  const publication = isNewest ? ({ status: 'checking', wish } as const) : state.publication;
  const undo = undoOf(state, wish, at);
  const outOfOffice = afterWish(state, wish);
  if (wish.kind === 'automatic') {
    return { ...state, publication, undo, chosen: null, givenBack: { presence: state.chosen?.presence ?? null, at } };
  }
  const { presence, ending } = wish;
  const value: SeenPresence = { ...presence, outOfOfficeSettings: wish.outOfOfficeSettings ?? knownOutOfOffice(state) };
  const way = route === 'actions' ? ({ isByActions: true } as const) : {};
  const chosen = { presence, at, ending, isShown: false, ...originOf(wish), ...way };
  const known = { value, evidence: 'accepted', at } as const;
  return { ...state, publication, undo, chosen, givenBack: null, outOfOffice, presence: known };
}

/**
 * What a create had accepted, and nobody saw, was accepted from the actions as well: what it shows from now on they did,
 * and `verdict` holds. Whatever took the place of the choice meanwhile stays.
 */
export function presenceCarriedAgain(state: AppState, wish: PresenceWish, at: Instant, verdict: Verdict): AppState {
  const { chosen, publication } = state;
  if (chosen === null || chosen.presence !== wish.presence || chosen.ending !== wish.ending) return state;
  const isChecking = publication.status === 'checking' && publication.wish === wish;
  const value: SeenPresence = { ...wish.presence, outOfOfficeSettings: knownOutOfOffice(state) };
  return {
    ...state,
    publication: isChecking ? { ...publication, verdictIfSeen: verdict } : publication,
    chosen: { ...chosen, isByActions: true },
    presence: { value, evidence: 'accepted', at },
  };
}

/** The wish was refused, or failed for good. What is known stays what it was. */
export function presenceRefused(state: AppState, wish: Wish, problem: Problem): AppState {
  const isAbsent = wish.kind === 'presence' && wish.outOfOfficeSettings?.isOutOfOffice === true;
  // Only automatic replies show in time all the same.
  const isOver = isAbsent && !mayBeDone(problem) && state.outOfOffice.absence?.plan.replies === null;
  const outOfOffice = isOver ? { ...state.outOfOffice, changedAt: null } : state.outOfOffice;
  return { ...state, outOfOffice, publication: { status: 'failed', wish, problem } };
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

/** What takes a wish back: what stood before it, with out of office and all that a preset replaced as they were. */
function undoOf(state: AppState, wish: Wish, at: Instant): Undo | null {
  const standing = standingWish(state);
  const before = standing ?? ({ kind: 'automatic' } as const);
  const { followUp } = state;
  const isGivenBack = followUp?.wish === wish && followUp.isGivenBack;
  // Two steps of one change.
  if (wish.kind === 'automatic' && isGivenBack) return state.undo;
  // What has come to its end by itself is nothing to go back to.
  if (standing !== null && isEnded(standing, at) && (isGivenBack || isSequel(wish, standing))) return null;
  if (wish.kind === 'automatic') return standing ?? state.undo;
  const { presetId, presence, ending } = wish;
  const isPresetSet = presetId !== undefined && followUp?.previous?.presetId === presetId;
  if (isPresetSet && presetId !== standing?.presetId) return { kind: 'preset', presetId, wish: before };
  const known = knownOutOfOffice(state);
  const isOutOfOfficeKept =
    wish.outOfOfficeSettings === null || wish.outOfOfficeSettings.isOutOfOffice === known.isOutOfOffice;
  const isSame = standing?.presence === presence && standing.ending === ending;
  if (isOutOfOfficeKept) return isSame ? state.undo : before;
  if (standing !== null) return { ...standing, outOfOfficeSettings: known };
  if (isSetElsewhere(state)) return { kind: 'presence', presence, outOfOfficeSettings: known, ending: null };
  return { kind: 'outOfOffice', wish: { kind: 'presence', presence, outOfOfficeSettings: known, ending: null } };
}

function isEnded({ ending }: PresenceWish, at: Instant): boolean {
  return ending !== null && toEpoch(ending.at) <= toEpoch(at);
}

/** Whether it is what comes after the end of a choice. */
function isSequel(wish: Wish, { ending }: PresenceWish): boolean {
  if (wish.kind === 'automatic') return true;
  return wish.ending === null && wish.presence.availability === ending?.sequel;
}

/** The wish for a presence that is to hold: the one on its way, else what stands; null where Microsoft 365 is to decide. */
export function heldWish(state: AppState): PresenceWish | null {
  const { publication } = state;
  if (!isUnderWay(publication)) return standingWish(state);
  const { wish } = publication;
  return wish.kind === 'automatic' || wish.isPairBorrowed === true ? null : wish;
}

/** The wish that the standing choice was; null where Microsoft 365 decides. */
export function standingWish({ chosen }: AppState): PresenceWish | null {
  if (chosen === null) return null;
  const { presence, ending } = chosen;
  return { kind: 'presence', presence, outOfOfficeSettings: null, ending, ...originOf(chosen) };
}

/** A choice whose end has passed was never seen, and others see what somebody chose: there is nothing of ours to end. */
export function choiceForgotten(state: AppState): AppState {
  const isAbout = state.publication.status === 'checking' || state.publication.status === 'notVisible';
  return { ...state, chosen: null, publication: isAbout ? { status: 'idle' } : state.publication };
}
