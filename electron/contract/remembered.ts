import type { Instant } from './instant.ts';
import type { KeptOutOfOffice } from './outOfOfficeState.ts';
import type { AppState, Wish } from './state.ts';
import type { OwnMessages } from './statusMessage.ts';

/** The newest wish, and how far it came. */
export interface Desired {
  readonly wish: Wish;
  readonly setAt: Instant;
  readonly isAccepted: boolean;
  readonly acceptedAt: Instant | null;
}

type AsInState = 'chosen' | 'undo' | 'plan' | 'visibleUntil' | 'openRequests' | 'followUp' | 'previous' | 'beforeRules';

/** All that the program must know again after a restart, of one account. */
export interface Remembered extends Pick<AppState, AsInState>, OwnMessages {
  readonly desired: Desired | null;
  readonly outOfOffice: KeptOutOfOffice;
}
