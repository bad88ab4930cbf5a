import type { Remembered } from '#contract/remembered.ts';
import type { Verdict } from '#contract/route.ts';
import type { Account } from '#contract/session.ts';
import type { Clock } from '../ports.ts';
import { hasEnded } from '../schedule/facts.ts';
import { restored } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { publicationWaiting, standingWish } from '../state/transitions.ts';
import type { DayBegin } from './dayBegin.ts';
import type { Publisher } from './publish.ts';

/** What an earlier run left of an account. */
export interface Recollection {
  /** `unreachable` where there is something that cannot be read for now. */
  readonly remembered: Remembered | null | 'unreachable';
  readonly verdict: Verdict | null;
}
export type Recall = (account: Account) => Promise<Recollection>;

/** Begins the session of an account where an earlier run left it, and sends what is still to be sent. */
export type TakeUp = (account: Account, keptBy: 'keyring' | 'memory', recollection: Recollection) => Promise<void>;

/** Of a wish that a rule for the desk left: a lock that is over is not told anew. */
type LeftBehind = Pick<DayBegin, 'isOver' | 'giveUp'>;

/** Makes the beginning of every session that is new to this run. */
export function createTakeUp(store: Store, clock: Clock, publisher: Publisher, rules: LeftBehind): TakeUp {
  return async (account, keptBy, { remembered: found, verdict }) => {
    // Whoever signs in anew begins without it.
    const remembered = found === 'unreachable' ? null : found;
    store.apply(restored, account, keptBy, remembered, verdict);
    // Called with null as well, to drop the wish that was accepted for another account.
    if (remembered === null) return publisher.takeUp(null);
    const { desired } = remembered;
    if (desired !== null && rules.isOver(desired)) {
      await publisher.takeUp(null);
      return rules.giveUp();
    }
    // The last request of a wish that ended meanwhile may have been carried out: what shows is read before it is dropped.
    const isOver = desired !== null && !desired.isAccepted && hasEnded(desired.wish, clock.now());
    if (isOver) store.apply(publicationWaiting, desired.wish, { kind: 'timedOut' });
    const isStanding = desired === null || (desired.isAccepted && desired.wish.kind === 'presence');
    await publisher.takeUp(isStanding ? standingWish(store.get()) : desired.wish);
  };
}
