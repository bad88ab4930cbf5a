import type { Instant } from './instant.ts';
import type { WorkingHours } from './rules.ts';

/** Who outside the organisation gets an automatic reply, in the order of the page. */
export const audiences = ['none', 'contactsOnly', 'all'] as const;
export type Audience = (typeof audiences)[number];

/** A local time with the name of its zone, as Graph writes it. The name is Windows' or IANA's, or one that nobody knows. */
export interface ZonedTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** A moment as the mailbox has it; `at` is null where its zone is one that nobody knows. */
export interface ScheduledTime extends ZonedTime {
  readonly at: Instant | null;
}

/** The text of a reply. `html` is the mailbox's own, null where it named none; `isFormatted` says that plain text would lose something of it. */
export interface ReplyText {
  readonly html: string | null;
  readonly text: string;
  readonly isFormatted: boolean;
}

/**
 * The automatic replies of a mailbox: what is sent to whom and when.
 *
 * Shape: `from` and `until` count while `scheduled` only.
 * Source: https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
export interface AutomaticReplies {
  readonly status: 'disabled' | 'alwaysEnabled' | 'scheduled';
  readonly audience: Audience;
  readonly organisation: ReplyText;
  readonly others: ReplyText;
  readonly from: ScheduledTime | null;
  readonly until: ScheduledTime | null;
}

/** What was read of a mailbox, and when. `timeZone` is the mailbox's own, by the name that it has there. */
export interface Mailbox {
  readonly replies: AutomaticReplies;
  readonly timeZone: MailboxZone | null;
  /** Null where it names none, or none that begin and end on one day. */
  readonly workingHours: MailboxHours | null;
  readonly at: Instant;
}

/** A time zone by the name that the mailbox has for it; `iana` is null where nobody knows that name. */
export interface MailboxZone {
  readonly name: string;
  readonly iana: string | null;
}

/** Weekly hours as the mailbox has them, by the clocks of their own zone. */
export interface MailboxHours extends Pick<WorkingHours, 'days' | 'from' | 'to'> {
  readonly timeZone: MailboxZone | null;
}

/** What of the replies is to change; what is missing stays as it is. Texts are HTML. */
export interface RepliesChange {
  readonly status: AutomaticReplies['status'];
  readonly audience?: Audience;
  readonly organisation?: string;
  readonly others?: string;
  readonly from?: ZonedTime;
  readonly until?: ZonedTime;
}
