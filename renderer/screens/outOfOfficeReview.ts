import type { Mailbox } from '#contract/automaticReplies.ts';
import { isSameZone, systemTimeZone } from '#contract/day.ts';
import { fillUntil, type OutOfOfficePlan, type PlannedReply } from '#contract/outOfOfficePlan.ts';
import type { Words } from '#contract/words.ts';

/** What one group of people will see. */
export interface ReviewPart {
  readonly heading: string;
  readonly text: string;
  /** Whether it stays as Outlook has it. */
  readonly isKept: boolean;
}

/** What a plan means for each group of people, in the order of the page. Units: `now` in milliseconds since 1970. */
export function reviewOf(
  words: Words,
  plan: OutOfOfficePlan,
  mailbox: Mailbox | null,
  now: number,
): readonly ReviewPart[] {
  const { until, timeZone, organisation, replies } = plan;
  const fill = (text: string) => (until === null ? text : fillUntil(text, words.longDay(until, timeZone, now)));
  const known = mailbox?.replies ?? null;
  const say = (reply: PlannedReply, kept: string) => (reply === 'kept' ? kept : fill(reply.text).trim());
  const own = say(organisation, known?.organisation.text ?? '');
  const part = (heading: string, text: string, isKept = false): ReviewPart => ({ heading, text, isKept });

  const parts = [
    part(words.say('outOfOffice.review.when'), sayWhen(words, plan, now)),
    part(words.say('outOfOffice.review.presence'), sayPresence(words, plan, own, fill)),
  ];
  if (replies === null) return parts;
  const { audience, others } = replies;
  const isOwnKept = organisation === 'kept' && known?.organisation.isFormatted === true;
  const foreign = others === 'same' ? own : say(others, known?.others.text ?? '');
  const isForeignKept = others === 'same' ? isOwnKept : others === 'kept' && known?.others.isFormatted === true;
  const heading = words.say(audience === 'contactsOnly' ? 'outOfOffice.review.contacts' : 'outOfOffice.review.others');
  return [
    ...parts,
    part(words.say('outOfOffice.review.organisation'), own, isOwnKept),
    audience === 'none'
      ? part(heading, words.say('outOfOffice.review.nothing'))
      : part(heading, foreign, isForeignKept),
  ];
}

/** The times as they were chosen: the texts beside them name the day there, which here may be another one. */
function sayWhen(words: Words, { from, until, timeZone }: OutOfOfficePlan, now: number): string {
  if (until === null) return words.say('outOfOffice.review.sinceNow');
  const end = words.dayAndTime(until, now, timeZone);
  const when =
    from === null
      ? words.say('outOfOffice.review.nowUntil', { until: end })
      : words.say('outOfOffice.review.fromUntil', { from: words.dayAndTime(from, now, timeZone), until: end });
  if (isSameZone(timeZone, systemTimeZone())) return when;
  return words.say('outOfOffice.review.elsewhere', { when, zone: timeZone });
}

function sayPresence(words: Words, plan: OutOfOfficePlan, message: string, fill: (text: string) => string): string {
  const shown = plan.inPresence
    ? [words.say('outOfOffice.review.presenceOn'), ...(message === '' ? [] : [message])]
    : [words.say('outOfOffice.review.presenceNone')];
  const status = plan.statusMessage;
  return [...shown, ...(status === null ? [] : [words.say('outOfOffice.review.status', { text: fill(status) })])].join(
    '\n',
  );
}
