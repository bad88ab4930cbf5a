import type { Audience, AutomaticReplies, Mailbox } from './automaticReplies.ts';
import type { Instant } from './instant.ts';
import type { OutOfOfficePlan, PlanFault, PlannedReply } from './outOfOfficePlan.ts';
import type { Problem } from './problem.ts';
import type { StatusMessage } from './statusMessage.ts';

/**
 * Whether the mailbox may be used, and why not. Never in the way of the presence.
 *
 *               page opened             asked in the browser
 *  unknown ───────────────► reading ──► notAllowed ──────────► asking
 *                             │  ▲         ▲                     │
 *                             ▼  │         └──── refused ◄───────┤ no
 *             missing ◄──── ready ◄──────────────────────────────┘ yes
 */
export type MailboxAccess =
  /** Nobody has asked for it yet. */
  | 'unknown'
  | 'reading'
  | 'ready'
  /** The permission has not been given; where the question for it failed, `problem` beside it says why. */
  | 'notAllowed'
  | 'asking'
  /** The person or the organisation said no. */
  | 'refused'
  | 'adminRequired'
  /** There is no mailbox, or not in Exchange Online. */
  | 'missing'
  /** It did not work this time; `problem` beside it says why. */
  | 'failed';

/** An absence whose replies were asked for, whether or not the mailbox has them. */
export interface AskedAbsence {
  readonly plan: OutOfOfficePlan;
  readonly before: BeforeAbsence;
  /** The replies as the mailbox had them once they were accepted; null where that was not read. */
  readonly sent: AutomaticReplies | null;
}

/** An absence that was planned here and accepted. */
export interface Absence extends AskedAbsence {
  readonly savedAt: Instant;
  /** Whether presence and status message were set for it. */
  readonly hasBegun: boolean;
  /** Whether a presence was set only to carry it, where Microsoft 365 had decided, and nobody chose one since. */
  readonly hasOwnPair: boolean;
}

/** What was there before an absence, to be put back. */
export interface BeforeAbsence {
  readonly replies: AutomaticReplies | null;
  readonly message: StatusMessage | null;
}

/** What an absence still has to set as it begins or ends: tried again until it is accepted, or somebody chose since. */
export interface Owed {
  /** Null where the status message is as it should be; an empty text takes it away. */
  readonly message: StatusMessage | null;
  /** The texts that it may replace. Another one was written elsewhere meanwhile, and stays. */
  readonly replaces: readonly string[];
  /** Whether Microsoft 365 is to decide again. */
  readonly isReset: boolean;
}

export const nothingOwed: Owed = { message: null, replaces: [], isReset: false };

/** What is being asked for: an absence, or its end. `draft` is the one that the plan was made of. */
export type AbsenceTask =
  | { readonly kind: 'save'; readonly plan: OutOfOfficePlan; readonly draft: OutOfOfficeDraft | null }
  /** `isEarly` says that somebody asked for it, rather than its time had come. */
  | { readonly kind: 'end'; readonly isEarly: boolean };

export type AbsenceAsking =
  | { readonly status: 'idle' }
  | { readonly status: 'sending'; readonly task: AbsenceTask }
  /** Until the network or the service is there again. */
  | { readonly status: 'waiting'; readonly task: AbsenceTask; readonly problem: Problem }
  | { readonly status: 'failed'; readonly task: AbsenceTask; readonly trouble: Problem | { readonly kind: PlanFault } };

/** What is written on the page and not saved: fields as they are typed. */
export interface OutOfOfficeDraft {
  /** Whether it was begun with the mailbox's replies in view, so that each of its fields is meant. */
  readonly isMailboxKnown: boolean;
  readonly isTimed: boolean;
  readonly from: { readonly date: string; readonly time: string };
  readonly until: { readonly date: string; readonly time: string };
  readonly timeZone: string;
  readonly organisation: PlannedReply;
  readonly others: PlannedReply | 'same';
  readonly hasReplies: boolean;
  readonly audience: Audience;
  readonly inPresence: boolean;
  readonly statusMessage: string | null;
}

/** Texts for another time, with their placeholders. */
export interface KeptTexts {
  /** The newest first. */
  readonly recent: readonly string[];
  readonly favourite: readonly string[];
}

/** What a person is told of an absence without having asked. */
export type Reminding =
  | { readonly kind: 'outOfOfficeStarts' | 'outOfOfficeEnds'; readonly at: Instant }
  | { readonly kind: 'outOfOfficeOver' };

/** All of being out of office beyond what the presence says. */
export interface OutOfOfficeState {
  /** Whether presences have a property for it: in some government clouds they do not. */
  readonly isInPresence: boolean;
  readonly access: MailboxAccess;
  readonly problem: Problem | null;
  /** What was read last; null where that may not be, or was not yet. */
  readonly mailbox: Mailbox | null;
  readonly absence: Absence | null;
  /** What was sent last and not accepted yet: after a lost answer, what the mailbox has may be ours already. */
  readonly unconfirmed: AskedAbsence | null;
  readonly asking: AbsenceAsking;
  readonly owed: Owed;
  /** The end by the clock of the last absence, until the return is told. */
  readonly returned: Instant | null;
  readonly draft: OutOfOfficeDraft | null;
  readonly texts: KeptTexts;
  /** Whether the presence said so last because of us. */
  readonly isDeclared: boolean;
  /** When replies were last turned on or off here or an absence ended: it takes some minutes to show. */
  readonly changedAt: Instant | null;
  /** Which reminders were given, by absence. */
  readonly reminded: readonly string[];
}

/** What of it outlives a run. */
export interface KeptOutOfOffice
  extends Pick<
    OutOfOfficeState,
    'absence' | 'unconfirmed' | 'owed' | 'returned' | 'draft' | 'texts' | 'isDeclared' | 'changedAt' | 'reminded'
  > {
  readonly task: AbsenceTask | null;
  /** Whether the mailbox was open to us, so that it may be read again without a question. */
  readonly hasMailbox: boolean;
}

export const noOutOfOffice: OutOfOfficeState = {
  isInPresence: true,
  ...{ access: 'unknown', problem: null, mailbox: null, asking: { status: 'idle' }, draft: null },
  ...{ absence: null, unconfirmed: null, owed: nothingOwed, returned: null },
  ...{ texts: { recent: [], favourite: [] }, isDeclared: false, changedAt: null, reminded: [] },
};

export const keptNothing: KeptOutOfOffice = {
  ...{ absence: null, draft: null, texts: noOutOfOffice.texts, isDeclared: false, changedAt: null, reminded: [] },
  ...{ unconfirmed: null, owed: nothingOwed, returned: null, task: null, hasMailbox: false },
};
