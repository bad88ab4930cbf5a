import { hasOpenEnd } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { signedOut } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { ServiceFor } from './service.ts';

export interface SignOutParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Pick<Clock, 'wait'>;
  readonly endChoice: () => Promise<void>;
  readonly restoreSession: () => Promise<void>;
  /** Takes what is on disk of whoever was signed in. */
  readonly forget: () => void;
}

/** Nobody waits longer than this for a network that may not be there. Units: milliseconds. */
const longestGoodbye = 3_000;

/**
 * Makes the command that ends the session and forgets its tokens, or says that they could not be deleted. A choice with
 * an end is ended, because nobody would be there to do that on time. Leaving the demo leads back to the real session.
 */
export function createSignOut(parts: SignOutParts) {
  const { store, serviceFor, clock, endChoice, restoreSession, forget } = parts;
  return async (): Promise<void> => {
    const before = store.get();
    const { auth } = await serviceFor(before);
    if (hasOpenEnd(before) && !before.isDemo) await Promise.race([endChoice(), clock.wait(longestGoodbye)]);
    const isDeleted = await auth.signOut();
    store.apply(signedOut);
    if (!isDeleted) store.apply(noticed, { kind: 'signInNotDeleted' });
    if (before.isDemo) await restoreSession();
    else forget();
  };
}
