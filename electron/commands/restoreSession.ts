import { type HoldUp, sessionLocked, sessionNotFound } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import { isSignInLocked } from './awaitKeyring.ts';
import type { ServiceFor } from './service.ts';
import type { Recall, TakeUp } from './takeUp.ts';

export interface RestoreParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly recall: Recall;
  readonly takeUp: TakeUp;
  readonly afterSignIn: () => Promise<void>;
}

/**
 * Makes the first step of every start, to be repeated where the keyring opens late or a file is out of reach: who is
 * signed in, and what they wanted, without the network.
 */
export function createRestoreSession({ store, serviceFor, recall, takeUp, afterSignIn }: RestoreParts) {
  let running: Promise<void> | null = null;
  let told: HoldUp | null = null;

  /** Whether a sign-in was begun while the keyring was asked: then that one decides. */
  function isOvertaken(): boolean {
    const { status } = store.get().session;
    return status === 'signingIn' || status === 'signedIn';
  }

  /** It is asked for again every so often, and told once, unless it is something else by then. */
  function holdUp(by: HoldUp): void {
    const isTold = isSignInLocked(store.get()) && told === by;
    told = by;
    store.apply(sessionLocked, isTold ? null : by);
  }

  async function restore(): Promise<void> {
    const { auth, clientId } = await serviceFor(store.get());
    if (clientId === '') {
      store.apply(sessionNotFound);
      return;
    }
    const { account, keptBy, loss } = await auth.restore();
    if (isOvertaken()) return;
    if (loss === 'locked') return holdUp('signInLocked');
    if (loss === 'unreachable') return holdUp('savedOutOfReach');
    if (loss === 'unreadable') store.apply(noticed, { kind: 'signInUnreadable' });
    if (account === null) {
      store.apply(sessionNotFound);
      return;
    }
    const { session } = store.get();
    const recollection = await recall(account);
    // Somebody may have signed in or out while it was read.
    if (store.get().session !== session) return;
    // Begun without it, a choice would have no end and an absence no return.
    if (recollection.remembered === 'unreachable') return holdUp('savedOutOfReach');
    // The account is found: a later call, for instance after the demo, must look anew.
    running = null;
    await takeUp(account, keptBy, recollection);
    await afterSignIn();
  }

  return () => {
    if (running !== null) return running;
    const own: Promise<void> = restore().finally(() => {
      if (running === own) running = null;
    });
    running = own;
    return own;
  };
}
