import { expect, it, vi } from 'vitest';
import { keptVisibleUntil } from '#contract/actions.ts';
import { toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import { createGate } from '../fakes/gate.ts';
import { type Journey, startSignedIn } from './app.ts';
import { minute, pass } from './ruled.ts';

/** Somebody who chose Busy, and others see it. */
async function startBusy(): Promise<Journey> {
  const journey = await startSignedIn();
  await journey.handlers.setPresence(plainPresence('Busy'));
  await journey.clock.advance(15_000);
  return journey;
}

/** Asks to keep it visible, and hears of it only once the gate is open. */
async function keepSlowly({ handlers, network, simulator }: Journey) {
  const { opened, open } = createGate();
  network.holdsAnswers = opened;
  const before = simulator.requests.length;
  const answered = handlers.keepVisible(2);
  await vi.waitFor(() => expect(simulator.requests.length).toBeGreaterThan(before), { interval: 1 });
  return { answered, open };
}

it.each(['a reset', 'a change elsewhere'])('[V1] after %s nothing is called kept visible', async (what) => {
  const journey = await startBusy();
  const { handlers, store, clock, simulator } = journey;
  await handlers.keepVisible(2);
  expect(keptVisibleUntil(store.get(), clock.now())).not.toBeNull();
  const phone = await startSignedIn({ simulator, clock });
  if (what === 'a reset') await handlers.resetPresence(undefined);
  else await phone.handlers.setPresence(plainPresence('DoNotDisturb'));
  for (let count = 0; count < 10; count += 1) await pass(journey, minute);
  expect([store.get().chosen, keptVisibleUntil(store.get(), clock.now())]).toEqual([null, null]);
});

it('[V1] stopped without a network, it is stopped for others when there is one again', async () => {
  const journey = await startSignedIn();
  const { handlers, network, store, simulator, clock } = journey;
  const { mira } = simulator.people;
  simulator.closeTeams(mira);
  await handlers.setPresence(plainPresence('Busy'));
  await clock.advance(15_000);
  await handlers.keepVisible(2);
  expect(simulator.presenceOf(mira).availability).toBe('Busy');
  network.isUp = false;
  await handlers.keepVisible(0);
  expect(keptVisibleUntil(store.get(), clock.now())).toBeNull();
  network.isUp = true;
  await pass(journey, minute);
  expect([store.get().visibleUntil, simulator.presenceOf(mira).availability]).toEqual([null, 'Offline']);
});

it.each([true, false])('[V1] a locked screen stops it where that is set: %s', async (stopVisibleOnLock) => {
  let isLocked = false;
  const journey = await startSignedIn({ isLocked: () => isLocked });
  const { handlers, store, simulator, clock } = journey;
  const { mira } = simulator.people;
  simulator.closeTeams(mira);
  await handlers.changeSettings({ stopVisibleOnLock });
  await handlers.setPresence(plainPresence('Busy'));
  await clock.advance(15_000);
  await handlers.keepVisible(2);
  isLocked = true;
  await pass(journey, minute);
  expect([store.get().visibleUntil === null, simulator.presenceOf(mira).availability]).toEqual([
    stopVisibleOnLock,
    stopVisibleOnLock ? 'Offline' : 'Busy',
  ]);
});

it('[V1] a refusal is said, and nothing is called kept', async () => {
  const { handlers, store, simulator, clock } = await startBusy();
  simulator.setProfile('forbidden403');
  await handlers.keepVisible(2);
  expect(keptVisibleUntil(store.get(), clock.now())).toBeNull();
  expect(store.get().notices).toMatchObject([{ kind: 'notKeptVisible', problem: { kind: 'forbidden' } }]);
});

it('[V1] a late refusal says nothing of what the same person asked for after a new sign-in', async () => {
  const journey = await startBusy();
  const { handlers, network, store, simulator, clock } = journey;
  simulator.setProfile('forbidden403');
  const { answered, open } = await keepSlowly(journey);
  delete network.holdsAnswers;
  await handlers.signOut(undefined);
  simulator.setProfile('acceptsAndShows');
  await handlers.signIn('browser');
  await handlers.setPresence(plainPresence('Busy'));
  await clock.advance(15_000);
  await handlers.keepVisible(4);
  open();
  await answered;
  expect(keptVisibleUntil(store.get(), clock.now())).not.toBeNull();
});

it('[V1] what failed for the moment is kept visible a minute later, not when it would have faded', async () => {
  const journey = await startSignedIn();
  const { handlers, simulator, clock } = journey;
  const { mira } = simulator.people;
  await handlers.setPresence(plainPresence('Away'));
  await clock.advance(15_000);
  simulator.closeTeams(mira);
  simulator.setProfile({ name: 'unavailable503', on: 'writes' });
  await handlers.keepVisible(2);
  simulator.setProfile('acceptsAndShows');
  await pass(journey, minute);
  await pass(journey, minute);
  expect(simulator.presenceOf(mira).availability).toBe('Away');
});

it('[V1] a late answer about our own session is nothing of whoever comes after a sign-out', async () => {
  const journey = await startBusy();
  const { handlers, store } = journey;
  const { answered, open } = await keepSlowly(journey);
  await handlers.signOut(undefined);
  open();
  await answered;
  expect(store.get().writes).toEqual([]);
});

it('[V1] what is asked for again while its stop is on its way goes on', async () => {
  const { handlers, network, store, simulator, clock } = await startBusy();
  await handlers.keepVisible(1);
  const { opened, open } = createGate();
  network.holdsAnswers = opened;
  const before = simulator.requests.length;
  const stopped = handlers.keepVisible(0);
  await vi.waitFor(() => expect(simulator.requests.length).toBeGreaterThan(before), { interval: 1 });
  delete network.holdsAnswers;
  await handlers.keepVisible(2);
  open();
  await stopped;
  expect(store.get().visibleUntil).toBe(toInstant(clock.now() + 120 * minute));
});
