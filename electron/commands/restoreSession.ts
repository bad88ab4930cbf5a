import type { AppState } from '#contract/state.ts';
import { sessionNotFound, signedIn } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { choiceRemembered, noticed } from '../state/transitions.ts';
import type { ServiceFor } from './service.ts';

export interface RestoreParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  /** What this account chose in an earlier run; null when nothing is known. */
  readonly rememberedChoice: (accountId: string) => AppState['chosen'];
  readonly afterSignIn: () => Promise<void>;
}

/** Makes the first step of every start: who is signed in, from the token cache alone, without the network. */
export function createRestoreSession({ store, serviceFor, rememberedChoice, afterSignIn }: RestoreParts) {
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
    store.apply(signedIn, account, keptBy);
    store.apply(choiceRemembered, rememberedChoice(account.homeAccountId));
    await afterSignIn();
  };
}
