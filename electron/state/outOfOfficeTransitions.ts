import type { Mailbox } from '#contract/automaticReplies.ts';
import type { Instant } from '#contract/instant.ts';
import type { PlanFault } from '#contract/outOfOfficePlan.ts';
import {
  type Absence,
  type AbsenceTask,
  type AskedAbsence,
  type KeptOutOfOffice,
  type KeptTexts,
  type MailboxAccess,
  noOutOfOffice,
  type OutOfOfficeDraft,
  type OutOfOfficeState,
} from '#contract/outOfOfficeState.ts';
import type { Problem } from '#contract/problem.ts';
import type { AppState, Wish } from '#contract/state.ts';
import type { StatusMessage } from '#contract/statusMessage.ts';
import { withRecent } from './recentTexts.ts';

const keptReminders = 12;

function changed(state: AppState, change: Partial<OutOfOfficeState>): AppState {
  return { ...state, outOfOffice: { ...state.outOfOffice, ...change } };
}

/** Presences have the property that says it, or not. */
export function presencePropertySeen(state: AppState, isInPresence: boolean): AppState {
  return state.outOfOffice.isInPresence === isInPresence ? state : changed(state, { isInPresence });
}

/** The mailbox is being read; what is known of it stays. */
export function mailboxReading(state: AppState): AppState {
  return state.outOfOffice.access === 'ready' ? state : changed(state, { access: 'reading' });
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

/** An absence, or its end, is being asked for. */
export function absenceSending(state: AppState, task: AbsenceTask): AppState {
  return changed(state, { asking: { status: 'sending', task } });
}

/** Its replies are about to be sent, with what was there before. */
export function absenceSent(state: AppState, unconfirmed: AskedAbsence): AppState {
  return changed(state, { unconfirmed });
}

/** It waits for the network or the service. */
export function absenceWaiting(state: AppState, task: AbsenceTask, problem: Problem): AppState {
  return changed(state, { asking: { status: 'waiting', task, problem } });
}

/** It was refused. What was written stays as a draft. */
export function absenceFailed(
  state: AppState,
  task: AbsenceTask,
  trouble: Problem | { readonly kind: PlanFault },
): AppState {
  return changed(state, { asking: { status: 'failed', task, trouble } });
}

/** The user gave up what waited, or has read why it failed. What may have been received goes on, and so does an end. */
export function absenceDismissed(state: AppState): AppState {
  const { asking, unconfirmed } = state.outOfOffice;
  const isUnsent = asking.status === 'waiting' && asking.task.kind === 'save' && unconfirmed === null;
  if (asking.status !== 'failed' && !isUnsent) return state;
  return changed(state, { asking: { status: 'idle' } });
}

/** The absence holds; its draft has served. Reminders that would only repeat it count as given. */
export function absenceSaved(state: AppState, absence: Absence, given: readonly string[]): AppState {
  const { reminded, texts } = state.outOfOffice;
  const { organisation } = absence.plan;
  const recent = organisation === 'kept' ? texts.recent : withRecent(texts.recent, organisation.text.trim());
  const change = {
    ...{ absence, unconfirmed: null, changedAt: absence.savedAt, draft: null, reminded: withNewest(reminded, given) },
    texts: { ...texts, recent },
  };
  return changed(state, { ...change, asking: { status: 'idle' } });
}

/** Its time has come. `message` is the status message that is to come back afterwards. */
export function absenceBegun(state: AppState, message: StatusMessage | null, at: Instant): AppState {
  const { absence } = state.outOfOffice;
  if (absence === null) return state;
  const isPairNeeded = absence.plan.inPresence && state.chosen === null && state.publication.status === 'idle';
  const hasOwnPair = absence.hasOwnPair || isPairNeeded;
  const begun = { ...absence, hasBegun: true, hasOwnPair, before: { ...absence.before, message } };
  return changed(withoutNotice(state, 'outOfOfficeStarts'), { absence: begun, changedAt: at });
}

/** Whether what stands was set only to carry an absence, and nobody chose since. */
export function isPairOurs({ chosen, publication }: AppState, { hasOwnPair }: Absence): boolean {
  if (!hasOwnPair || chosen === null || chosen.presetId !== undefined || chosen.rule !== undefined) return false;
  return publication.status !== 'publishing' && publication.status !== 'waiting';
}

/** Somebody chose a presence, or gave it back: what stands now is not there for an absence alone. */
export function presenceChosen(state: AppState): AppState {
  const { absence } = state.outOfOffice;
  return absence?.hasOwnPair === true ? changed(state, { absence: { ...absence, hasOwnPair: false } }) : state;
}

/** It is over, by its end or because somebody ended it. `at` is null where there was nothing to end. */
export function absenceOver(state: AppState, at: Instant | null): AppState {
  const after = withoutNotice(withoutNotice(state, 'outOfOfficeStarts'), 'outOfOfficeEnds');
  return changed(after, {
    ...{ absence: null, unconfirmed: null, asking: { status: 'idle' } },
    changedAt: at ?? state.outOfOffice.changedAt,
  });
}

function withoutNotice(state: AppState, kind: AppState['notices'][number]['kind']): AppState {
  return { ...state, notices: state.notices.filter((notice) => notice.kind !== kind) };
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

function withNewest(reminded: readonly string[], given: readonly string[]): readonly string[] {
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
  const { access, asking, absence, unconfirmed, draft, texts, isDeclared, changedAt, reminded } = outOfOffice;
  const task = asking.status === 'sending' || asking.status === 'waiting' ? asking.task : null;
  return { absence, unconfirmed, draft, texts, isDeclared, changedAt, reminded, task, hasMailbox: access === 'ready' };
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
