import { toEpoch } from '#contract/instant.ts';
import type { Verdict } from '#contract/route.ts';
import type { Account } from '#contract/session.ts';
import type { Clock } from '../ports.ts';
import { restored, wishExpired } from '../state/planTransitions.ts';
import { sessionNotFound } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { Desired, Remembered } from '../storage/remembered.ts';
import type { Publisher } from './publish.ts';
import type { ServiceFor } from './service.ts';

export interface RestoreParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
  readonly publisher: Publisher;
  /** What an earlier run left of this account. */
  readonly recall: (
    account: Account,
  ) => Promise<{ readonly remembered: Remembered | null; readonly verdict: Verdict | null }>;
  readonly afterSignIn: () => Promise<void>;
}

/** A write of the last moments before a kill may have been overtaken by a late older one: it is sent once more. */
const freshFor = 30_000;

/** Makes the first step of every start: who is signed in, and what they wanted, without the network. */
export function createRestoreSession({ store, serviceFor, clock, publisher, recall, afterSignIn }: RestoreParts) {
  return async (): Promise<void> => {
    const { auth, clientId } = await serviceFor(store.get());
    if (clientId === '') {
      store.apply(sessionNotFound);
      return;
    }
    const { account, keptBy, loss } = await auth.restore();
    if (loss !== null) store.apply(noticed, { kind: loss === 'locked' ? 'signInLocked' : 'signInUnreadable' });
    if (account === null) {
      store.apply(sessionNotFound);
      return;
    }
    const { remembered, verdict } = await recall(account);
    store.apply(restored, account, keptBy, remembered, verdict);
    if (remembered?.desired) await takeUp(remembered.desired);
    await afterSignIn();
  };

  async function takeUp({ wish, setAt, isAccepted }: Desired): Promise<void> {
    const isOver = wish.kind === 'presence' && wish.ending !== null && toEpoch(wish.ending.at) <= clock.now();
    if (!isAccepted && isOver) {
      store.apply(wishExpired);
      store.apply(noticed, { kind: 'wishExpired' });
    } else if (!isAccepted || (!isOver && clock.now() - toEpoch(setAt) < freshFor)) {
      await publisher.takeUp(wish);
    }
  }
}
