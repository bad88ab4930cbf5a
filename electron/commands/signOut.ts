import { hasOpenEnd } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { isOverridden } from '../schedule/facts.ts';
import { signedOut } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import { longestGoodbye } from './farewell.ts';
import { joined } from './joined.ts';
import type { Refresh } from './refreshPresence.ts';
import type { ServiceFor } from './service.ts';

export interface SignOutParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Pick<Clock, 'wait'>;
  readonly refresh: Pick<Refresh, 'isSeenNow'>;
  readonly endChoice: () => Promise<void>;
  readonly restoreSession: () => Promise<void>;
  /** Takes what is on disk of whoever was signed in. */
  readonly forget: () => void;
}

export interface SignOut {
  /** The command. Asked again meanwhile, it waits for the one that is under way. */
  signOut(): Promise<void>;
  /** Whether the tokens are still to be deleted, which the end of the program has to wait for. */
  isSaving(): boolean;
  saved(): Promise<void>;
}

/**
 * Makes the command that ends the session and forgets its tokens, or says that they could not be deleted. A choice with
 * an end is ended, because nobody would be there to do that on time. Leaving the demo leads back to the real session.
 */
export function createSignOut(parts: SignOutParts): SignOut {
  const { store, serviceFor, clock, refresh, endChoice, restoreSession, forget } = parts;
  let isLeaving = false;

  /** What was chosen elsewhere meanwhile stays. */
  async function sayGoodbye(): Promise<void> {
    await refresh.isSeenNow();
    if (hasOpenEnd(store.get()) && !isOverridden(store.get())) await endChoice();
  }

  async function leave(): Promise<void> {
    const before = store.get();
    const { auth } = await serviceFor(before);
    if (hasOpenEnd(before) && !before.isDemo) await Promise.race([sayGoodbye(), clock.wait(longestGoodbye)]);
    const isDeleted = await auth.signOut();
    store.apply(signedOut);
    if (!isDeleted) store.apply(noticed, { kind: 'signInNotDeleted' });
    if (before.isDemo) await restoreSession();
    else forget();
  }

  const signOut = joined(async () => {
    isLeaving = true;
    await leave().finally(() => {
      isLeaving = false;
    });
  });

  return {
    signOut,
    isSaving: () => isLeaving,
    async saved() {
      if (isLeaving) await signOut();
    },
  };
}
