import { type PlanFault, planFaults, replyLimit } from './outOfOfficePlan.ts';
import type { AbsenceAsking, MailboxAccess, Reminding } from './outOfOfficeState.ts';
import { type OutOfOfficeTruth, outOfOfficeTruth } from './outOfOfficeTruth.ts';
import type { Problem } from './problem.ts';
import type { AppState } from './state.ts';
import { sayProblem, type Words } from './words.ts';

/** A reminder as one sentence. Units: `now` in milliseconds since 1970. */
export function sayReminder(words: Words, reminding: Reminding, now: number): string {
  if (reminding.kind === 'outOfOfficeOver') return words.say('notice.outOfOfficeOver');
  return words.say(`notice.${reminding.kind}`, { time: words.dayAndTime(reminding.at, now) });
}

/** Why a plan was not carried out, or the mailbox not read, as one sentence. */
export function sayTrouble(words: Words, trouble: Problem | { readonly kind: PlanFault }): string {
  if (isFault(trouble)) return sayFault(words, trouble.kind, replyLimit + 1);
  // Said of the mailbox: the presence may well be allowed.
  if (trouble.kind === 'forbidden') return words.say('outOfOffice.fault.forbidden');
  // The mailbox is not asked for with a device code.
  return trouble.kind === 'browserNotOpened' ? words.say('outOfOffice.mailbox.notOpened') : sayProblem(words, trouble);
}

/** Why the mailbox was not read, beside what it is to say. */
export function sayMailboxFailure(words: Words, problem: Problem): string {
  return words.say('outOfOffice.mailbox.failed', { problem: sayTrouble(words, problem) });
}

/** What is wrong with a plan. `count` is how long the text is that is too long. */
export function sayFault(words: Words, fault: PlanFault, count: number): string {
  return words.say(`outOfOffice.fault.${fault}`, { count, limit: replyLimit });
}

/** Whether a plan makes no sense, rather than that it could not be carried out. */
export function isFault(trouble: Problem | { readonly kind: PlanFault }): trouble is { readonly kind: PlanFault } {
  return planFaults.some((kind) => kind === trouble.kind);
}

/** Why automatic replies are not to be had here; those of `access` that a person can do nothing about. */
export function lacksReplies(access: MailboxAccess): access is 'refused' | 'adminRequired' | 'missing' {
  return access === 'refused' || access === 'adminRequired' || access === 'missing';
}

/** The line under "Out of office": how the asking goes, else what is true. Units: `now` in milliseconds since 1970. */
export function sayOutOfOffice(words: Words, state: AppState, now: number): string {
  const { asking, access } = state.outOfOffice;
  switch (asking.status) {
    case 'sending':
      return words.say(asking.task.kind === 'save' ? 'outOfOffice.row.saving' : 'outOfOffice.row.ending');
    case 'waiting':
      if (!state.isOnline) return words.say('outOfOffice.row.waitingOffline');
      return words.say('outOfOffice.row.waiting', { problem: sayTrouble(words, asking.problem) });
    case 'failed':
      return sayAbsenceFailed(words, asking);
    case 'idle': {
      const said = sayTruth(words, state, outOfOfficeTruth(state, now), now);
      return lacksReplies(access) ? words.say('outOfOffice.row.noReplies', { state: said }) : said;
    }
  }
}

/** What did not come of a plan, or of ending it, and why. */
export function sayAbsenceFailed(
  words: Words,
  { task, trouble }: Extract<AbsenceAsking, { status: 'failed' }>,
): string {
  const problem = sayTrouble(words, trouble);
  if (task.kind === 'save') return words.say('outOfOffice.row.notSaved', { problem });
  return words.say(task.isEarly ? 'outOfOffice.row.notEnded' : 'outOfOffice.row.notRestored', { problem });
}

function sayTruth(words: Words, state: AppState, truth: OutOfOfficeTruth, now: number): string {
  switch (truth.kind) {
    case 'off':
      return words.say('home.outOfOffice.off');
    case 'on':
      if (truth.until === null) return seenMessage(state) ?? words.say('home.outOfOffice.on');
      return words.say('outOfOffice.row.until', { time: words.dayAndTime(truth.until, now) });
    case 'endingSoon':
      return words.say('outOfOffice.row.endingSoon', { time: words.dayAndTime(truth.until, now) });
    case 'scheduled':
      return words.say('outOfOffice.row.scheduled', { time: words.dayAndTime(truth.from, now) });
    case 'settling':
      return words.say(truth.isOn ? 'outOfOffice.row.settlingOn' : 'outOfOffice.row.settlingOff');
    case 'elsewhere':
      return sayElsewhere(words, state, truth, now);
  }
}

function sayElsewhere(
  words: Words,
  state: AppState,
  { why, until }: Extract<OutOfOfficeTruth, { kind: 'elsewhere' }>,
  now: number,
): string {
  if (why === 'unknownZone') {
    const zone = state.outOfOffice.mailbox?.replies.until?.timeZone ?? '';
    return words.say('outOfOffice.row.unknownZone', { zone });
  }
  if (until !== null) return words.say('outOfOffice.row.outlookUntil', { time: words.dayAndTime(until, now) });
  const said = words.say(`outOfOffice.row.${why}`);
  const message = why === 'outlookOrCalendar' ? seenMessage(state) : null;
  return message === null ? said : words.say('outOfOffice.row.withMessage', { state: said, message });
}

function seenMessage({ presence }: AppState): string | null {
  return presence?.value.outOfOfficeSettings.message || null;
}
