import type { Instant } from './instant.ts';
import type { Duration } from './plan.ts';

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
