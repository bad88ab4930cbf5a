import type { AutomaticReplies } from '#contract/automaticReplies.ts';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { faultOf, isDuring, type OutOfOfficePlan } from '#contract/outOfOfficePlan.ts';
import type { Absence, AbsenceTask, AskedAbsence } from '#contract/outOfOfficeState.ts';
import { isOfMailbox, isOutOfOffice, outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import { isRefusal } from '#contract/problem.ts';
import { type Account, isOf } from '#contract/session.ts';
import { changeReplies } from '../graph/mailboxSettings.ts';
import { ianaOf } from '../graph/timeZones.ts';
import { dueReminders } from '../schedule/reminders.ts';
import { absenceBegun, absenceOver, absenceSaved, absenceSent, begun } from '../state/absenceTransitions.ts';
import { written } from '../state/planTransitions.ts';
import { createAbsenceSigns, type SignsParts } from './absenceSigns.ts';
import type { Trouble } from './absenceTrouble.ts';
import type { MailboxReader } from './mailbox.ts';
import { areMoved, areOf, endingChange, repliesChange } from './repliesOf.ts';
import type { WriterFor } from './writer.ts';

export interface AbsenceParts extends SignsParts {
  readonly mailbox: MailboxReader;
  readonly writerFor: WriterFor;
  /** Resolves when what is asked for is on disk. */
  readonly saved: () => Promise<void>;
}

type EndAsked = Parameters<typeof endingChange>[2];
type SaveTask = Extract<AbsenceTask, { kind: 'save' }>;

/**
 * Sets mail, presence and status message of one absence together. Each step tells why it failed, and acts only for the
 * account that asked: another account that is signed in by then is left alone.
 */
export interface AbsenceSteps {
  save(task: SaveTask, account: Account): Promise<Trouble | null>;
  /** Sets presence and message, because the time has come. The mailbox keeps its own schedule. */
  beginIfDue(): Promise<void>;
  end(isEarly: boolean, account: Account): Promise<Trouble | null>;
  /** Sets what could not be set when it began or ended. */
  settle(): Promise<void>;
}

const notTheirs = { kind: 'signInRequired' } as const;

/** Makes the steps of an absence. */
export function createAbsenceSteps(parts: AbsenceParts): AbsenceSteps {
  const { store, clock, mailbox, writerFor } = parts;
  const signs = createAbsenceSigns(parts);

  async function change(to: Parameters<typeof changeReplies>[1], account: Account): Promise<Trouble | null> {
    const writer = await writerFor();
    if (writer?.account.homeAccountId !== account.homeAccountId) return notTheirs;
    const { outcome, writes } = await changeReplies(writer, to);
    if (!isOf(store.get().session, account)) return notTheirs;
    store.apply(written, writes, store.get().verdict);
    return outcome.ok ? null : outcome.problem;
  }

  /** The absence of ours to which the replies of the mailbox belong, if any: one that was moved in Outlook still does. */
  function ownOf(replies: AutomaticReplies): AskedAbsence | undefined {
    const { absence, unconfirmed } = store.get().outOfOffice;
    const ours = [unconfirmed, absence].filter((each) => each !== null);
    return ours.find((each) => areOf(each, replies)) ?? ours.find((each) => areMoved(each, replies));
  }

  /** This very plan, if it was sent and its answer lost: what the mailbox has may be an earlier plan of ours. */
  function triedBefore(plan: OutOfOfficePlan): AskedAbsence | null {
    const { unconfirmed } = store.get().outOfOffice;
    return unconfirmed !== null && JSON.stringify(unconfirmed.plan) === JSON.stringify(plan) ? unconfirmed : null;
  }

  async function save(task: SaveTask, account: Account): Promise<Trouble | null> {
    const { isInPresence } = store.get().outOfOffice;
    const plan = isInPresence ? task.plan : { ...task.plan, inPresence: false };
    const fault = ianaOf(plan.timeZone) === null ? 'unknownZone' : faultOf(plan, clock.now());
    if (fault !== null) return { kind: fault };
    const { absence: earlier, unconfirmed } = store.get().outOfOffice;
    let before = earlier?.before ?? { replies: null, message: null };
    if (plan.replies !== null) {
      const known = await mailbox.read();
      if (!known.ok) return known.problem;
      const { replies } = known.value;
      if (plan.organisation === 'kept' && replies.organisation.text === '') return { kind: 'noReply' };
      before = { ...before, replies: (ownOf(replies) ?? triedBefore(plan))?.before.replies ?? replies };
      // Saved before the mailbox is changed: if the answer is lost, the replies that are read next may be our own.
      store.apply(absenceSent, { plan, before, sent: null });
      await parts.saved();
      const now = clock.now();
      const to = repliesChange(plan, plan.replies, replies, signs.fillFor(plan, now), now);
      const trouble = await change(to, account);
      // What was refused is no plan of ours, and an earlier one may still be.
      if (trouble !== null && isRefusal(trouble)) store.apply(absenceSent, unconfirmed);
      if (trouble !== null) return trouble;
    } else if (earlier?.plan.replies != null || unconfirmed !== null) {
      const trouble = await endReplies(earlier, { isEarly: true, isTold: false }, account);
      if (trouble !== null) return trouble;
    }
    const read = plan.replies === null ? null : await mailbox.read();
    if (isDuring(plan, clock.now())) await lookAtMessage(plan);
    if (!isOf(store.get().session, account)) return notTheirs;
    const sent = read?.ok === true ? read.value.replies : null;
    // As it is by now: somebody may have chosen a presence meanwhile.
    const hasOwnPair = store.get().outOfOffice.absence?.hasOwnPair ?? false;
    await keep(
      { plan, before, sent, savedAt: toInstant(clock.now()), hasBegun: false, hasOwnPair },
      earlier,
      task.draft,
    );
    return null;
  }

  async function keep(absence: Absence, earlier: Absence | null, draft: SaveTask['draft']): Promise<void> {
    const { plan } = absence;
    const now = clock.now();
    const span = { ...plan, from: plan.from ?? absence.savedAt };
    const given = dueReminders(span, now, parts.timeZone()).map(({ key }) => key);
    const isOn = isDuring(plan, now);
    // Saved in one step with what is still owed, so that a restart finds both, wherever this process ends.
    const kept = isOn ? begun(store.get(), absence, signs.messageBefore(earlier)) : absence;
    const owed = isOn ? signs.owedDuring(kept, earlier) : signs.owedAfter(earlier);
    store.apply(absenceSaved, kept, { given, draft, owed });
    if (isOn) await signs.show(kept, earlier);
    else if (earlier !== null) await signs.hide(earlier);
  }

  async function endReplies(absence: Absence | null, asked: EndAsked, account: Account): Promise<Trouble | null> {
    const { access, unconfirmed } = store.get().outOfOffice;
    const isPlain = absence?.plan.replies == null && unconfirmed === null;
    if (isPlain && (access !== 'ready' || !asked.isEarly)) return null;
    const known = await mailbox.read();
    if (!known.ok) return known.problem;
    const { replies } = known.value;
    const to = endingChange(ownOf(replies) ?? absence, replies, asked, clock.now());
    const trouble = to === null ? null : await change(to, account);
    if (to !== null && trouble === null) await mailbox.read();
    return trouble;
  }

  async function end(isEarly: boolean, account: Account): Promise<Trouble | null> {
    const { absence } = store.get().outOfOffice;
    const truth = outOfOfficeTruth(store.get(), clock.now());
    const wasOn = isOutOfOffice(truth);
    const trouble = await endReplies(absence, { isEarly, isTold: isOfMailbox(truth) }, account);
    if (!isOf(store.get().session, account)) return notTheirs;
    const isMailAlone = trouble?.kind === 'signInBlocked' && (await parts.isSeenNow());
    if (trouble !== null && !isRefusal(trouble) && !isMailAlone) return trouble;
    // Replies that nobody can reach any more must not keep the presence.
    const hasEnded = absence !== null || isOfMailbox(truth);
    const isSeen = store.get().presence?.value.outOfOfficeSettings.isOutOfOffice ?? false;
    store.apply(absenceOver, {
      at: hasEnded ? toInstant(clock.now()) : null,
      owed: signs.owedAfter(absence),
      returned: isEarly ? null : (absence?.plan.until ?? null),
    });
    if (absence !== null) await signs.hide(absence);
    else if (isEarly && wasOn && isSeen) await parts.setOutOfOffice(inTheOffice);
    return trouble;
  }

  /** What it takes the place of is kept, and is no message that somebody wrote since: so it is read just before. */
  async function lookAtMessage({ statusMessage }: OutOfOfficePlan): Promise<void> {
    if (statusMessage !== null && store.get().isOnline) await parts.isSeenNow();
  }

  function toBegin(): Absence | null {
    const { absence } = store.get().outOfOffice;
    return absence === null || absence.hasBegun || !isDuring(absence.plan, clock.now()) ? null : absence;
  }

  async function beginIfDue(): Promise<void> {
    const due = toBegin();
    if (due === null) return;
    await lookAtMessage(due.plan);
    // Somebody may have signed out, or chosen a presence, meanwhile.
    const absence = toBegin();
    if (absence === null) return;
    const { statusMessage } = store.get();
    const kept = begun(store.get(), absence, statusMessage.seen);
    store.apply(absenceBegun, kept, signs.owedDuring(kept, null), toInstant(clock.now()));
    await signs.show(kept, null);
  }

  return { save, beginIfDue, end, settle: signs.settle };
}
