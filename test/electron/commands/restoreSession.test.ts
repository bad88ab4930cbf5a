import { expect, it, onTestFinished } from 'vitest';
import { initialState } from '#contract/state.ts';
import { createAuth } from '../../../electron/auth/auth.ts';
import { createRestoreSession } from '../../../electron/commands/restoreSession.ts';
import type { Service } from '../../../electron/commands/service.ts';
import { createSignOut } from '../../../electron/commands/signOut.ts';
import { createGraphClient } from '../../../electron/graph/client.ts';
import { signedIn } from '../../../electron/state/sessionTransitions.ts';
import { createStore } from '../../../electron/state/store.ts';
import { createSignInWorld, signIn } from '../auth/signInWorld.ts';

it('[S5] a sign-out while it is read what somebody wanted brings nobody back', async () => {
  const world = await createSignInWorld();
  onTestFinished(() => world.simulator.close());
  await signIn(world.auth);
  const { authOptions, clock, log } = world;
  const { fetch, clientId } = authOptions;
  const auth = createAuth(authOptions);
  const graph = createGraphClient({
    ...{ fetch, clock, log, getToken: auth.getToken, owner: auth.owner, newRequestId: () => '' },
    ...{ baseUrl: '', timeLimitMilliseconds: 500 },
  });
  const service: Service = { auth, graph, clientId, adminConsent: null };
  const store = createStore(initialState);
  const serviceFor = async () => service;
  const restoreSession = createRestoreSession({
    ...{ store, serviceFor, afterSignIn: async () => {} },
    async recall() {
      await signOut();
      return { remembered: null, verdict: null };
    },
    takeUp: async (account, keptBy) => store.apply(signedIn, account, keptBy),
  });
  const { signOut } = createSignOut({
    ...{ store, serviceFor, clock, restoreSession },
    refresh: { isSeenNow: async () => true, refreshPresence: async () => {} },
    publisher: { answered: async () => {} },
    endChoice: async () => {},
    forget: async () => {},
  });
  await restoreSession();
  expect(store.get().session).toMatchObject({ status: 'signedOut', account: null });
});
