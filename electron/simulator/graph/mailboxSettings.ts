import type { z } from 'zod';
import { jsonReply, type Reply } from '../exchange.ts';
import type { AutomaticReplies } from '../tenant.ts';
import { mailboxSettingsBody } from './bodies.ts';
import { graphError } from './graphError.ts';
import { type GraphRequest, hasScope, isOwn } from './graphRequest.ts';
import { readBody } from './readBody.ts';
import { epochOf, inUtc, isTimeZone } from './zonedTime.ts';

/** GET of one's own mailbox settings. */
export function answerReadMailboxSettings(request: GraphRequest): Reply {
  const { grant, ids } = request;
  const isAllowed = isOwn(request) && hasScope(grant, 'MailboxSettings.Read', 'MailboxSettings.ReadWrite');
  if (!isAllowed)
    return graphError(ids, 403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  return jsonReply(200, {
    '@odata.context': contextOf(request),
    automaticRepliesSetting: setting(request.file.replies),
    timeZone: request.file.mailboxTimeZone,
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: request.file.mailboxTimeZone },
    },
    language: { locale: 'en-US', displayName: 'English (United States)' },
  });
}

/** PATCH of one's own automatic replies: changes what is sent, and answers with the changed part in UTC. */
export function answerChangeMailboxSettings(request: GraphRequest): Reply {
  const { exchange, ids, file, grant, tenant } = request;
  const body = readBody(exchange, ids, mailboxSettingsBody);
  if (!body.isGood) return body.reply;
  if (!isOwn(request) || !hasScope(grant, 'MailboxSettings.ReadWrite')) {
    return graphError(ids, 403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
  const changed = changeReplies(file.replies, body.value.automaticRepliesSetting, ids.now);
  if (typeof changed === 'string') return graphError(ids, 400, changed, 'The schedule is not valid.');
  tenant.setReplies(file, changed);
  return jsonReply(200, { '@odata.context': contextOf(request), automaticRepliesSetting: setting(changed) });
}

type SettingChange = z.output<typeof mailboxSettingsBody>['automaticRepliesSetting'];

/** The replies after a change, or the code of what is wrong with it. */
function changeReplies(replies: AutomaticReplies, change: SettingChange, now: number): AutomaticReplies | string {
  const { scheduledStartDateTime: start, scheduledEndDateTime: end } = change;
  const zones = [start, end].map((time) => time?.timeZone ?? 'UTC');
  if (!zones.every(isTimeZone)) return 'InvalidTimeZone';
  const startsAt = start == null ? replies.startsAt : epochOf({ ...start, timeZone: start.timeZone ?? 'UTC' });
  const endsAt = end == null ? replies.endsAt : epochOf({ ...end, timeZone: end.timeZone ?? 'UTC' });
  if (startsAt === undefined || endsAt === undefined) return 'ErrorInvalidArgument';
  const status = change.status ?? replies.status;
  if (status === 'scheduled' && (endsAt <= startsAt || endsAt <= now)) return 'ErrorInvalidArgument';
  return {
    status,
    externalAudience: change.externalAudience ?? replies.externalAudience,
    startsAt,
    endsAt,
    internalReplyMessage: asDocument(change.internalReplyMessage) ?? replies.internalReplyMessage,
    externalReplyMessage: asDocument(change.externalReplyMessage) ?? replies.externalReplyMessage,
  };
}

/** The service gives whole HTML documents back, even for plain text. */
function asDocument(text: string | null | undefined): string | undefined {
  if (text == null || text === '') return text === undefined ? undefined : '';
  return text.includes('<html') ? text : `<html>\n<body>\n${text}\n</body>\n</html>\n`;
}

function setting(replies: AutomaticReplies) {
  const { startsAt, endsAt, ...rest } = replies;
  return { ...rest, scheduledStartDateTime: inUtc(startsAt), scheduledEndDateTime: inUtc(endsAt) };
}

function contextOf({ exchange, version, file }: GraphRequest): string {
  return `${exchange.url.origin}/${version}/$metadata#users('${file.person.oid}')/mailboxSettings`;
}
