import { toEpoch } from '#contract/instant.ts';
import type { Verdict } from '#contract/route.ts';
import type { Account } from '#contract/session.ts';
import type { Clock } from '../ports.ts';
import { restored, wishExpired } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { Remembered } from '../storage/remembered.ts';
import type { Publisher } from './publish.ts';

/** What an earlier run left of an account. */
export interface Recollection {
  readonly remembered: Remembered | null;
  readonly verdict: Verdict | null;
}
export type Recall = (account: Account) => Promise<Recollection>;

/** Begins the session of an account where an earlier run left it, and sends what is still to be sent. */
export type TakeUp = (account: Account, keptBy: 'keyring' | 'memory', recollection: Recollection) => Promise<void>;

/** A write of the last moments before a kill may have been overtaken by a late older one: it is sent once more. */
const freshFor = 30_000;

/** Makes the beginning of every session that is new to this run. */
export function createTakeUp(store: Store, clock: Clock, publisher: Publisher): TakeUp {
  return async (account, keptBy, { remembered, verdict }) => {
    store.apply(restored, account, keptBy, remembered, verdict);
    if (!remembered?.desired) return;
    const { wish, setAt, isAccepted } = remembered.desired;
    const isOver = wish.kind === 'presence' && wish.ending !== null && toEpoch(wish.ending.at) <= clock.now();
    if (!isAccepted && isOver) {
      store.apply(wishExpired);
      store.apply(noticed, { kind: 'wishExpired' });
    } else if (!isAccepted || (!isOver && clock.now() - toEpoch(setAt) < freshFor)) {
      await publisher.takeUp(wish);
    }
  };
}
