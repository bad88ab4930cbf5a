import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { startSimulator } from '../../electron/simulator/simulator.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { type Journey, startSignedIn } from './app.ts';

/** Somebody who asked not to be disturbed for two hours. */
async function undisturbed(): Promise<Journey> {
  const journey = await startSignedIn({ demo: await startSimulator() });
  await journey.handlers.setPlan({ lasts: 'PT2H', sequel: 'automatic' });
  await journey.handlers.setPresence(plainPresence('DoNotDisturb'));
  return journey;
}

it('[W1] what was chosen before the demo ends on time after it, also where rules were paused', async () => {
  const { handlers, clock, upkeep, simulator, store } = await undisturbed();
  await handlers.pauseAutomation('PT30M');
  await handlers.startDemo(undefined);
  await handlers.signOut(undefined);
  expect(store.get().chosen?.presence.availability).toBe('DoNotDisturb');
  for (let quarter = 0; quarter < 12; quarter += 1) {
    await clock.advance(15 * 60_000);
    await upkeep();
  }
  expect(simulator.presenceOf(simulator.people.mira).availability).toBe('Available');
});

it('[W1] nothing that happens while the demo is left costs what was chosen before it', async () => {
  const { handlers, store } = await undisturbed();
  await handlers.startDemo(undefined);
  const stop = store.watch(({ isDemo }) => {
    if (isDemo) return;
    stop();
    queueMicrotask(() => store.apply(connectionChanged, false));
  });
  await handlers.signOut(undefined);
  expect(store.get().chosen?.presence.availability).toBe('DoNotDisturb');
});
