import type { Audience } from './automaticReplies.ts';
import { type Instant, toEpoch } from './instant.ts';

/** Our caps. Exchange takes a little over 100 kB of a reply, and longer ones are letters. Units: UTF-16 code units. */
export const replyLimit = 20_000;
/** What a draft keeps all the same, so that nothing pasted is lost. */
export const draftLimit = 120_000;

/** Stands in a text for the moment at which the absence ends. */
export const untilPlaceholder = '{until}';

/** A reply: the one that the mailbox has, as it is there, or a text. */
export type PlannedReply = 'kept' | { readonly text: string };

/** Mail that goes out by itself while one is away. */
export interface PlannedReplies {
  readonly audience: Audience;
  /** What those outside the organisation get. */
  readonly others: PlannedReply | 'same';
}

/** An absence as it is asked for, whole: one request for mail, presence and message. */
export interface OutOfOfficePlan {
  /** Null for now; a moment that has passed means now as well. */
  readonly from: Instant | null;
  /** Null where it lasts until turned off. */
  readonly until: Instant | null;
  /** In which zone it was planned, by its Windows or its IANA name. */
  readonly timeZone: string;
  /** What colleagues get as a reply, and see with the presence. */
  readonly organisation: PlannedReply;
  /** Null where no mail is to be sent. */
  readonly replies: PlannedReplies | null;
  readonly inPresence: boolean;
  /** Null where the status message stays as it is. */
  readonly statusMessage: string | null;
}

/** What is wrong with a plan, in the names of its sentences. */
export const planFaults = [
  'endBeforeStart',
  'endPast',
  /** Nobody can schedule mail without an end. */
  'endMissing',
  'unknownZone',
  'tooLong',
  'noReply',
  'noEnd',
  'nothing',
] as const;
export type PlanFault = (typeof planFaults)[number];

/** Finds what is wrong with a plan; null where it can be carried out. Units: `now` in milliseconds since 1970. */
export function faultOf(plan: OutOfOfficePlan, now: number): PlanFault | null {
  const { from, until, replies } = plan;
  const starts = Math.max(from === null ? now : toEpoch(from), now);
  if (until !== null && from !== null && toEpoch(until) <= toEpoch(from)) return 'endBeforeStart';
  if (until !== null && toEpoch(until) <= starts) return 'endPast';
  if (until === null && starts > now) return 'endMissing';
  const texts = textsOf(plan);
  if (texts.some((text) => text.length > replyLimit)) return 'tooLong';
  if (until === null && texts.some((text) => text.includes(untilPlaceholder))) return 'noEnd';
  if (replies !== null && isEmpty(plan.organisation)) return 'noReply';
  if (replies !== null && replies.audience !== 'none' && replies.others !== 'same' && isEmpty(replies.others)) {
    return 'noReply';
  }
  return replies === null && !plan.inPresence && plan.statusMessage === null ? 'nothing' : null;
}

/** Everything that somebody wrote for the plan. */
export function textsOf({ organisation, replies, statusMessage }: OutOfOfficePlan): readonly string[] {
  const others = replies === null || replies.audience === 'none' ? 'same' : replies.others;
  const planned = [organisation, others].flatMap((reply) => (typeof reply === 'string' ? [] : [reply.text]));
  return statusMessage === null ? planned : [...planned, statusMessage];
}

function isEmpty(reply: PlannedReply): boolean {
  return reply !== 'kept' && reply.text.trim() === '';
}

/** A text with the end of the absence in words where it has the placeholder. */
export function fillUntil(text: string, until: string): string {
  return text.replaceAll(untilPlaceholder, until);
}

/** When somebody is away. Null for now, and for until turned off. */
export interface Span {
  readonly from: Instant | null;
  readonly until: Instant | null;
}

/** Whether it is on. Units: `now` in milliseconds since 1970. */
export function isDuring(span: Span, now: number): boolean {
  return (span.from === null || toEpoch(span.from) <= now) && !isOver(span, now);
}

/** Whether it has come to its end. Units: as for `isDuring`. */
export function isOver({ until }: Span, now: number): boolean {
  return until !== null && toEpoch(until) <= now;
}
