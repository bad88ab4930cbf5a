import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { startSimulator } from '../../electron/simulator/simulator.ts';
import { written } from '../desktop/written.ts';
import { createGate } from '../fakes/gate.ts';
import { plan } from './absence.ts';
import { createKeyring, type Journey, startJourney, startSignedIn } from './app.ts';

/** Somebody signs in, and is only still to be shown as signed in. */
async function atTheEndOfASignIn(demo?: Awaited<ReturnType<typeof startSimulator>>) {
  const journey = await startJourney({
    visit: (url, simulator) => simulator.visit(url, { person: simulator.people.jonas }),
    ...(demo !== undefined && { demo }),
  });
  await journey.restoreSession();
  const signingIn = journey.handlers.signIn('browser');
  while (!journey.log.events.includes('auth.signInEnded')) await setImmediate();
  return { ...journey, signingIn };
}

describe('the last moment of a sign-in', () => {
  it('[S5] a sign-out in it is not undone', async () => {
    const { handlers, store, signingIn } = await atTheEndOfASignIn();
    await handlers.signOut(undefined);
    await signingIn;
    expect(store.get().session).toMatchObject({ status: 'signedOut', account: null });
  });

  it('the demo that is started in it shows nobody real', async () => {
    const { handlers, states, signingIn, simulator } = await atTheEndOfASignIn(await startSimulator());
    await handlers.startDemo(undefined);
    await signingIn;
    const { oid } = simulator.people.jonas;
    const mixed = states.filter(
      ({ isDemo, session }) => isDemo && session.status === 'signedIn' && session.account.id === oid,
    );
    expect(mixed).toEqual([]);
  });
});

it('[S4] leaving the demo leads back to the real session, also while the start still waits for the network', async () => {
  const { tokenStore, simulator, folder } = await startSignedIn();
  const demo = await startSimulator();
  const { network, restoreSession, handlers, store } = await startJourney({ tokenStore, simulator, folder, demo });
  const gate = createGate();
  network.holdsAnswers = gate.opened;
  const before = simulator.requests.length;
  const restoring = restoreSession();
  await vi.waitFor(() => expect(simulator.requests.length).toBeGreaterThan(before), { interval: 1 });
  delete network.holdsAnswers;
  const starting = handlers.startDemo(undefined);
  await vi.waitFor(() => expect([store.get().isDemo, store.get().session.status]).toEqual([true, 'signedIn']), {
    interval: 1,
  });
  const leaving = handlers.signOut(undefined);
  await wait(50);
  gate.open();
  await Promise.all([restoring, starting, leaving]);
  expect([store.get().isDemo, store.get().session.status]).toEqual([false, 'signedIn']);
});

it('[S5] signing out while the keyring is closed leaves no text of the person behind it', async () => {
  const tokenStore = createKeyring();
  const { handlers, folder, simulator } = await startSignedIn({ tokenStore });
  const path = join(folder, 'desired.json');
  await handlers.setStatusMessage({ text: 'In hospital', lasts: 'untilChanged' });
  await written(path, 'In hospital');
  tokenStore.setLocked(true);
  const next = await startJourney({ tokenStore, simulator, folder });
  await next.restoreSession();
  await next.handlers.signOut(undefined);
  await vi.waitFor(() => expect(readFileSync(path, 'utf8')).not.toContain('In hospital'));
});

it('[S5] what one person asked for is never sent with the token of the next', async () => {
  const asJonas = await startSignedIn({ visit: (url, { visit, people }) => visit(url, { person: people.jonas }) });
  await asJonas.handlers.allowMailbox('popup');
  const { simulator, clock } = asJonas;
  const { mira, jonas } = simulator.people;
  let person: typeof mira | typeof jonas = mira;
  const journey = await startSignedIn({ simulator, clock, visit: (url) => simulator.visit(url, { person }) });
  const { handlers, store, network } = journey;
  await handlers.allowMailbox('popup');
  const gate = createGate();
  network.holdsRequestOf = { method: 'PATCH', until: gate.opened };
  const saving = handlers.saveOutOfOffice(plan());
  await vi.waitFor(() => expect(network.holdsRequestOf).toBeUndefined(), { interval: 1 });
  simulator.revokeTokens(mira);
  await handlers.signOut(undefined);
  person = jonas;
  const signingIn = handlers.signIn('browser');
  await vi.waitFor(() => expect(store.get().session).toMatchObject({ account: { id: jonas.oid } }), { interval: 1 });
  gate.open();
  await Promise.all([saving, signingIn]);
  expect(simulator.automaticRepliesOf(jonas).status).toBe('disabled');
});

describe('a consent for the mailbox', () => {
  it('[O4][S6] given after the session has ended by itself begins a new one', async () => {
    const gate = createGate();
    let isSlow = false;
    const journey: Journey = await startSignedIn({
      visit: async (url, simulator) => {
        if (isSlow) await gate.opened;
        await simulator.visit(url);
      },
    });
    const { handlers, simulator, store } = journey;
    isSlow = true;
    const allowing = handlers.allowMailbox('popup');
    await vi.waitFor(() => expect(store.get().outOfOffice.access).toBe('asking'));
    simulator.setProfile('refreshRevoked');
    await handlers.refreshPresence(undefined);
    expect(store.get().session.status).toBe('signedOut');
    simulator.setProfile('acceptsAndShows');
    gate.open();
    await allowing;
    expect([store.get().session.status, store.get().outOfOffice.access]).toEqual(['signedIn', 'ready']);
  });

  it('[S4] that could not be kept is told', async () => {
    const tokenStore = createKeyring();
    const { handlers, store } = await startSignedIn({ tokenStore });
    tokenStore.setLocked(true);
    await handlers.allowMailbox('popup');
    expect(store.get()).toMatchObject({ session: { keptBy: 'memory' }, notices: [{ kind: 'signInNotKept' }] });
  });
});
