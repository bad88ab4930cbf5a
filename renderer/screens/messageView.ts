import { toEpoch } from '#contract/instant.ts';
import type { Duration } from '#contract/plan.ts';
import { isAmbiguous } from '#contract/problem.ts';
import { isOverdue } from '#contract/sourceWords.ts';
import type { AppState } from '#contract/state.ts';
import { type MessageDraft, type StatusMessageDraft, statusMessageLimit } from '#contract/statusMessage.ts';
import { sayProblem, type Words } from '#contract/words.ts';
import { isUntilError, readUntil, type UntilError, untilTextOf } from './untilText.ts';

/** After how long a message can be cleared by itself. */
export const messageDurations: readonly Duration[] = ['untilChanged', 'PT30M', 'PT1H', 'PT4H', 'today', 'thisWeek'];

/** What the page starts from: what could not be saved, else what the service says, else nothing to the end of the day. */
export function firstDraft({ statusMessage: { seen, asking } }: AppState, now: number): MessageDraft {
  const message = asking.status === 'failed' ? asking.message : seen;
  if (message === null) return { text: '', lasts: 'today' };
  if (message.endsAt === null) return { text: message.text, lasts: 'untilChanged' };
  const endsAt = toEpoch(message.endsAt);
  return { text: message.text, lasts: endsAt > now ? untilTextOf(endsAt) : 'today' };
}

/** What a draft asks for, or what is wrong with the end that it names. */
export function readDraft({ text, lasts }: MessageDraft, now: number): StatusMessageDraft | UntilError {
  const trimmed = text.trim();
  if (typeof lasts === 'string') return { text: trimmed, lasts };
  const until = readUntil(lasts, now);
  return isUntilError(until) ? until : { text: trimmed, lasts: { until } };
}

/** That a text is longer than what can be sent; null where it is not. One that was set elsewhere may be. */
export function sayTooLong(words: Words, { text }: MessageDraft): string | null {
  const count = text.trim().length;
  const isTooLong = count > statusMessageLimit;
  return isTooLong ? words.say('outOfOffice.fault.tooLong', { count, limit: statusMessageLimit }) : null;
}

/** Whether there may be a message to take away: one that shows, is on its way, or may have been set although no answer came. */
export function mayStand({ statusMessage: { seen, asking } }: AppState): boolean {
  return seen !== null || asking.status === 'sending' || (asking.status === 'failed' && isAmbiguous(asking.problem));
}

/** How long a message stands, as short as a field wants it. */
export function sayClearAfter(words: Words, duration: Duration): string {
  return words.say(duration === 'untilChanged' ? 'message.never' : `plan.lasts.${duration}`);
}

/** The line under the status message: how the asking goes, else when it ends, or should have where nothing ended it. */
export function sayMessageCaption(words: Words, { statusMessage }: AppState, now: number): string {
  const { seen, asking } = statusMessage;
  if (asking.status === 'sending') return words.say(asking.message.text === '' ? 'message.clearing' : 'message.saving');
  if (asking.status === 'failed') return words.say('message.notSaved', { problem: sayProblem(words, asking.problem) });
  if (seen === null) return words.say('message.none');
  if (seen.endsAt === null) return words.say('message.stays');
  const time = words.dayAndTime(seen.endsAt, now);
  if (isOverdue(seen.endsAt, now)) return words.say('until.over', { time });
  const isToday = time === words.time(seen.endsAt);
  return words.say(isToday ? 'message.clearsToday' : 'message.clears', { time });
}
