import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { startSimulator } from '../../electron/simulator/simulator.ts';
import { startJourney, startSignedIn } from './app.ts';
import { answererOf, askerOf } from './asked.ts';

const set = { do: 'set', presence: plainPresence('Busy'), until: null, sequel: 'automatic' } as const;

it('[K2] in the demo each answer says that it is the demo, which no colleague sees', async () => {
  const journey = await startSignedIn({ demo: await startSimulator() });
  await journey.handlers.startDemo(undefined);
  const [ask, answer] = [askerOf(journey), answererOf(journey)];
  expect(await ask({ presence: set })).toEqual({ code: 0, text: 'Busy · Set at 09:04 (demo)' });
  expect(await ask({ message: { text: 'At lunch', until: null } })).toEqual({ code: 0, text: 'Done. (demo)' });
  const { text } = await answer({ kind: 'status', isJson: false });
  expect(text.split('\n')[0]).toBe('Busy · Set at 09:04 (demo)');
  expect(JSON.parse((await answer({ kind: 'status', isJson: true })).text)).toMatchObject({ isDemo: true });
  expect(await answer({ kind: 'signOut' })).toEqual({ code: 0, text: 'Signed out. (demo)' });
  expect(journey.store.get()).toMatchObject({ isDemo: false, session: { status: 'signedIn' } });
});

it('[K2] --sign-in in the demo leaves it, and signs in for real or says that it did not', async () => {
  const journey = await startJourney({ demo: await startSimulator() });
  const answer = answererOf(journey);
  await journey.handlers.startDemo(undefined);
  expect(await answer({ kind: 'signIn' })).toEqual({ code: 0, text: 'Signed in as mira@contoso.com.' });
  expect(journey.store.get().isDemo).toBe(false);
  expect(journey.simulator.signIns.length).toBeGreaterThan(0);
  await journey.handlers.signOut(undefined);
  await journey.handlers.startDemo(undefined);
  journey.network.isUp = false;
  expect((await answer({ kind: 'signIn' })).code).toBe(1);
});
