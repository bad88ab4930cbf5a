import { isDuring, isOver, type OutOfOfficePlan, type Span } from '#contract/outOfOfficePlan.ts';
import type { AbsenceTask, Reminding } from '#contract/outOfOfficeState.ts';
import { movedInOutlook, outOfOfficeTruth, spanOf } from '#contract/outOfOfficeTruth.ts';
import { sayReminder } from '#contract/outOfOfficeWords.ts';
import { type Account, accountOf, isOf } from '#contract/session.ts';
import type { AppState } from '#contract/state.ts';
import type { Desktop } from '../ports.ts';
import { isOver as hasCome, hasPassed } from '../schedule/facts.ts';
import { dueReminders, type Reminder } from '../schedule/reminders.ts';
import { absenceFailed, absenceSending, absenceWaiting } from '../state/absenceTransitions.ts';
import { reminderGiven } from '../state/outOfOfficeTransitions.ts';
import { noticed } from '../state/transitions.ts';
import { type AbsenceParts, createAbsenceSteps } from './absence.ts';
import { isPassing } from './absenceTrouble.ts';
import { createBackOff, createPauses } from './backOff.ts';
import { joined } from './joined.ts';
import { latestWins } from './latestWins.ts';

export interface OutOfOfficeParts extends AbsenceParts {
  readonly desktop: Pick<Desktop, 'notify'>;
  readonly random: () => number;
  readonly isPopupOpen: () => boolean;
  readonly isLocked: () => boolean;
}

export interface OutOfOffice {
  /** Carries out a whole plan, or keeps it until it can be. */
  save(plan: OutOfOfficePlan): Promise<void>;
  /** Ends mail, presence and message together, and restores what was there before. */
  end(): Promise<void>;
  /** What is due by itself; to be called every so often. */
  upkeep(): Promise<void>;
}

/** Units: milliseconds. */
const readEvery = { open: 2 * 60_000, closed: 30 * 60_000 };

/** What is owed keeps nobody waiting, and each try of it costs two requests. Units: milliseconds. */
const longestSettling = 15 * 60_000;

const noPause = { since: 0, length: 0 };

