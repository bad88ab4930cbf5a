import { afterEach, describe, expect, it } from 'vitest';
import { createAuth } from '../../../electron/auth/auth.ts';
import type { TokenStore } from '../../../electron/ports.ts';
import { people } from '../../../electron/simulator/people.ts';
import { createGate } from '../../fakes/gate.ts';
import { createMemoryStore, createSignInWorld, eventually, type SignInWorld, signIn } from './signInWorld.ts';

let world: SignInWorld;
afterEach(() => world.simulator.close());

/** What the store holds now comes when it is let go. */
function createSlowStore(store: TokenStore) {
  const { opened, open } = createGate();
  const load = async () => {
    const loaded = await store.load();
    await opened;
    return loaded;
  };
  return { ...store, load, letGo: open };
}

const signInRequired = { ok: false, problem: { kind: 'signInRequired' } };

async function signedIn(options: Parameters<typeof createSignInWorld>[0] = {}): Promise<SignInWorld> {
  world = await createSignInWorld(options);
  expect((await signIn(world.auth)).status).toBe('signedIn');
  return world;
}

describe('a session', () => {
  it('[S4] a restart stays signed in, and asks the network for nothing', async () => {
    const { authOptions, asked, store } = await signedIn();
    const before = asked.length;
    const restarted = createAuth(authOptions);
    const restored = await restarted.restore();
    expect([restored.account?.username, restored.keptBy, restored.loss]).toEqual(['mira@contoso.com', 'keyring', null]);
    expect((await restarted.getToken()).ok).toBe(true);
    expect(asked.length).toBe(before);
    expect(store.saved).toHaveLength(1);
  });

  it('[S4] nothing kept is nobody signed in; a text that is not ours is unreadable, and is not quoted', async () => {
    world = await createSignInWorld();
    const nobody = { account: null, keptBy: 'memory' };
    expect(await world.auth.restore()).toEqual({ ...nobody, loss: null });
    await world.store.save('secret-looking {');
    expect(await world.auth.restore()).toEqual({ ...nobody, loss: 'unreadable' });
    expect(world.log.text()).not.toContain('secret');
  });

  it('[S4] where no keyring is, the sign-in lives in memory and says so', async () => {
    const tokenStore = createMemoryStore('memory');
    world = await createSignInWorld({ auth: { tokenStore } });
    expect(await signIn(world.auth)).toMatchObject({ status: 'signedIn', keptBy: 'memory' });
    expect(await world.auth.restore()).toMatchObject({ keptBy: 'memory', account: { username: 'mira@contoso.com' } });
  });

  it('[S5] sign-out wipes the store and the memory', async () => {
    const { auth, store } = await signedIn();
    await auth.signOut();
    expect([store.text(), await auth.getToken(), (await auth.restore()).account]).toEqual(['', signInRequired, null]);
  });

  it('[S5] sign-out while the store is read is not undone by what was in it', async () => {
    const { authOptions, store } = await signedIn();
    const slow = createSlowStore(store);
    const auth = createAuth({ ...authOptions, tokenStore: slow });
    const restoring = auth.restore();
    await auth.signOut();
    slow.letGo();
    expect(await restoring).toEqual({ account: null, keptBy: 'memory', loss: null });
    expect(await auth.getToken()).toEqual(signInRequired);
  });

  it('[S2] a sign-in that comes to its end while the store is read is who is signed in', async () => {
    let person: (typeof people)['mira' | 'jonas'] = people.mira;
    const { authOptions, store } = await signedIn({ visit: (url, simulator) => simulator.visit(url, { person }) });
    person = people.jonas;
    const slow = createSlowStore(store);
    const auth = createAuth({ ...authOptions, tokenStore: slow });
    const restoring = auth.restore();
    expect(await signIn(auth)).toMatchObject({ status: 'signedIn', account: { name: 'Jonas Weber' } });
    slow.letGo();
    expect(await restoring).toMatchObject({ account: { name: 'Jonas Weber' }, keptBy: 'keyring' });
    expect((await auth.getToken()).ok).toBe(true);
  });

  it('[S5] a refresh that answers after sign-out brings nothing back', async () => {
    const { auth, store, network, asked } = await signedIn({ accessTokenSeconds: 1 });
    const answers = createGate();
    network.answer = async (input, init) => {
      const response = await globalThis.fetch(input, init);
      await answers.opened;
      return response;
    };
    const late = auth.getToken();
    await eventually(() => asked.length === 2);
    await auth.signOut();
    answers.open();
    expect(await late).toEqual(signInRequired);
    expect([store.text(), store.saved.length]).toEqual(['', 1]);
  });

  it('[S5] sign-out during a sign-in ends it, and its late answer is refused', async () => {
    world = await createSignInWorld({ visit: async () => undefined });
    const outcome = signIn(world.auth);
    const link = await eventually(() => world.auth.signInLink());
    await world.auth.signOut();
    expect(await outcome).toEqual({ status: 'cancelled' });
    await expect(world.simulator.visit(link)).rejects.toThrow();
    expect(world.store.saved).toEqual([]);
  });

  it('[S5] a sign-in that was given up in its last step is not accepted later, not even beside the next one', async () => {
    let isPatient = true;
    world = await createSignInWorld({ visit: async (url, simulator) => isPatient && simulator.visit(url) });
    const answers = createGate();
    world.network.answer = async (input, init) => {
      const response = await globalThis.fetch(input, init);
      await answers.opened;
      return response;
    };
    const first = signIn(world.auth);
    await eventually(() => world.asked.length === 1);
    world.auth.cancelSignIn();
    expect(await first).toEqual({ status: 'cancelled' });
    isPatient = false;
    const second = signIn(world.auth);
    await eventually(() => world.browser.opened.length === 2);
    answers.open();
    await eventually(() => world.log.events.includes('auth.tooLate'));
    expect([world.store.saved, await world.auth.getToken()]).toEqual([[], signInRequired]);
    world.auth.cancelSignIn();
    await second;
  });

  it('[S6] a revoked refresh token wants a new sign-in, which proposes the same person', async () => {
    for (const suberror of [undefined, 'bad_token']) {
      const { auth, simulator, browser } = await signedIn({ accessTokenSeconds: 1 });
      simulator.setProfile({ name: 'refreshRevoked', ...(suberror === undefined ? {} : { suberror }) });
      expect(await auth.getToken()).toEqual(signInRequired);
      simulator.setProfile('acceptsAndShows');
      const { account } = await auth.restore();
      expect((await signIn(auth, account)).status).toBe('signedIn');
      const query = new URL(browser.opened[1] ?? '').searchParams;
      expect([query.get('login_hint'), query.get('prompt')]).toEqual(['mira@contoso.com', null]);
      expect((await auth.getToken()).ok).toBe(true);
      if (suberror === undefined) await simulator.close();
    }
  });

  it('[S6] another person at the new sign-in is who is signed in now, and nothing of the first stays', async () => {
    let person: (typeof people)['mira' | 'jonas'] = people.mira;
    const { auth, store } = await signedIn({ visit: (url, simulator) => simulator.visit(url, { person }) });
    const { account } = await auth.restore();
    person = people.jonas;
    expect(await signIn(auth, account)).toMatchObject({ status: 'signedIn', account: { name: 'Jonas Weber' } });
    expect(store.text()).toContain(people.jonas.oid);
    expect(store.text()).not.toContain(people.mira.oid);
  });

  it('[S6] a new sign-in that comes to nothing leaves the session as it was', async () => {
    let outcome: 'consent' | 'deny' = 'consent';
    const { auth, store } = await signedIn({ visit: (url, simulator) => simulator.visit(url, { outcome }) });
    const before = store.text();
    outcome = 'deny';
    expect((await signIn(auth)).status).toBe('failed');
    expect([(await auth.getToken()).ok, store.text()]).toEqual([true, before]);
  });
});
