import { signedOut } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import type { ServiceFor } from './service.ts';

export interface SignOutParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  /** Takes what is on disk of whoever was signed in. */
  readonly forget: () => void;
}

/** Makes the command that ends the session and forgets its tokens. Leaving the demo leads back to the real session. */
export function createSignOut({ store, serviceFor, forget }: SignOutParts, restoreSession: () => Promise<void>) {
  return async (): Promise<void> => {
    const before = store.get();
    const { auth } = await serviceFor(before);
    await auth.signOut();
    store.apply(signedOut);
    if (before.isDemo) await restoreSession();
    else forget();
  };
}
