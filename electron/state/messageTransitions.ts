import type { FollowUp } from '#contract/followUp.ts';
import { isAmbiguous, type Problem } from '#contract/problem.ts';
import { accountOf } from '#contract/session.ts';
import type { AppState } from '#contract/state.ts';
import { isSameDraft, type MessageDraft, type OwnMessages, type StatusMessage } from '#contract/statusMessage.ts';
import { messageOwed } from './absenceTransitions.ts';
import { withRecent } from './recentTexts.ts';

/** A status message was written on its page and not saved; null where it was given up. Nobody's is not kept. */
export function messageDrafted(state: AppState, messageDraft: MessageDraft | null): AppState {
  if (accountOf(state.session) === null || isSameDraft(state.messageDraft, messageDraft)) return state;
  return { ...state, messageDraft };
}

/** A status message is on its way. It takes the place of another one that an absence owes, unless it only ends one. */
export function messageSending(state: AppState, message: StatusMessage, isEnd = false): AppState {
  const known = isEnd || isOwed(state, message) ? state : messageOwed(state, null);
  const draft = isEnd ? {} : draftOf(state.messageDraft, message);
  const asking = { status: 'sending', message, ...draft } as const;
  return { ...known, statusMessage: { ...state.statusMessage, asking } };
}

/** The service took the message, also in the place of `other`: the one that was to follow a wish when it was asked for. */
export function messageAccepted(state: AppState, message: StatusMessage, other: FollowUp['statusMessage']): AppState {
  const seen = message.text === '' ? null : message;
  const known = isOwed(state, message) ? messageOwed(state, null) : state;
  const followUp = state.followUp?.statusMessage === other ? withoutOther(state.followUp, message) : state.followUp;
  return messageSet({ ...known, followUp }, message, seen);
}

/** What was asked for is set, and `seen` is known of it. Its text joins the recent ones, and is no draft any more. */
export function messageSet(state: AppState, message: StatusMessage, seen: StatusMessage | null): AppState {
  const { recent: before, asking } = state.statusMessage;
  const recent = withRecent(before, message.text);
  // What was written since the save is still one, also where only its end is another.
  const isSaved = asking.status !== 'idle' && asking.draft === state.messageDraft;
  const messageDraft = isSaved ? null : state.messageDraft;
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
  const { asking: before } = state.statusMessage;
  const draft = before.status === 'idle' ? undefined : before.draft;
  const asking = { status: 'failed', message, problem, ...(draft !== undefined && { draft }) } as const;
  return { ...known, statusMessage: { ...state.statusMessage, asking } };
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

/** Only what was written here, never a text of others. */
export function ownMessages({ statusMessage, messageDraft }: AppState): OwnMessages {
  const { seen, asking, recent } = statusMessage;
  const isOpen = asking.status === 'sending' || (asking.status === 'failed' && isAmbiguous(asking.problem));
  return {
    recent,
    message: seen !== null && recent.includes(seen.text) ? seen : null,
    askedMessage: isOpen ? asking.message : null,
    messageDraft,
  };
}

/** Nobody heard what came of a message that was on its way: the next reading tells, and until then its text is kept. */
export function recalledMessages(own: OwnMessages): Pick<AppState, 'statusMessage' | 'messageDraft'> {
  const { recent, message, askedMessage, messageDraft } = own;
  const lost = { status: 'failed', problem: { kind: 'timedOut' } } as const;
  const asking =
    askedMessage === null
      ? ({ status: 'idle' } as const)
      : { ...lost, message: askedMessage, ...draftOf(messageDraft, askedMessage) };
  return { messageDraft, statusMessage: { recent, seen: message, asking } };
}

/** What a message was saved from, as far as that is known. */
function draftOf(draft: MessageDraft | null, { text }: StatusMessage): { readonly draft?: MessageDraft } {
  return draft?.text.trim() === text ? { draft } : {};
}
