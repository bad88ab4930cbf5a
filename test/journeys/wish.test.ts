import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { startJourney, startSignedIn } from './app.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;
const hour = 3_600_000;

it('[W1] a wish that waits longer than it should last is dropped, and said', async () => {
  const { handlers, clock, upkeep, network, store, posts } = await startSignedIn();
  await handlers.setPlan({ lasts: 'PT30M', sequel: 'automatic' });
  network.isUp = false;
  await handlers.setPresence(busy);
  await clock.advance(hour);
  await expect.poll(() => store.get().publication.status).toBe('waiting');
  await upkeep();
  // It may have been carried out after all: without an answer nobody knows.
  expect(store.get().publication.status).toBe('waiting');
  network.isUp = true;
  await clock.advance(60_000);
  await upkeep();
  expect([store.get().publication.status, store.get().notices, posts().length]).toEqual([
    'idle',
    [{ kind: 'wishExpired' }],
    0,
  ]);
});

it('[W1] a wish that was given up is not sent by anybody', async () => {
  const { handlers, simulator, clock, posts, store } = await startSignedIn();
  simulator.setProfile({ name: 'unavailable503', times: 1 });
  await handlers.setPresence(busy);
  await handlers.cancelPublication(undefined);
  for (let second = 0; second < 30; second += 1) await clock.advance(1_000);
  expect([posts().length, store.get().publication.status, store.get().chosen]).toEqual([1, 'idle', null]);
});

it('[P6] a reset that waits is not taken back by a plan', async () => {
  const { handlers, network, store } = await startSignedIn();
  await handlers.setPresence(busy);
  network.isUp = false;
  await handlers.resetPresence(undefined);
  await handlers.setPlan({ lasts: 'PT2H', sequel: 'automatic' });
  expect(store.get().publication).toMatchObject({ status: 'waiting', wish: { kind: 'automatic' } });
});

it('[W1] a wish that waited when the app was closed is sent by the next start', async () => {
  const first = await startSignedIn();
  first.network.isUp = false;
  await first.handlers.setPresence(busy);
  await first.saved();
  const second = await startJourney({ simulator: first.simulator, tokenStore: first.tokenStore, folder: first.folder });
  await second.restoreSession();
  await expect.poll(() => second.tray().glyph).toBe('busy');
});

it('[W1] who has to sign in at each start finds what they wanted all the same', async () => {
  const first = await startSignedIn();
  await first.handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
  await first.handlers.setPresence(busy);
  await first.saved();
  await first.clock.advance(2 * hour);
  const second = await startSignedIn({ simulator: first.simulator, folder: first.folder, clock: first.clock });
  expect([second.store.get().chosen, second.store.get().plan.lasts, second.tray().glyph]).toEqual([
    null,
    'PT1H',
    'available',
  ]);
  expect(second.simulator.presenceOf(second.simulator.people.mira).availability).toBe('Available');
});

it('[S5] who signs out leaves nothing of what they wanted', async () => {
  const first = await startSignedIn();
  await first.handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
  await first.handlers.setPresence(busy);
  await first.handlers.signOut(undefined);
  await expect.poll(() => readFile(join(first.folder, 'desired.json'), 'utf8')).not.toContain('Busy');
  const second = await startSignedIn({ simulator: first.simulator, folder: first.folder });
  expect([second.store.get().chosen, second.store.get().plan.lasts]).toEqual([null, 'untilChanged']);
});

it('[U1] Undo asks for what held before', async () => {
  const { handlers, store } = await startSignedIn();
  await handlers.setPresence(busy);
  await handlers.setPresence({ availability: 'Away', activity: 'Away' });
  await handlers.undo(undefined);
  expect(store.get().chosen?.presence).toEqual(busy);
  await handlers.undo(undefined);
  expect(store.get().chosen?.presence.availability).toBe('Away');
});

