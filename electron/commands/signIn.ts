import type { Account, SignInMethod } from '#contract/session.ts';
import type { AppState } from '#contract/state.ts';
import type { Desktop } from '../ports.ts';
import { verdictForgotten } from '../state/planTransitions.ts';
import { deviceCodeGiven, signedIn, signInEnded, signInStarted } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { ServiceFor } from './service.ts';
import type { Recall, TakeUp } from './takeUp.ts';

export interface SignInParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly desktop: Pick<Desktop, 'copy' | 'showPopup'>;
  readonly recall: Recall;
  readonly takeUp: TakeUp;
  /** What is due once somebody is signed in: read the presence, send what waits. */
  readonly afterSignIn: () => Promise<void>;
}

/** Makes the command that starts a session, in the browser or with a device code. */
export function createSignIn({ store, serviceFor, desktop, recall, takeUp, afterSignIn }: SignInParts) {
  let newest = 0;
  return async (method: SignInMethod): Promise<void> => {
    const before = store.get();
    if (before.session.status === 'signingIn' || before.session.status === 'signedIn') return;
    const account = before.session.status === 'signedOut' ? before.session.account : null;
    // After the browser people look for the app; signing in to the demo never took them away from it.
    const comeBack = () => {
      if (!before.isDemo) desktop.showPopup();
    };
    store.apply(signInStarted, method);
    newest += 1;
    const own = newest;
    // Once the demo was started or left, or another sign-in was begun, the outcome of this one no longer counts.
    const isOvertaken = () => newest !== own || store.get().session.status !== 'signingIn';
    const { auth, clientId } = await serviceFor(before);
    if (isOvertaken()) return;
    if (clientId === '') {
      store.apply(signInEnded, { kind: 'notRegistered' });
      comeBack();
      return;
    }
    const outcome = await auth.signIn(method, {
      account,
      onDeviceCode: (code) => {
        if (isOvertaken()) return;
        store.apply(deviceCodeGiven, code);
        comeBack();
      },
    });
    if (isOvertaken()) return;
    switch (outcome.status) {
      case 'cancelled':
        store.apply(signInEnded, null);
        return;
      case 'failed':
        store.apply(signInEnded, outcome.problem);
        comeBack();
        return;
      case 'signedIn':
        if (!(await begin(outcome.account, outcome.keptBy, before, isOvertaken))) return;
        if (outcome.keptBy === 'memory' && !before.isDemo) store.apply(noticed, { kind: 'signInNotKept' });
        comeBack();
        await afterSignIn();
    }
  };

  /** The same account goes on with its session as it is; another one gets back what an earlier run left of it. */
  async function begin(
    account: Account,
    keptBy: 'keyring' | 'memory',
    { session, isDemo }: AppState,
    isOvertaken: () => boolean,
  ): Promise<boolean> {
    const isSame = session.status === 'signedOut' && session.account?.homeAccountId === account.homeAccountId;
    if (isSame || isDemo) store.apply(signedIn, account, keptBy);
    // A new consent may have changed what is offered, so an old verdict counts no longer.
    else {
      const recollection = await recall(account);
      // Somebody may have signed out, or started the demo, while it was read.
      if (isOvertaken()) return false;
      await takeUp(account, keptBy, { ...recollection, verdict: null });
    }
    store.apply(verdictForgotten);
    return true;
  }
}

/** Makes the commands of a sign-in under way. Each does nothing when none is. */
export function createSignInSteps({
  store,
  serviceFor,
  desktop,
}: Pick<SignInParts, 'store' | 'serviceFor' | 'desktop'>) {
  const auth = async () => (await serviceFor(store.get())).auth;
  return {
    reopenSignIn: async () => (await auth()).reopenSignIn(),
    cancelSignIn: async () => (await auth()).cancelSignIn(),
    copySignInLink: async () => {
      const link = (await auth()).signInLink();
      if (link !== null) await desktop.copy(link);
    },
  };
}
