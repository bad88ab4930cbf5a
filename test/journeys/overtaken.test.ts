import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../electron/simulator/simulator.ts';
import { createGate } from '../fakes/gate.ts';
import { allowed, later, plan } from './absence.ts';
import { type Journey, startJourney, startSignedIn } from './app.ts';

/** The answers that come from now on, until they are let through. */
function hold({ network }: Journey): () => void {
  const answers = createGate();
  network.holdsAnswers = answers.opened;
  return () => {
    delete network.holdsAnswers;
    answers.open();
  };
}

/** A status message that has reached the service, whose answer has not come. */
async function sendHeld(journey: Journey, text: string) {
  const { handlers, simulator } = journey;
  const release = hold(journey);
  const sending = handlers.setStatusMessage({ text, lasts: 'untilChanged' });
  await expect.poll(() => simulator.requests.some(({ path }) => path.endsWith('setStatusMessage'))).toBe(true);
  return { release, sending };
}

describe('[S5] what comes of something after its person has gone', () => {
  it('is nobody’s: a status message', async () => {
    const journey = await startSignedIn();
    const { handlers, store } = journey;
    const { release, sending } = await sendHeld(journey, 'Mine alone');
    await handlers.signOut(undefined);
    release();
    await sending;
    expect([JSON.stringify(store.get()).includes('Mine alone'), store.get().writes]).toEqual([false, []]);
  });

  it('is nobody’s: a message in line', async () => {
    const journey = await startSignedIn();
    const { handlers, simulator, store } = journey;
    const release = hold(journey);
    const first = handlers.setStatusMessage({ text: 'First', lasts: 'untilChanged' });
    const second = handlers.setStatusMessage({ text: 'Second', lasts: 'untilChanged' });
    await handlers.signOut(undefined);
    release();
    await Promise.all([first, second]);
    expect(JSON.stringify(simulator.requests)).not.toContain('Second');
    expect(store.get().statusMessage.asking).toEqual({ status: 'idle' });
  });

  it('does not turn a sign-out into a session that ended by itself', async () => {
    const journey = await startSignedIn();
    const { handlers, store, simulator } = journey;
    simulator.setProfile('refreshRevoked');
    const { release, sending } = await sendHeld(journey, 'At lunch');
    await handlers.signOut(undefined);
    release();
    await sending;
    expect(store.get().session).toEqual({ status: 'signedOut', account: null, problem: null });
  });

  it('is nobody’s: an absence', async () => {
    const journey = await allowed();
    const { handlers, store, simulator } = journey;
    const release = hold(journey);
    const saving = handlers.saveOutOfOffice(plan({ until: later(journey, 3_600_000) }));
    await expect.poll(() => store.get().outOfOffice.asking.status).toBe('sending');
    await handlers.signOut(undefined);
    const { outOfOffice } = store.get();
    release();
    await saving;
    expect(store.get().outOfOffice).toEqual(outOfOffice);
    expect(simulator.automaticRepliesOf(simulator.people.mira)).toMatchObject({ status: 'disabled' });
  });
});

describe('the demo', () => {
  it('[S2] that is started over a sign-in is not taken over by what comes of that', async () => {
    const demo = await startSimulator({});
    const browser = createGate();
    const { handlers, restoreSession, store, states, tokenStore } = await startJourney({
      demo,
      visit: (url, simulator) => browser.opened.then(() => simulator.visit(url)),
    });
    await restoreSession();
    const signingIn = handlers.signIn('browser');
    await expect.poll(() => store.get().session.status).toBe('signingIn');
    await handlers.startDemo(undefined);
    expect(store.get()).toMatchObject({ isDemo: true, session: { status: 'signedIn' } });
    const before = states.length;
    browser.open();
    await signingIn;
    expect([states.length, (await tokenStore.load()).text]).toEqual([before, '']);
  });
});