it('[W1] the demo leaves alone what the person before it wanted', async () => {
  const first = await startSignedIn();
  await first.handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
  await first.handlers.setPresence(busy);
  first.simulator.setProfile('refreshRevoked');
  await first.handlers.refreshPresence(undefined);
  expect(first.store.get().session.status).toBe('signedOut');
  first.simulator.setProfile('acceptsAndShows');
  await first.handlers.startDemo(undefined);
  expect(first.store.get()).toMatchObject({ isDemo: true, chosen: null });
  first.store.apply((state) => ({
    ...state,
    isDemo: false,
    session: { status: 'signedOut', account: null, problem: null },
  }));
  await first.saved();
  const second = await startSignedIn({ simulator: first.simulator, folder: first.folder, clock: first.clock });
  expect(second.store.get().chosen?.presence).toEqual(busy);
});

it('[N2] Retry-After holds for a status message too', async () => {
  const { handlers, simulator, store } = await startSignedIn();
  simulator.setProfile({ name: 'throttled429', times: 1, retryAfterSeconds: 30 });
  await handlers.setPresence(busy);
  const before = simulator.requests.length;
  await handlers.setStatusMessage({ text: 'Hello', lasts: 'untilChanged' });
  expect([simulator.requests.length, store.get().statusMessage.asking.status]).toEqual([before, 'failed']);
});

it('[W1] a wish that is given up while its request is on its way is not sent again', async () => {
  const { handlers, simulator, clock, posts, store } = await startSignedIn();
  simulator.setProfile({ name: 'hangs', times: 1 });
  const asked = handlers.setPresence(busy);
  await expect.poll(() => posts().length).toBe(1);
  await handlers.cancelPublication(undefined);
  await clock.advance(500);
  await asked;
  for (let second = 0; second < 30; second += 1) await clock.advance(1_000);
  expect([posts().length, store.get().publication.status]).toEqual([1, 'idle']);
});

it('[E1] the choice before a wish that waits keeps its end over a restart', async () => {
  const first = await startSignedIn();
  await first.handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
  await first.handlers.setPresence(busy);
  first.network.isUp = false;
  await first.handlers.setPlan({ lasts: 'untilChanged', sequel: 'automatic' });
  await first.handlers.setPresence({ availability: 'Away', activity: 'Away' });
  await first.saved();
  const second = await startJourney(first);
  second.network.isUp = false;
  await second.restoreSession();
  expect(second.store.get()).toMatchObject({ publication: { status: 'waiting' }, chosen: { presence: busy } });
  await second.handlers.cancelPublication(undefined);
  second.network.isUp = true;
  await second.clock.advance(hour);
  await second.upkeep();
  expect(second.simulator.presenceOf(second.simulator.people.mira).availability).toBe('Available');
});

it('[W1] what was carried out although no answer came ends, even if its end passed before the next start', async () => {
  const first = await startSignedIn();
  await first.handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
  first.simulator.setProfile('appliesThenResets');
  await first.handlers.setPresence(busy);
  await first.saved();
  first.simulator.setProfile('acceptsAndShows');
  first.store.apply(connectionChanged, false);
  await first.clock.advance(2 * hour);
  const second = await startJourney(first);
  await second.restoreSession();
  await second.upkeep();
  expect(second.simulator.presenceOf(second.simulator.people.mira).availability).toBe('Available');
});

it('[N3] without a network a wish rests, and is sent when it is back', async () => {
  const { handlers, network, clock, catchUp, posts, store } = await startSignedIn();
  network.isUp = false;
  store.apply(connectionChanged, false);
  await handlers.setPresence(busy);
  for (let minutes = 0; minutes < 10; minutes += 1) await clock.advance(60_000);
  expect([store.get().writes.length, store.get().publication.status]).toEqual([1, 'waiting']);
  network.isUp = true;
  store.apply(connectionChanged, true);
  await catchUp();
  expect([posts().length, store.get().chosen?.presence]).toEqual([1, busy]);
});
