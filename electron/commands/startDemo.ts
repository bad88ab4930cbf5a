import type { CommandHandlers } from '#contract/commands.ts';
import { demoStarted } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import type { ServiceFor } from './service.ts';

/** Makes the command that shows the demo, in which somebody made up is signed in. */
export function createStartDemo(store: Store, serviceFor: ServiceFor, signIn: CommandHandlers['signIn']) {
  return async (): Promise<void> => {
    const before = store.get();
    // A page that is still open in the browser must not sign anybody in who is looking at the demo.
    if (before.session.status === 'signingIn') (await serviceFor(before)).auth.cancelSignIn();
    store.apply(demoStarted);
    await signIn('browser');
  };
}
