import type { Mailbox } from '#contract/automaticReplies.ts';
import {
  type KeptOutOfOffice,
  type KeptTexts,
  type MailboxAccess,
  noOutOfOffice,
  type OutOfOfficeDraft,
  type OutOfOfficeState,
} from '#contract/outOfOfficeState.ts';
import type { Problem } from '#contract/problem.ts';
import type { AppState, Wish } from '#contract/state.ts';

const keptReminders = 12;

/** Changes some of it. */
export function changed(state: AppState, change: Partial<OutOfOfficeState>): AppState {
  return { ...state, outOfOffice: { ...state.outOfOffice, ...change } };
}

/** Presences have the property that says it, or not. */
export function presencePropertySeen(state: AppState, isInPresence: boolean): AppState {
  return state.outOfOffice.isInPresence === isInPresence ? state : changed(state, { isInPresence });
}

/** The mailbox is being read; what is known of it stays. Where that is nothing, what went wrong last time is over. */
export function mailboxReading(state: AppState): AppState {
  const { access, mailbox } = state.outOfOffice;
  if (access !== 'ready') return changed(state, { access: 'reading', problem: null });
  return mailbox === null ? changed(state, { problem: null }) : state;
}

/** The mailbox has answered. */
export function mailboxRead(state: AppState, mailbox: Mailbox): AppState {
  return changed(state, { access: 'ready', problem: null, mailbox });
}

/** The person is asked for the mailbox, in the browser. */
export function mailboxAsking(state: AppState): AppState {
  return changed(state, { access: 'asking', problem: null });
}

/** The mailbox may not or cannot be used. One that was open before and is only out of reach stays as it was known. */
export function mailboxClosed(state: AppState, access: MailboxAccess, problem: Problem | null): AppState {
  if (access === 'failed' && state.outOfOffice.access === 'ready') return changed(state, { problem });
  return changed(state, { access, problem, mailbox: null });
}

/** Something was written on the page; null where it was given up. */
export function outOfOfficeDrafted(state: AppState, draft: OutOfOfficeDraft | null): AppState {
  return changed(state, { draft });
}

/** Texts were kept for another time, or let go. */
export function textsKept(state: AppState, texts: KeptTexts): AppState {
  return changed(state, { texts });
}

/** A reminder was given. */
export function reminderGiven(state: AppState, key: string): AppState {
  return changed(state, { reminded: withNewest(state.outOfOffice.reminded, [key]) });
}

/** With what was given now; the oldest are let go. */
export function withNewest(reminded: readonly string[], given: readonly string[]): readonly string[] {
  return [...given, ...reminded.filter((key) => !given.includes(key))].slice(0, keptReminders);
}

/** What an accepted wish says of who declared the person out of office. */
export function afterWish({ outOfOffice }: AppState, wish: Wish): OutOfOfficeState {
  if (wish.kind === 'automatic' || wish.outOfOfficeSettings === null) return outOfOffice;
  return { ...outOfOffice, isDeclared: wish.outOfOfficeSettings.isOutOfOffice };
}

/** What a reading says of that: turned off elsewhere, it is not ours any more. */
export function afterSeen({ outOfOffice, publication }: AppState, isOutOfOffice: boolean): OutOfOfficeState {
  const isOff = outOfOffice.isDeclared && !isOutOfOffice && publication.status === 'idle';
  return isOff ? { ...outOfOffice, isDeclared: false } : outOfOffice;
}

/** What a restart needs to know. */
export function keptOutOfOffice({ outOfOffice }: AppState): KeptOutOfOffice {
  const { access, asking, absence, unconfirmed, owed, returned, draft } = outOfOffice;
  const { texts, isDeclared, changedAt, reminded } = outOfOffice;
  const task = asking.status === 'sending' || asking.status === 'waiting' ? asking.task : null;
  const own = { absence, unconfirmed, owed, returned, task, draft, texts };
  return { ...own, isDeclared, changedAt, reminded, hasMailbox: access === 'ready' };
}

/** What an earlier run left: an open request waits, as if its answer had been lost. */
export function recalledOutOfOffice({ task, hasMailbox, ...kept }: KeptOutOfOffice): OutOfOfficeState {
  const problem = { kind: 'timedOut' } as const;
  return {
    ...{ ...noOutOfOffice, ...kept },
    access: hasMailbox ? 'ready' : 'unknown',
    asking: task === null ? { status: 'idle' } : { status: 'waiting', task, problem },
  };
}
