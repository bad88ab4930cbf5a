import type { AutomaticReplies, RepliesChange } from '#contract/automaticReplies.ts';
import { type Instant, toEpoch, toInstant } from '#contract/instant.ts';
import { outOfOfficeMessageLimit } from '#contract/outOfOffice.ts';
import { isDuring, type OutOfOfficePlan, type PlannedReplies, type PlannedReply } from '#contract/outOfOfficePlan.ts';
import type { AskedAbsence } from '#contract/outOfOfficeState.ts';
import { spanOf } from '#contract/outOfOfficeTruth.ts';
import { writeReplyText } from '../graph/replyText.ts';
import { zonedTimeOf } from '../graph/timeZones.ts';

/** Puts the end of an absence into a text. */
export type Fill = (text: string) => string;

/** Units: milliseconds. A mailbox may round to the minute. */
const sameMoment = 60_000;

/**
 * What a plan changes of the replies that a mailbox has.
 *
 * Shape: a text that is kept is not sent at all, so that no character of it can be lost. An absence whose start has
 * passed starts now. Units: `now` in milliseconds since 1970.
 */
export function repliesChange(
  { from, until, timeZone, organisation }: OutOfOfficePlan,
  { audience, others }: PlannedReplies,
  known: AutomaticReplies,
  fill: Fill,
  now: number,
): RepliesChange {
  const own = htmlOf(organisation, fill);
  const foreign = others === 'same' ? (own ?? known.organisation.html) : htmlOf(others, fill);
  const change = {
    audience,
    ...(own === null ? {} : { organisation: own }),
    ...(audience === 'none' || foreign === null ? {} : { others: foreign }),
  };
  if (until === null) return { status: 'alwaysEnabled', ...change };
  const start = from === null || toEpoch(from) < now ? toInstant(now) : from;
  return {
    ...{ status: 'scheduled', ...change },
    ...{ from: zonedTimeOf(start, timeZone), until: zonedTimeOf(until, timeZone) },
  };
}

function htmlOf(reply: PlannedReply, fill: Fill): string | null {
  return reply === 'kept' ? null : writeReplyText(fill(reply.text));
}

/**
 * What ends the replies; null where there is nothing to end. Those of an absence are put back as they were before it.
 *
 * Shape: replies planned in Outlook end only when the user asks for it: those being sent now always, later ones only
 * where the user was told of them (`isTold`). Units: `now` in milliseconds since 1970.
 */
export function endingChange(
  absence: AskedAbsence | null,
  replies: AutomaticReplies,
  asked: { readonly isEarly: boolean; readonly isTold: boolean },
  now: number,
): RepliesChange | null {
  const before = absence?.before.replies ?? null;
  if (absence !== null && before !== null && areOf(absence, replies)) {
    return repliesBefore(before, absence.sent ?? replies, replies, now);
  }
  const span = spanOf(replies);
  if (span === null || !asked.isEarly) return null;
  const isMeant = (absence === null && asked.isTold) || (span !== 'unknownZone' && isDuring(span, now));
  if (!isMeant) return null;
  // Given another end in Outlook, what nobody edited there is still the absence's.
  const sent = absence?.sent ?? null;
  return before === null || sent === null ? { status: 'disabled' } : repliesBefore(before, sent, replies, now);
}

/**
 * What puts the replies back as they were before an absence.
 *
 * Shape: always off, so that nothing goes out that nobody asked for now; but a schedule which somebody had made before,
 * and which is still to come, is put back too. What somebody edited since `sent` stays as it is in `replies`, and so does
 * what was not named before. Units: `now` in milliseconds since 1970.
 */
function repliesBefore(
  before: AutomaticReplies,
  sent: AutomaticReplies,
  replies: AutomaticReplies,
  now: number,
): RepliesChange {
  const { audience, status, from, until } = before;
  const textOf = (member: 'organisation' | 'others') => {
    const { html } = before[member];
    return html === null || replies[member].html !== sent[member].html ? {} : { [member]: html };
  };
  const isAudienceOurs = replies.audience === sent.audience;
  const texts = { ...(isAudienceOurs ? { audience } : {}), ...textOf('organisation'), ...textOf('others') };
  const isToCome = status === 'scheduled' && from !== null && until !== null && isAfter(from.at, now);
  if (!isToCome) return { status: 'disabled', ...texts };
  const schedule = {
    from: { dateTime: from.dateTime, timeZone: from.timeZone },
    until: { dateTime: until.dateTime, timeZone: until.timeZone },
  };
  return { status: 'scheduled', ...texts, ...schedule };
}

/** Whether the replies are still those of an absence, rather than what somebody changed them to in Outlook. */
export function areOf({ plan }: Pick<AskedAbsence, 'plan'>, { status, until }: AutomaticReplies): boolean {
  if (plan.replies === null) return false;
  if (plan.until === null) return status === 'alwaysEnabled';
  const end = until?.at ?? null;
  return status === 'scheduled' && end !== null && Math.abs(toEpoch(end) - toEpoch(plan.until)) < sameMoment;
}

/**
 * Whether the replies are an absence's that was given another end in Outlook or none, or turned off there: begun when it
 * was, and with no text of it edited. The same texts at another time are somebody's own plan.
 */
export function areMoved({ sent }: AskedAbsence, { status, from, organisation, others }: AutomaticReplies): boolean {
  if (sent === null || (status !== 'alwaysEnabled' && from?.at !== sent.from?.at)) return false;
  return organisation.html === sent.organisation.html && others.html === sent.others.html;
}

/** What the presence says of an absence; a reply that is kept says it in its plain words. */
export function presenceMessage({ organisation }: OutOfOfficePlan, known: AutomaticReplies | null, fill: Fill) {
  const text = organisation === 'kept' ? (known?.organisation.text ?? '') : fill(organisation.text).trim();
  return text === '' ? null : text.slice(0, outOfOfficeMessageLimit);
}

function isAfter(instant: Instant | null, now: number): boolean {
  return instant !== null && toEpoch(instant) > now;
}