/** Makes the one way in which an absence is saved, begun and ended: one step at a time, and none is lost. */
export function createOutOfOffice(parts: OutOfOfficeParts): OutOfOffice {
  const { store, clock, words, mailbox, desktop, saved } = parts;
  const steps = createAbsenceSteps(parts);
  const pauses = createPauses(parts.random, clock);
  const settlingBackOff = createBackOff(parts.random, longestSettling);
  const inTurn = latestWins(carryOutOnce);
  let nextTry = noPause;
  let nextSettling = noPause;
  /** How many tasks wait or run: work that is due by itself never takes the place of what the user asked for. */
  let open = 0;

  async function carryOut(task: AbsenceTask | 'begin' | 'settle'): Promise<void> {
    const account = accountOf(store.get().session);
    if (account === null) return;
    open += 1;
    await inTurn({ task, account }).finally(() => {
      open -= 1;
    });
  }

  async function carryOutOnce({ task, account }: { task: AbsenceTask | 'begin' | 'settle'; account: Account }) {
    // A task is carried out only for the account that asked for it.
    if (!isOf(store.get().session, account)) return;
    if (task === 'begin') return steps.beginIfDue();
    if (task === 'settle') return steps.settle();
    store.apply(absenceSending, task);
    await saved();
    const trouble = task.kind === 'save' ? await steps.save(task, account) : await steps.end(task.isEarly, account);
    if (!isOf(store.get().session, account)) return;
    if (trouble === null) {
      pauses.reset();
      await saved();
    } else if (isPassing(trouble, task)) {
      nextTry = { since: clock.now(), length: pauses.after(trouble) };
      store.apply(absenceWaiting, task, trouble);
    } else if (store.get().session.status !== 'signedIn') {
      store.apply(absenceWaiting, task, { kind: 'signInRequired' });
    } else {
      store.apply(absenceFailed, task, trouble);
    }
  }

  function isOverdue({ since, length }: { readonly since: number; readonly length: number }): boolean {
    return hasPassed(length, since, clock.now());
  }

  async function run(): Promise<void> {
    const { session, isOnline, outOfOffice } = store.get();
    if (session.status !== 'signedIn') return;
    const { asking, absence } = outOfOffice;
    if (open === 0 && asking.status === 'waiting') {
      if (isOnline && isOverdue(nextTry)) await carryOut(asking.task);
    } else if (open === 0 && absence !== null && !isEndDue(store.get(), clock.now())) {
      if (isOnline && isOver(absence.plan, clock.now())) await carryOut({ kind: 'end', isEarly: false });
      else if (!absence.hasBegun && isDuring(absence.plan, clock.now())) await carryOut('begin');
    }
    // Behind a locked screen only what has its time is done.
    if (!parts.isLocked()) {
      if (open === 0 && isOnline && isOverdue(nextSettling)) await settle();
      if (isReadDue()) await mailbox.read();
    }
    // Last, because a return is told only once all of the above is done and it is true.
    remind();
  }

  async function settle(): Promise<void> {
    if (!isOwing(store.get())) return settlingBackOff.reset();
    await carryOut('settle');
    if (isOwing(store.get())) nextSettling = { since: clock.now(), length: settlingBackOff.next() };
  }

  function isReadDue(): boolean {
    const { isOnline, outOfOffice } = store.get();
    const every = parts.isPopupOpen() ? readEvery.open : readEvery.closed;
    return isOnline && outOfOffice.access === 'ready' && hasPassed(every, mailbox.lastReadAt(), clock.now());
  }

  function remind(): void {
    const now = clock.now();
    let isReturnTold = false;
    for (const span of spansToRemindOf(store.get(), now)) {
      for (const { kind, key } of dueReminders(span, now, parts.timeZone())) {
        const { reminded, asking } = store.get().outOfOffice;
        if (reminded.includes(key) || (kind === 'over' && !isBack(store.get(), now))) continue;
        const notice = noticeOf(kind, span);
        store.apply(reminderGiven, key);
        const isRefused = asking.status === 'failed' && asking.task.kind === 'end';
        // Two absences that are over are one return, and an end that was refused is told as that.
        if (kind === 'over' && (isReturnTold || isRefused)) continue;
        isReturnTold ||= kind === 'over';
        store.apply(noticed, notice);
        if (store.get().settings.notifyAbsence) desktop.notify(sayReminder(words, notice, now));
      }
    }
  }

  return {
    save: (plan) => carryOut({ kind: 'save', plan, draft: store.get().outOfOffice.draft }),
    end: () => carryOut({ kind: 'end', isEarly: true }),
    upkeep: joined(run),
  };
}

/** Whether the choice's own end is still to be carried out: what an absence asks of the presence would end with it. */
function isEndDue({ chosen, publication }: AppState, now: number): boolean {
  const ending = chosen?.ending;
  return ending != null && hasCome(ending.at, now) && publication.status !== 'failed';
}

/** The absences that reminders are about: ours, or the one that was planned in Outlook; and the one that has ended. */
function spansToRemindOf(state: AppState, now: number): readonly Span[] {
  const { absence, mailbox, returned } = state.outOfOffice;
  if (absence !== null) {
    const { until } = movedInOutlook(state, now) ?? absence.plan;
    return [{ from: absence.plan.from ?? absence.savedAt, until }];
  }
  const planned = mailbox === null ? null : spanOf(mailbox.replies);
  const ended = returned === null ? [] : [{ from: null, until: returned }];
  return planned === null || planned === 'unknownZone' ? ended : [planned, ...ended];
}

/** Whether the person is back by what others see, too, and nothing of an end is still to be carried out. */
function isBack(state: AppState, now: number): boolean {
  const { absence, asking } = state.outOfOffice;
  // What was accepted, or not read at all, is not what others see: a calendar may say otherwise.
  if (
    absence !== null ||
    state.presence?.evidence !== 'seen' ||
    asking.status === 'sending' ||
    asking.status === 'waiting'
  )
    return false;
  const truth = outOfOfficeTruth(state, now);
  return truth.kind === 'off' || truth.kind === 'scheduled';
}

function isOwing({ outOfOffice }: AppState): boolean {
  return outOfOffice.owed.message !== null || outOfOffice.owed.isReset;
}

function noticeOf(kind: Reminder, { from, until }: Span): Reminding {
  const at = kind === 'starts' ? from : until;
  if (kind === 'over' || at === null) return { kind: 'outOfOfficeOver' };
  return { kind: kind === 'starts' ? 'outOfOfficeStarts' : 'outOfOfficeEnds', at };
}
