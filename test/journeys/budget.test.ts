import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { ProfileChoice, ProfileName } from '../../electron/simulator/profiles.ts';
import { allowed, day, hour, later, pass, plan } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { passSeconds } from './creates.ts';

/** An hour in which nobody touches the computer. Comes to the requests of all kinds that were sent in it. */
async function quietHour({ clock, upkeep, simulator }: Journey): Promise<number> {
  const sent = () => simulator.requests.length + simulator.signIns.length;
  const before = sent();
  for (let beat = 0; beat < 720; beat += 1) {
    await clock.advance(5_000);
    await upkeep();
  }
  return sent() - before;
}

it('[N8] an hour without anybody takes twenty requests at most, with a choice that stands too', async () => {
  const journey = await startSignedIn();
  expect(await quietHour(journey)).toBeLessThanOrEqual(20);
  await journey.handlers.setPresence(plainPresence('Busy'));
  await journey.clock.advance(60_000);
  expect(await quietHour(journey)).toBeLessThanOrEqual(20);
});

it.each<ProfileChoice>(['acceptsNeverShows', { name: 'acceptsNeverShows', on: 'writes' }])(
  '[N8] an hour after a choice that no create showed takes no more: %o',
  async (profile) => {
    const journey = await startSignedIn();
    journey.simulator.setProfile(profile);
    const { requests } = journey.simulator;
    const before = requests.length;
    await journey.handlers.setPresence(plainPresence('Busy'));
    await passSeconds(journey, 60);
    // The create, the action, and what reads each of them back.
    expect(requests.length - before).toBeLessThanOrEqual(2 + 2 * 3);
    expect(await quietHour(journey)).toBeLessThanOrEqual(20);
  },
);

it('[N8] nothing at all is sent while the screen is locked', async () => {
  const journey = await startSignedIn({ isLocked: () => true });
  expect(await quietHour(journey)).toBe(0);
});

it('[N8] a network that comes back behind a locked screen, or a wake, is no reason to ask', async () => {
  const journey = await startSignedIn({ isLocked: () => true });
  const before = journey.simulator.requests.length;
  await journey.clock.advance(600_000);
  await journey.catchUp();
  expect(journey.simulator.requests.length).toBe(before);
});

it('[N8] a mailbox that may be read keeps to both', async () => {
  let isLocked = false;
  const journey = await allowed({ isLocked: () => isLocked });
  expect(await quietHour(journey)).toBeLessThanOrEqual(20);
  isLocked = true;
  expect(await quietHour(journey)).toBe(0);
});

/** Such an hour with a service that may hold up what is due for long; real HTTP has a moment in every second of it. */
async function quietOutage({ clock, upkeep, simulator }: Journey): Promise<number> {
  const sent = () => simulator.requests.length + simulator.signIns.length;
  const before = sent();
  for (let second = 1; second <= 3_600; second += 1) {
    await clock.advance(1_000);
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (second % 5 === 0) void upkeep();
  }
  return sent() - before;
}

/** MSAL renews what ends within five minutes, so every reading asks for a token. */
const shortLived = { accessTokenSeconds: 240 };
const outages: readonly ProfileName[] = ['hangs', 'unavailable503'];

it.each(outages.flatMap((name) => [false, true].map((locks) => [name, locks] as const)))(
  '[N8] a token service of the kind %s is left alone all the same while nobody waits for it (locked: %s)',
  async (name, locks) => {
    let isLocked = false;
    const journey = await allowed({ ...shortLived, isLocked: () => isLocked });
    const { simulator, handlers } = journey;
    simulator.setProfile({ name, on: 'token' });
    const before = simulator.signIns.length;
    void handlers.refreshPresence(undefined);
    await expect.poll(() => simulator.signIns.length).toBe(before + 1);
    // Whoever looked at the popup is gone.
    isLocked = locks;
    expect(await quietOutage(journey)).toBeLessThanOrEqual(locks ? 0 : 20);
  },
  60_000,
);

it('[N8] a lost request is looked for by the readings that are made anyway while they are not answered', async () => {
  const journey = await startSignedIn();
  const { handlers, simulator, network, clock, store } = journey;
  await handlers.setPresence(plainPresence('Busy'));
  await clock.advance(15_000);
  network.losesAnswerOf = 'POST';
  await handlers.setPresence(plainPresence('Away'));
  await handlers.cancelPublication(undefined);
  simulator.setProfile({ name: 'unavailable503', on: 'reads' });
  expect(await quietOutage(journey)).toBeLessThanOrEqual(20);
  expect(store.get().openRequests).toHaveLength(1);
  simulator.setProfile('acceptsAndShows');
  await quietOutage(journey);
  expect([store.get().openRequests, simulator.presenceOf(simulator.people.mira).availability]).toEqual([[], 'Busy']);
}, 60_000);

it('[O6] a status message that an absence owes is tried ever more rarely while it fails', async () => {
  const journey = await allowed();
  const { handlers, simulator, store } = journey;
  simulator.setProfile({ name: 'unavailable503', on: 'writes' });
  await handlers.saveOutOfOffice(plan({ until: later(journey, day), statusMessage: 'Away', inPresence: false }));
  await pass(journey, hour, 120);
  // Some tries, each of which reads first, beside what is read anyway.
  expect(await quietHour(journey)).toBeLessThan(30);
  expect(store.get().outOfOffice.owed.message?.text).toBe('Away');
}, 60_000);
