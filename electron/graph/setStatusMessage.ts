import type { StatusMessage } from '#contract/statusMessage.ts';
import { sendWrite, type Writer, type Written } from './sendWrite.ts';

/**
 * Sets the note under the user's name; an empty text clears it, for there is no action that does.
 *
 * Shape: text only; the end is a local time without offset beside its zone, and left out where there is none. Some
 * tenants drop the end, so what is read back decides. The record of the write never holds the text.
 * Problems: those of the client.
 * Source: https://learn.microsoft.com/graph/api/presence-setstatusmessage
 */
export function setStatusMessage(writer: Writer, { text, endsAt }: StatusMessage): Promise<Written> {
  const operation = 'setStatusMessage';
  const hasEnd = endsAt !== null && text !== '';
  // An Instant is UTC to the millisecond; Microsoft's own form ends with the seconds.
  const expiry = hasEnd ? { expiryDateTime: { dateTime: endsAt.slice(0, 19), timeZone: 'UTC' } } : {};
  const statusMessage = { message: { content: text, contentType: 'text' }, ...expiry };
  return sendWrite(writer, {
    operation,
    path: `users/${writer.account.id}/presence/${operation}`,
    body: { statusMessage },
  });
}
