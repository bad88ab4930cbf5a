import type { AutomaticReplies } from '#contract/automaticReplies.ts';
import { toEpoch, toInstant } from '#contract/instant.ts';
import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { faultOf, fillUntil, isDuring, type OutOfOfficePlan } from '#contract/outOfOfficePlan.ts';
import type { Absence, AbsenceTask, AskedAbsence } from '#contract/outOfOfficeState.ts';
import { isOfMailbox, isOutOfOffice, outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import type { StatusMessage, StatusMessageDraft } from '#contract/statusMessage.ts';
import type { Words } from '#contract/words.ts';
import { changeReplies } from '../graph/mailboxSettings.ts';
import { ianaOf } from '../graph/timeZones.ts';
import type { Clock } from '../ports.ts';
import { dueReminders } from '../schedule/reminders.ts';
import { absenceBegun, absenceOver, absenceSaved, absenceSent, isPairOurs } from '../state/outOfOfficeTransitions.ts';
import { written } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { isRefusal, type Trouble } from './absenceTrouble.ts';
import type { MailboxReader } from './mailbox.ts';
import type { Publisher } from './publish.ts';
import { areOf, endingChange, type Fill, presenceMessage, repliesChange } from './repliesOf.ts';
import type { WriterFor } from './writer.ts';

export interface AbsenceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly words: Words;
  readonly mailbox: MailboxReader;
  readonly writerFor: WriterFor;
  readonly setOutOfOffice: (settings: OutOfOfficeSettings) => Promise<void>;
  readonly publish: Publisher['publish'];
  readonly setStatusMessage: (draft: StatusMessageDraft) => Promise<void>;
  /** Of the computer. */
  readonly timeZone: () => string;
  /** Resolves when what is asked for is on disk. */
  readonly saved: () => Promise<void>;
}

type EndAsked = Parameters<typeof endingChange>[2];
type SaveTask = Extract<AbsenceTask, { kind: 'save' }>;

/** Mail, presence and status message of one absence, together. Each step tells why it could not be taken. */
export interface AbsenceSteps {
  save(task: SaveTask): Promise<Trouble | null>;
  /** Sets presence and message, because the time has come. The mailbox keeps its own schedule. */
  beginIfDue(): Promise<void>;
  end(isEarly: boolean): Promise<Trouble | null>;
}

