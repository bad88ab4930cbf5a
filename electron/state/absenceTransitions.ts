import type { Previous } from '#contract/followUp.ts';
import type { Instant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import type { PlanFault } from '#contract/outOfOfficePlan.ts';
import type { Absence, AbsenceTask, AskedAbsence, OutOfOfficeDraft, Owed } from '#contract/outOfOfficeState.ts';
import type { Problem } from '#contract/problem.ts';
import type { AppState } from '#contract/state.ts';
import type { StatusMessage } from '#contract/statusMessage.ts';
import { changed, withNewest } from './outOfOfficeTransitions.ts';
import { withRecent } from './recentTexts.ts';
import { heldWish } from './transitions.ts';

/** An absence, or its end, is being asked for. */
export function absenceSending(state: AppState, task: AbsenceTask): AppState {
  return changed(state, { asking: { status: 'sending', task } });
}

/** Its replies are about to be sent, with what was there before; null where nothing of it is in the mailbox. */
export function absenceSent(state: AppState, unconfirmed: AskedAbsence | null): AppState {
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

/** What comes with an absence that was accepted. `given` are reminders that would only repeat it. */
export interface Saved {
  readonly given: readonly string[];
  readonly draft: OutOfOfficeDraft | null;
  readonly owed: Owed;
}

/** The absence holds; the draft that it was made of has served, but not one that was written since. */
export function absenceSaved(state: AppState, absence: Absence, { given, draft, owed }: Saved): AppState {
  const { reminded, texts, draft: newest } = state.outOfOffice;
  const { organisation } = absence.plan;
  const recent = organisation === 'kept' ? texts.recent : withRecent(texts.recent, organisation.text.trim());
  // Notices of the earlier times go; the new times bring their own.
  const kinds = ['outOfOfficeStarts', 'outOfOfficeEnds', 'outOfOfficeOver'] as const;
  const after = kinds.reduce(withoutNotice, state);
  return changed(after, {
    ...{ absence, owed, unconfirmed: null, returned: null, changedAt: absence.savedAt, asking: { status: 'idle' } },
    ...{ reminded: withNewest(reminded, given), texts: { ...texts, recent } },
    draft: JSON.stringify(newest) === JSON.stringify(draft) ? null : newest,
  });
}

/** An absence as it is once it has begun. `message` is the status message that is to come back afterwards. */
export function begun(state: AppState, absence: Absence, message: StatusMessage | null): Absence {
  const isPairNeeded = absence.plan.inPresence && heldWish(state) === null;
  // A presence that an earlier absence could not give back yet now belongs to this one.
  const hasOwnPair = absence.hasOwnPair || isPairNeeded || state.outOfOffice.owed.isReset;
  return { ...absence, hasBegun: true, hasOwnPair, before: { ...absence.before, message } };
}

/** Its time has come. */
export function absenceBegun(state: AppState, absence: Absence, owed: Owed, at: Instant): AppState {
  return changed(withoutNotice(state, 'outOfOfficeStarts'), { absence, owed, changedAt: at });
}

/** Whether what stands was set only to carry an absence. */
export function isPairOnly({ chosen }: AppState): boolean {
  return chosen !== null && chosen.presetId === undefined && chosen.rule === undefined;
}

/** Somebody chose a presence, or gave it back: what stands now is not there for an absence alone. */
export function presenceChosen(state: AppState): AppState {
  const { absence, owed } = state.outOfOffice;
  if (absence?.hasOwnPair !== true && !owed.isReset) return state;
  const own = absence === null ? null : { ...absence, hasOwnPair: false };
  return changed(state, { absence: own, owed: { ...owed, isReset: false } });
}

/** What comes with an end. `at` is null where there was nothing to end, `returned` where somebody ended it. */
export interface Over {
  readonly at: Instant | null;
  readonly owed: Owed;
  readonly returned: Instant | null;
}

/** It is over, by its end or because somebody ended it. */
export function absenceOver(state: AppState, { at, owed, returned }: Over): AppState {
  const quiet = withoutNotice(withoutNotice(state, 'outOfOfficeStarts'), 'outOfOfficeEnds');
  const after = { ...quiet, previous: withoutAbsence(state) };
  return changed(after, {
    ...{ absence: null, unconfirmed: null, asking: { status: 'idle' }, owed, returned },
    changedAt: at ?? state.outOfOffice.changedAt,
  });
}

/** Without what a preset replaced of the absence: it must not come back once the absence is over. */
function withoutAbsence({ previous, outOfOffice: { absence } }: AppState): Previous | null {
  if (previous === null || absence === null) return previous;
  const { outOfOffice, statusMessage } = previous;
  const { inPresence, until, statusMessage: text } = absence.plan;
  // A text may have the end filled in, so where there is one the ends are compared rather than the texts.
  const isItsText = text !== null && statusMessage?.endsAt === until;
  const isItsMessage = isItsText && (until !== null || statusMessage?.text === text.trim());
  return {
    ...previous,
    ...(outOfOffice !== undefined && inPresence && { outOfOffice: inTheOffice }),
    ...(isItsMessage && { statusMessage: absence.before.message }),
  };
}

/** Microsoft 365 decides again, or is not to any more. */
export function resetDone(state: AppState): AppState {
  return changed(state, { owed: { ...state.outOfOffice.owed, isReset: false } });
}

/** The status message that is owed is another one now, or none. */
export function messageOwed(state: AppState, message: StatusMessage | null): AppState {
  return changed(state, { owed: { ...state.outOfOffice.owed, message } });
}

function withoutNotice(state: AppState, kind: AppState['notices'][number]['kind']): AppState {
  return { ...state, notices: state.notices.filter((notice) => notice.kind !== kind) };
}
