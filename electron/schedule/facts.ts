import { type Instant, toEpoch } from '#contract/instant.ts';
import type { Wish } from '#contract/state.ts';

/** Duties before which what others see is read, so that nothing is done on a guess. */
export type AskedFirst = 'dropWish' | 'endChoice' | 'endMessage' | 'renewChoice';

/**
 * What the schedule has to know beside the state.
 *
 * Units: moments in milliseconds since 1970, null where it never was in this run; lengths in milliseconds.
 * What is said to be done counts when it is begun, so that a failure is not repeated at once.
 */
export interface Facts {
  readonly now: number;
  readonly isPopupOpen: boolean;
  readonly isLocked: boolean;
  /** Whether keeping visible is to stop when the screen is locked. */
  readonly stopsOnLock: boolean;
  readonly lastReadAt: number | null;
  /** When our own presence session was set last. */
  readonly lastRenewedAt: number | null;
  /** When a stop of keeping visible that is still owed was tried last. */
  readonly stopTriedAt: number | null;
  /** How long after that it is to be tried again. */
  readonly stopAgainAfter: number;
  /** After how long the session for the standing choice is to be set again; null where the choice needs none. */
  readonly sessionRenewAfter: number | null;
  /** When the last `renewChoice` was begun that worked: one that failed is tried again as `triedAt` has it. */
  readonly choiceRenewedAt: number | null;
  /** How long the service keeps the standing choice by itself; null where it was set in a way that has no end. */
  readonly choiceLife: number | null;
  /** When each was tried last for what it is about now, whatever came of it. */
  readonly triedAt: Readonly<Record<AskedFirst, number | null>>;
  /**
   * How often each was done for what it is about now, and is due all the same, as where the service refuses it; or could
   * not be asked about, as the place is blocked.
   */
  readonly inVain: Readonly<Record<AskedFirst, number>>;
  /** Chance, from 0 up to 1; drawn once for each reading, or readings would come too early. */
  readonly jitter: number;
}

/** Whether that long has passed; also true where the clock says that it was in the future. */
export function hasPassed(milliseconds: number, since: number | null, now: number): boolean {
  return since === null || since > now || now - since >= milliseconds;
}

/** Whether the moment has come. */
export function isOver(instant: Instant, now: number): boolean {
  return toEpoch(instant) <= now;
}

/** Whether a wish's own end has passed, so that asking for it makes no sense any more. */
export function hasEnded(wish: Wish, now: number): boolean {
  return wish.kind === 'presence' && wish.ending !== null && isOver(wish.ending.at, now);
}