/** Makes the steps of an absence. */
export function createAbsenceSteps(parts: AbsenceParts): AbsenceSteps {
  const { store, clock, words, mailbox, writerFor, setOutOfOffice, setStatusMessage, publish } = parts;

  function fillFor({ until, timeZone }: OutOfOfficePlan): Fill {
    const zone = ianaOf(timeZone) ?? parts.timeZone();
    return (text) => (until === null ? text : fillUntil(text, words.longDay(until, zone)));
  }

  async function change(to: Parameters<typeof changeReplies>[1]): Promise<Trouble | null> {
    const writer = await writerFor();
    if (writer === null) return { kind: 'signInRequired' };
    const { outcome, writes } = await changeReplies(writer, to);
    store.apply(written, writes, store.get().verdict);
    return outcome.ok ? null : outcome.problem;
  }

  async function sendReplies(plan: OutOfOfficePlan, known: AutomaticReplies): Promise<Trouble | null> {
    if (plan.replies === null) return null;
    if (plan.organisation === 'kept' && known.organisation.text === '') return { kind: 'noReply' };
    return change(repliesChange(plan, plan.replies, known, fillFor(plan), clock.now()));
  }

  /** Whose replies a mailbox has, if they are ours. */
  function ownOf(replies: AutomaticReplies): AskedAbsence | undefined {
    const { absence, unconfirmed } = store.get().outOfOffice;
    return [unconfirmed, absence].filter((each) => each !== null).find((each) => areOf(each, replies));
  }

  async function save(task: SaveTask): Promise<Trouble | null> {
    const { plan } = task;
    const fault = ianaOf(plan.timeZone) === null ? 'unknownZone' : faultOf(plan, clock.now());
    if (fault !== null) return { kind: fault };
    const { absence: earlier, unconfirmed } = store.get().outOfOffice;
    let before = earlier?.before ?? { replies: null, message: null };
    if (plan.replies !== null) {
      const known = await mailbox.read();
      if (!known.ok) return known.problem;
      const { replies } = known.value;
      before = { ...before, replies: ownOf(replies)?.before.replies ?? replies };
      // On disk before anything is changed: after a lost answer, what is read next may be our own.
      store.apply(absenceSent, { plan, before, sent: null });
      await parts.saved();
      const trouble = await sendReplies(plan, replies);
      if (trouble !== null) return trouble;
    } else if (earlier?.plan.replies != null || unconfirmed !== null) {
      const trouble = await endReplies(earlier, { isEarly: true, isTold: false });
      if (trouble !== null) return trouble;
    }
    const read = plan.replies === null ? null : await mailbox.read();
    const sent = read?.ok === true ? read.value.replies : null;
    const hasOwnPair = earlier?.hasOwnPair ?? false;
    await keep({ plan, before, sent, savedAt: toInstant(clock.now()), hasBegun: false, hasOwnPair }, earlier);
    return null;
  }

  async function keep(absence: Absence, earlier: Absence | null): Promise<void> {
    const { plan } = absence;
    const now = clock.now();
    const span = { ...plan, from: plan.from ?? absence.savedAt };
    const given = dueReminders(span, now, parts.timeZone()).map(({ key }) => key);
    store.apply(absenceSaved, absence, given);
    if (isDuring(plan, now)) await begin(earlier?.hasBegun === true ? absence.before.message : undefined);
    else if (earlier?.hasBegun === true) await withdraw(earlier);
  }

  /** `message` is what is to come back afterwards, where that is not what stands now. */
  async function begin(message: StatusMessage | null | undefined = undefined): Promise<void> {
    const { outOfOffice, statusMessage } = store.get();
    const { absence, mailbox: known } = outOfOffice;
    if (absence === null) return;
    store.apply(absenceBegun, message === undefined ? statusMessage.seen : message, toInstant(clock.now()));
    const { plan } = absence;
    const fill = fillFor(plan);
    if (plan.inPresence) {
      await setOutOfOffice({ isOutOfOffice: true, message: presenceMessage(plan, known?.replies ?? null, fill) });
    }
    if (plan.statusMessage !== null) {
      const lasts = plan.until === null ? 'untilChanged' : { until: plan.until };
      await setStatusMessage({ text: fill(plan.statusMessage), lasts });
    }
  }

  async function endReplies(absence: Absence | null, asked: EndAsked): Promise<Trouble | null> {
    const { access, unconfirmed } = store.get().outOfOffice;
    const isPlain = absence?.plan.replies == null && unconfirmed === null;
    if (isPlain && (access !== 'ready' || !asked.isEarly)) return null;
    const known = await mailbox.read();
    if (!known.ok) return known.problem;
    const { replies } = known.value;
    const to = endingChange(ownOf(replies) ?? absence, replies, asked, clock.now());
    const trouble = to === null ? null : await change(to);
    if (to !== null && trouble === null) await mailbox.read();
    return trouble;
  }

  async function end(isEarly: boolean): Promise<Trouble | null> {
    const { absence } = store.get().outOfOffice;
    const truth = outOfOfficeTruth(store.get(), clock.now());
    const wasOn = isOutOfOffice(truth);
    const trouble = await endReplies(absence, { isEarly, isTold: isOfMailbox(truth) });
    if (trouble !== null && !isRefusal(trouble)) return trouble;
    // Replies that nobody can reach any more must not keep the presence.
    const hasEnded = absence !== null || isOfMailbox(truth);
    store.apply(absenceOver, hasEnded ? toInstant(clock.now()) : null);
    const isSeen = store.get().presence?.value.outOfOfficeSettings.isOutOfOffice ?? false;
    if (absence !== null) await withdraw(absence);
    else if (isEarly && wasOn && isSeen) await setOutOfOffice({ isOutOfOffice: false, message: null });
    return trouble;
  }

  /** Takes presence and message back, and puts the message there that was there before. */
  async function withdraw(absence: Absence): Promise<void> {
    const { plan, before, hasBegun } = absence;
    if (!hasBegun) return;
    const { outOfOffice, statusMessage } = store.get();
    if (plan.inPresence || outOfOffice.isDeclared) await setOutOfOffice({ isOutOfOffice: false, message: null });
    if (isPairOurs(store.get(), absence)) await publish({ kind: 'automatic' });
    const isOurs = plan.statusMessage !== null && statusMessage.seen?.text === fillFor(plan)(plan.statusMessage).trim();
    const isGone = plan.statusMessage !== null && statusMessage.seen === null;
    if (!isOurs && !isGone) return;
    const { message } = before;
    if (message === null || (message.endsAt !== null && toEpoch(message.endsAt) <= clock.now())) {
      if (isOurs) await setStatusMessage({ text: '', lasts: 'untilChanged' });
    } else {
      const lasts = message.endsAt === null ? 'untilChanged' : { until: message.endsAt };
      await setStatusMessage({ text: message.text, lasts });
    }
  }

  async function beginIfDue(): Promise<void> {
    const { absence } = store.get().outOfOffice;
    if (absence !== null && !absence.hasBegun && isDuring(absence.plan, clock.now())) await begin();
  }

  return { save, beginIfDue, end };
}
