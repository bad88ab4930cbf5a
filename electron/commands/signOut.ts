import { signedOut } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import type { ServiceFor } from './service.ts';

/** Makes the command that ends the session and forgets its tokens. Leaving the demo leads back to the real session. */
export function createSignOut(store: Store, serviceFor: ServiceFor, restoreSession: () => Promise<void>) {
  return async (): Promise<void> => {
    const before = store.get();
    const { auth } = await serviceFor(before);
    await auth.signOut();
    store.apply(signedOut);
    if (before.isDemo) await restoreSession();
  };
}
