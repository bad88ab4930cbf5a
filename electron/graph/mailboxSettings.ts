import { z } from 'zod';
import {
  type AutomaticReplies,
  audiences,
  type Mailbox,
  type RepliesChange,
  type ReplyText,
  type ScheduledTime,
} from '#contract/automaticReplies.ts';
import { toInstant } from '#contract/instant.ts';
import type { Outcome } from '#contract/problem.ts';
import type { GraphReply } from './client.ts';
import { answeredByOthers } from './graphProblem.ts';
import { readReplyText } from './replyText.ts';
import { sendWrite, type Writer, type Written } from './sendWrite.ts';
import { ianaOf } from './timeZones.ts';
import { workingHoursBody, workingHoursOf } from './workingHours.ts';
import { instantOf } from './zonedTime.ts';

const statuses = ['disabled', 'alwaysEnabled', 'scheduled'] as const;
const text = z.string().nullish().catch(null);
const zonedTime = z.object({ dateTime: z.string(), timeZone: text }).nullish().catch(null);

/** Lenient on purpose: what is missing or strange is taken for what does least. */
const settingsBody = z.object({
  automaticRepliesSetting: z
    .object({
      status: z.enum(statuses).nullish().catch(null),
      externalAudience: z.enum(audiences).nullish().catch(null),
      internalReplyMessage: text,
      externalReplyMessage: text,
      scheduledStartDateTime: zonedTime,
      scheduledEndDateTime: zonedTime,
    })
    .nullish()
    .catch(null),
  timeZone: text,
  workingHours: workingHoursBody,
});

const path = 'me/mailboxSettings';

/**
 * Reads the automatic replies of the signed-in user, their working hours, and the time zone of the mailbox.
 *
 * Shape: the whole resource, so that one request tells all of it. Texts come as HTML documents even where plain text was
 * written. Problems: those of the client; `intercepted` when the answer is no mailbox's.
 * Source: https://learn.microsoft.com/graph/api/user-get-mailboxsettings
 */
export async function readMailbox({ graph, now }: Writer): Promise<Outcome<Mailbox>> {
  const reply = await graph({ method: 'GET', path, isForMailbox: true });
  if (!reply.ok) return reply;
  const parsed = settingsBody.safeParse(reply.value.body);
  // Each mailbox has that, and without it an end of replies would be taken for done.
  if (!parsed.success || parsed.data.automaticRepliesSetting == null) return answeredByOthers(reply.value);
  const { automaticRepliesSetting, timeZone, workingHours } = parsed.data;
  const zone = timeZone ? { name: timeZone, iana: ianaOf(timeZone) } : null;
  const found = { replies: repliesOf(automaticRepliesSetting), workingHours: workingHoursOf(workingHours) };
  return { ok: true, value: { ...found, timeZone: zone, at: toInstant(now()) } };
}

function repliesOf(setting: NonNullable<z.output<typeof settingsBody>['automaticRepliesSetting']>): AutomaticReplies {
  return {
    status: setting.status ?? 'disabled',
    audience: setting.externalAudience ?? 'none',
    organisation: textOf(setting.internalReplyMessage),
    others: textOf(setting.externalReplyMessage),
    from: scheduledTime(setting.scheduledStartDateTime),
    until: scheduledTime(setting.scheduledEndDateTime),
  };
}

/** What was not named must not become an empty text when replies are put back. */
function textOf(html: string | null | undefined): ReplyText {
  return html == null ? { html: null, text: '', isFormatted: false } : readReplyText(html);
}

function scheduledTime(time: z.output<typeof zonedTime>): ScheduledTime | null {
  if (time == null) return null;
  const timeZone = time.timeZone ?? 'UTC';
  return { dateTime: time.dateTime, timeZone, at: instantOf(time.dateTime, timeZone) };
}

/**
 * Changes the automatic replies, and of them what is named only: a text that is not sent stays as Outlook has it.
 *
 * Shape: the record of the write never holds a text. Problems: those of the client; `intercepted` when the answer is no
 * mailbox's.
 * Source: https://learn.microsoft.com/graph/api/user-update-mailboxsettings
 */
export function changeReplies(writer: Writer, change: RepliesChange): Promise<Written> {
  const { status, audience, organisation, others, from, until } = change;
  const automaticRepliesSetting = {
    status,
    ...(audience === undefined ? {} : { externalAudience: audience }),
    ...(organisation === undefined ? {} : { internalReplyMessage: organisation }),
    ...(others === undefined ? {} : { externalReplyMessage: others }),
    ...(from === undefined ? {} : { scheduledStartDateTime: from }),
    ...(until === undefined ? {} : { scheduledEndDateTime: until }),
  };
  return sendWrite(writer, {
    ...{ operation: 'mailboxSettings', method: 'PATCH', path, isForMailbox: true },
    body: { automaticRepliesSetting },
    judge: judgeChange,
  });
}

/** The service answers with what it changed, or with nothing; anything else was said by somebody in its place. */
function judgeChange(reply: Outcome<GraphReply>): Outcome<void> {
  if (!reply.ok) return reply;
  const { body } = reply.value;
  const isItsOwn = body === undefined || settingsBody.safeParse(body).data?.automaticRepliesSetting != null;
  return isItsOwn ? { ok: true, value: undefined } : answeredByOthers(reply.value);
}
