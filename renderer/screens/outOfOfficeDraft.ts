import type { AutomaticReplies, Mailbox, ReplyText } from '#contract/automaticReplies.ts';
import { systemTimeZone } from '#contract/day.ts';
import { toEpoch, toInstant } from '#contract/instant.ts';
import {
  faultOf,
  isOver,
  type OutOfOfficePlan,
  type PlanFault,
  type PlannedReply,
  replyLimit,
} from '#contract/outOfOfficePlan.ts';
import type { MailboxAccess, OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { spanOf } from '#contract/outOfOfficeTruth.ts';
import { sayFault } from '#contract/outOfOfficeWords.ts';
import type { AppState } from '#contract/state.ts';
import { isTimeZone } from '#contract/wallTime.ts';
import type { Words } from '#contract/words.ts';
import { firstSpan, momentOf, timesOf } from './draftTimes.ts';

/** Which field is to say what is wrong. */
export type DraftField = 'from' | 'until' | 'zone' | 'organisation' | 'others' | 'form';
export interface DraftFault {
  readonly field: DraftField;
  readonly fault: PlanFault | 'startMissing' | 'repliesUnread';
  /** Units: UTF-16 code units of the text that is wrong. */
  readonly count: number;
}

/** What the page starts from: what was planned here, else what the mailbox has, else what the presence says. */
export function firstDraft(state: AppState, now: number): OutOfOfficeDraft {
  const { absence, mailbox } = state.outOfOffice;
  const zone = systemTimeZone();
  const replies = mailbox?.replies ?? null;
  const shown = state.presence?.value.outOfOfficeSettings.message ?? '';
  const fresh: OutOfOfficeDraft = {
    ...{ isTimed: false, ...timesOf(firstSpan(now), zone), timeZone: zone },
    organisation: replies === null ? { text: shown } : firstReply(replies.organisation),
    others: replies === null ? 'same' : firstOthers(replies),
    ...{ hasReplies: replies !== null, audience: replies?.audience ?? 'none' },
    ...{ inPresence: true, statusMessage: null, isMailboxKnown: replies !== null },
  };
  if (absence !== null) return reopened(draftOf(absence.plan, fresh, now), replies);
  const span = replies === null ? null : spanOf(replies);
  if (span === null || span === 'unknownZone' || span.until === null || isOver(span, now)) return fresh;
  return { ...fresh, isTimed: true, ...timesOf({ from: span.from ?? toInstant(now), until: span.until }, zone) };
}

/**
 * A draft that was begun before the mailbox was read, now that it is: what nobody touched becomes what Outlook has.
 *
 * Units: `now` in milliseconds since 1970.
 */
export function withMailbox(draft: OutOfOfficeDraft, state: AppState, now: number): OutOfOfficeDraft {
  const { outOfOffice } = state;
  if (draft.isMailboxKnown || outOfOffice.mailbox === null) return draft;
  const known = firstDraft(state, now);
  const unknown = firstDraft({ ...state, outOfOffice: { ...outOfOffice, mailbox: null } }, now);
  const isTouched = (key: 'organisation' | 'others' | 'hasReplies' | 'audience') =>
    JSON.stringify(draft[key]) !== JSON.stringify(unknown[key]);
  const isWritten = isTouched('organisation') && draft.organisation !== 'kept' && draft.organisation.text.trim() !== '';
  return {
    ...{ ...draft, isMailboxKnown: true },
    organisation: isWritten ? draft.organisation : known.organisation,
    others: isTouched('others') ? draft.others : known.others,
    hasReplies: isTouched('hasReplies') ? draft.hasReplies : known.hasReplies,
    audience: isTouched('audience') ? draft.audience : known.audience,
  };
}

function draftOf(plan: OutOfOfficePlan, fresh: OutOfOfficeDraft, now: number): OutOfOfficeDraft {
  const { from, until, organisation, replies, inPresence, statusMessage } = plan;
  const zone = isTimeZone(plan.timeZone) ? plan.timeZone : fresh.timeZone;
  const times = until === null ? {} : timesOf({ from: from ?? toInstant(now), until }, zone);
  return {
    ...{ ...fresh, ...times, isTimed: until !== null, timeZone: zone },
    ...{ organisation, inPresence, statusMessage, hasReplies: replies !== null },
    ...(replies === null ? {} : { audience: replies.audience, others: replies.others }),
  };
}

/** A plain text that a plan left to the mailbox can be typed in, as on the first visit; untouched, it is left again. */
function reopened(draft: OutOfOfficeDraft, replies: AutomaticReplies | null): OutOfOfficeDraft {
  if (replies === null) return draft;
  const { organisation, others } = draft;
  return {
    ...draft,
    organisation: organisation === 'kept' ? firstReply(replies.organisation) : organisation,
    others: others === 'kept' ? firstReply(replies.others) : others,
  };
}

/** What has a format stays as it is, unless somebody chooses otherwise. */
function firstReply({ text, isFormatted }: ReplyText): PlannedReply {
  return isFormatted && text !== '' ? 'kept' : { text };
}

/** What the mailbox has for others, where that is a text of its own. */
export function firstOthers({ organisation, others }: AutomaticReplies): PlannedReply | 'same' {
  return others.text === '' || others.html === organisation.html ? 'same' : firstReply(others);
}

/** A text that nobody changed is the mailbox's own, to the last character. */
function plannedReply(reply: PlannedReply, known: ReplyText | undefined): PlannedReply {
  return reply !== 'kept' && known !== undefined && known.text !== '' && reply.text.trim() === known.text
    ? 'kept'
    : reply;
}

/** What can be planned at all, here and for this account. */
export interface Means {
  readonly access: MailboxAccess;
  readonly mailbox: Mailbox | null;
  readonly hasPresence: boolean;
}

/** Whether the mailbox may well be open to us, and has not told yet what it sends. */
export function isUnread({ access, mailbox }: Pick<Means, 'access' | 'mailbox'>): boolean {
  return mailbox === null && ['unknown', 'reading', 'ready', 'failed'].includes(access);
}

/** What a draft asks for, or what is wrong with it. Units: `now` in milliseconds since 1970. */
export function readDraft(draft: OutOfOfficeDraft, means: Means, now: number): OutOfOfficePlan | DraftFault {
  const { isTimed, timeZone, audience, statusMessage } = draft;
  const zone = timeZone.trim();
  if (isTimed && !isTimeZone(zone)) return fault('zone', 'unknownZone');
  const from = isTimed ? momentOf(draft.from, zone) : null;
  const until = isTimed ? momentOf(draft.until, zone) : null;
  if (isTimed && from === null) return fault('from', 'startMissing');
  if (isTimed && until === null) return fault('until', 'endMissing');
  // A plan without its replies would turn off mail that is being sent.
  if (draft.hasReplies && isUnread(means)) return fault('form', 'repliesUnread');
  const { replies } = means.mailbox ?? {};
  const others = draft.others === 'same' ? 'same' : plannedReply(draft.others, replies?.others);
  const hasReplies = draft.hasReplies && means.mailbox !== null;
  const plan: OutOfOfficePlan = {
    from: from !== null && toEpoch(from) <= now ? null : from,
    ...{ until, timeZone: isTimed ? zone : systemTimeZone() },
    organisation: hasReplies ? plannedReply(draft.organisation, replies?.organisation) : draft.organisation,
    replies: hasReplies ? { audience, others } : null,
    inPresence: draft.inPresence && means.hasPresence,
    statusMessage: statusMessage === null || statusMessage.trim() === '' ? null : statusMessage.trim(),
  };
  // The start as it was typed, or an end before a start that has passed would be called something else.
  const found = faultOf({ ...plan, from }, now);
  return found === null ? plan : fault(fieldOf(found, plan), found, longestText(plan));
}

export function isDraftFault(read: OutOfOfficePlan | DraftFault): read is DraftFault {
  return 'fault' in read;
}

function fault(field: DraftField, name: DraftFault['fault'], count = 0): DraftFault {
  return { field, fault: name, count };
}

function fieldOf(found: PlanFault, { organisation }: OutOfOfficePlan): DraftField {
  switch (found) {
    case 'endBeforeStart':
    case 'endPast':
    case 'endMissing':
      return 'until';
    case 'unknownZone':
      return 'zone';
    case 'noReply':
      return organisation !== 'kept' && organisation.text.trim() === '' ? 'organisation' : 'others';
    case 'tooLong':
      return organisation !== 'kept' && organisation.text.length > replyLimit ? 'organisation' : 'others';
    // Only where nothing is timed, and so there is no field for an end.
    case 'noEnd':
    case 'nothing':
      return 'form';
  }
}

function longestText({ organisation, replies }: OutOfOfficePlan): number {
  const others = replies?.others ?? 'same';
  return Math.max(...[organisation, others].map((reply) => (typeof reply === 'string' ? 0 : reply.text.length)));
}

/** What is wrong, in words. */
export function sayDraftFault(words: Words, { fault: name, count }: DraftFault): string {
  if (name === 'startMissing' || name === 'repliesUnread') return words.say(`outOfOffice.fault.${name}`);
  return sayFault(words, name, count);
}
