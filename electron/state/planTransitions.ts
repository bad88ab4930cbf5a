import type { FollowUp, Previous } from '#contract/followUp.ts';
import type { Instant } from '#contract/instant.ts';
import type { KeptOutOfOffice } from '#contract/outOfOfficeState.ts';
import type { Plan } from '#contract/plan.ts';
import { isAmbiguous, type Problem } from '#contract/problem.ts';
import type { Verdict, Write } from '#contract/route.ts';
import { type Account, accountOf } from '#contract/session.ts';
import {
  type AppState,
  type BeforeRules,
  type Choice,
  isUnderWay,
  type OpenRequest,
  type Wish,
} from '#contract/state.ts';
import type { MessageDraft, MessageState, StatusMessage } from '#contract/statusMessage.ts';
import { messageOwed } from './absenceTransitions.ts';
import { recalledOutOfOffice } from './outOfOfficeTransitions.ts';
import { withRecent } from './recentTexts.ts';
import { signedIn } from './sessionTransitions.ts';
import { standingWish } from './transitions.ts';

const keptWrites = 10;

/** What an earlier run left of an account. */
export interface Recalled {
  readonly plan: Plan;
  readonly visibleUntil: Instant | null;
  readonly recent: readonly string[];
  readonly desired: { readonly wish: Wish; readonly isAccepted: boolean } | null;
  readonly chosen: Choice | null;
  readonly message: StatusMessage | null;
  readonly askedMessage: StatusMessage | null;
  readonly openRequests: readonly OpenRequest[];
  readonly followUp: FollowUp | null;
  readonly previous: Previous | null;
  readonly beforeRules: BeforeRules;
  readonly outOfOffice: KeptOutOfOffice;
}

/**
 * The token cache was read and somebody is in it, with all that they wanted, in one step: in between there is no
 * moment at which nothing is wanted.
 */
export function restored(
  state: AppState,
  account: Account,
  keptBy: 'keyring' | 'memory',
  recalled: Recalled | null,
  verdict: Verdict | null,
): AppState {
  const known = { ...signedIn(state, account, keptBy), verdict };
  if (recalled === null) return known;
  const { plan, visibleUntil, recent, desired, chosen, message, askedMessage, openRequests } = recalled;
  const { followUp, previous, beforeRules } = recalled;
  // Nobody heard what came of it: the next reading tells, and until then its text is kept.
  const asking: MessageState['asking'] =
    askedMessage === null
      ? { status: 'idle' }
      : { status: 'failed', message: askedMessage, problem: { kind: 'timedOut' } };
  const statusMessage = { recent, seen: message, asking };
  const outOfOffice = recalledOutOfOffice(recalled.outOfOffice);
  const wanted = { plan, visibleUntil, chosen, openRequests, statusMessage, followUp, previous, beforeRules };
  const after = { ...known, ...wanted, outOfOffice };
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
  return { ...state, visibleUntil: until };
}

/** What was found out about the routes no longer counts. */
export function verdictForgotten(state: AppState): AppState {
  return { ...state, verdict: null };
}

/** Requests were made and answered. */
export function written(state: AppState, writes: readonly Write[], verdict: Verdict | null): AppState {
  return { ...state, verdict, writes: [...[...writes].reverse(), ...state.writes].slice(0, keptWrites) };
}

/** A status message was written on its page and not saved; null where it was given up. Nobody's is not kept. */
export function messageDrafted(state: AppState, messageDraft: MessageDraft | null): AppState {
  return accountOf(state.session) === null ? state : { ...state, messageDraft };
}

/** A status message is on its way. It takes the place of another one that an absence owes, unless it only ends one. */
export function messageSending(state: AppState, message: StatusMessage, isEnd = false): AppState {
  const known = isEnd || isOwed(state, message) ? state : messageOwed(state, null);
  return { ...known, statusMessage: { ...state.statusMessage, asking: { status: 'sending', message } } };
}

/** The service took the message, which takes the place of another one that was to follow a wish. */
export function messageAccepted(state: AppState, message: StatusMessage): AppState {
  const seen = message.text === '' ? null : message;
  const known = isOwed(state, message) ? messageOwed(state, null) : state;
  const followUp = withoutOther(state.followUp, message);
  return messageSet({ ...known, followUp }, message, seen);
}

/** What was asked for is set, and `seen` is known of it. Its text joins the recent ones, and is no draft any more. */
export function messageSet(state: AppState, message: StatusMessage, seen: StatusMessage | null): AppState {
  const recent = withRecent(state.statusMessage.recent, message.text);
  // What was written since the save is still one.
  const messageDraft = state.messageDraft?.text.trim() === message.text ? null : state.messageDraft;
  return { ...state, messageDraft, statusMessage: { seen, asking: { status: 'idle' }, recent } };
}

function withoutOther(followUp: FollowUp | null, { text }: StatusMessage): FollowUp | null {
  if (followUp?.statusMessage === undefined || followUp.statusMessage.text === text) return followUp;
  const { statusMessage: _, ...rest } = followUp;
  return rest;
}

/** The message was refused or lost; what is known stays. What an absence owes is tried again, unless that was a no. */
export function messageRefused(state: AppState, message: StatusMessage, problem: Problem): AppState {
  const isOver = isOwed(state, message) && refusals.includes(problem.kind);
  const known = isOver ? messageOwed(state, null) : state;
  return { ...known, statusMessage: { ...state.statusMessage, asking: { status: 'failed', message, problem } } };
}

/** The user has read why the message could not be set. One that is on its way stays so. */
export function messageDismissed(state: AppState): AppState {
  if (state.statusMessage.asking.status !== 'failed') return state;
  const statusMessage = { ...state.statusMessage, asking: { status: 'idle' } } as const;
  return { ...messageOwed(state, null), statusMessage };
}

const refusals: readonly Problem['kind'][] = ['forbidden', 'notOffered', 'rejected'];

function isOwed({ outOfOffice }: AppState, { text, endsAt }: StatusMessage): boolean {
  const { message } = outOfOffice.owed;
  return message?.text === text && message.endsAt === endsAt;
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

/**
 * What a restart needs to know of the status message: the service may have dropped its end, which is then ours to keep.
 * Only what was written here, never a text of others.
 */
export function ownMessages({ statusMessage }: AppState): Pick<Recalled, 'message' | 'askedMessage'> {
  const { seen, asking, recent } = statusMessage;
  const isOpen = asking.status === 'sending' || (asking.status === 'failed' && isAmbiguous(asking.problem));
  return {
    message: seen !== null && recent.includes(seen.text) ? seen : null,
    askedMessage: isOpen ? asking.message : null,
  };
}
