import type { Instant } from './instant.ts';
import type { Duration } from './plan.ts';
import type { Problem } from './problem.ts';

/** Our cap, which is that of the box in Teams; Graph documents none. Units: UTF-16 code units. */
export const statusMessageLimit = 280;

/** The note under a person's name. Source: https://learn.microsoft.com/graph/api/resources/presencestatusmessage */
export interface StatusMessage {
  readonly text: string;
  /** Null where nothing ends it. */
  readonly endsAt: Instant | null;
}

/** What the user writes: a text, empty to clear it, and how long it is to stand. */
export interface StatusMessageDraft {
  readonly text: string;
  readonly lasts: Duration | { readonly until: Instant };
}

/** What is written on its page and not saved: the text, and how long it is to stand or its end as it is typed. */
export interface MessageDraft {
  readonly text: string;
  readonly lasts: Duration | { readonly date: string; readonly time: string };
}

/** Whether what is written is the same. */
export function isSameDraft(one: MessageDraft | null, other: MessageDraft | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface AskedMessage {
  readonly message: StatusMessage;
  /** What it was saved from, where that was a draft. */
  readonly draft?: MessageDraft;
}

/** The status message: what the service says, how the asking goes, and what was written here lately. */
export interface MessageState {
  /** Null when there is none, or nothing is known yet. */
  readonly seen: StatusMessage | null;
  readonly asking:
    | { readonly status: 'idle' }
    | ({ readonly status: 'sending' } & AskedMessage)
    | ({ readonly status: 'failed'; readonly problem: Problem } & AskedMessage);
  /** Texts, the newest first. */
  readonly recent: readonly string[];
}

/** What a restart needs to know of the status message. */
export interface OwnMessages {
  /** Texts, the newest first. */
  readonly recent: readonly string[];
  /** The one that shows, where it was written here: the service may have dropped its end, which is then ours to keep. */
  readonly message: StatusMessage | null;
  /** The one on its way, or lost. */
  readonly askedMessage: StatusMessage | null;
  readonly messageDraft: MessageDraft | null;
}
