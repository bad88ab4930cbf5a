import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { type Journey, startJourney, startSignedIn } from './app.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;
const doNotDisturb = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' } as const;
const minute = 60_000;
const hour = 60 * minute;

/** Somebody whose Busy for half an hour was accepted, is not shown, and who has read that. */
async function startUnseen(): Promise<Journey> {
  const journey = await startSignedIn();
  const { simulator, handlers, clock, store } = journey;
  simulator.setProfile({ name: 'acceptsNeverShows', on: 'writes' });
  await handlers.setPlan({ lasts: 'PT30M', sequel: 'Away' });
  await handlers.setPresence(busy);
  for (let second = 0; second < 40 && store.get().publication.status !== 'notVisible'; second += 1) {
    await clock.advance(1_000);
    await expect.poll(() => store.get().reading.status).toBe('idle');
  }
  expect(store.get().publication.status).toBe('notVisible');
  simulator.setProfile('acceptsAndShows');
  await handlers.cancelPublication(undefined);
  await handlers.refreshPresence(undefined);
  return journey;
}

describe('[E1] a choice that was accepted and is not shown', () => {
  it('shows late, and ends on time all the same', async () => {
    const { simulator, handlers, clock, upkeep, store } = await startUnseen();
    expect(store.get()).toMatchObject({ chosen: { presence: busy, isShown: false }, publication: { status: 'idle' } });
    simulator.chooseInTeams(simulator.people.mira, busy);
    await handlers.refreshPresence(undefined);
    expect(store.get().chosen?.isShown).toBe(true);
    await clock.advance(hour);
    await upkeep();
    expect(simulator.presenceOf(simulator.people.mira).availability).toBe('Away');
  });

  it('and was overridden elsewhere leaves that alone at its end, and is over', async () => {
    const { simulator, clock, upkeep, store } = await startUnseen();
    simulator.chooseInTeams(simulator.people.mira, doNotDisturb);
    await clock.advance(hour);
    await upkeep();
    expect([simulator.presenceOf(simulator.people.mira).availability, store.get().chosen]).toEqual([
      'DoNotDisturb',
      null,
    ]);
  });

  it('is waited for some minutes beyond a near end', async () => {
    const { simulator, handlers, clock, upkeep, store } = await startUnseen();
    const until = toInstant(clock.now() + minute);
    simulator.setProfile({ name: 'acceptsNeverShows', on: 'writes' });
    await handlers.setPlan({ lasts: { until }, sequel: 'Away' });
    await clock.advance(2 * minute);
    await upkeep();
    expect(store.get().chosen?.presence).toEqual(busy);
    simulator.setProfile('acceptsAndShows');
    simulator.chooseInTeams(simulator.people.mira, busy);
    await clock.advance(minute);
    await upkeep();
    expect(simulator.presenceOf(simulator.people.mira).availability).toBe('Away');
  });
});

it('[E1] an end that nobody can be asked about is looked into once a minute', async () => {
  const { handlers, clock, upkeep, network, states, store } = await startSignedIn();
  await handlers.setPlan({ lasts: 'PT30M', sequel: 'automatic' });
  await handlers.setPresence(busy);
  await clock.advance(hour);
  await expect.poll(() => store.get().reading.status).toBe('idle');
  network.isUp = false;
  await upkeep();
  const before = states.length;
  for (let tick = 0; tick < 24; tick += 1) {
    await clock.advance(5_000);
    await upkeep();
  }
  const asked = states.slice(before).filter(({ reading }) => reading.status === 'reading').length;
  expect(asked).toBeLessThanOrEqual(3);
  network.isUp = true;
  await clock.advance(minute);
  await upkeep();
  expect(store.get().chosen).toBeNull();
});

it('[E1] an end that is refused again and again is asked for ever more rarely', async () => {
  const { handlers, clock, upkeep, simulator, states, store } = await startSignedIn();
  await handlers.setPlan({ lasts: 'PT30M', sequel: 'automatic' });
  await handlers.setPresence(busy);
  await clock.advance(minute);
  await expect.poll(() => store.get().publication.status).toBe('idle');
  simulator.setProfile('forbidden403');
  await clock.advance(29 * minute);
  const before = states.length;
  for (let passed = 0; passed < 32; passed += 1) {
    await upkeep();
    await clock.advance(minute);
  }
  const told = states.slice(before).filter(({ publication }, at, all) => {
    return publication.status === 'failed' && all[at - 1]?.publication.status !== 'failed';
  });
  // At once, and 1, 3, 7, 15 and 30 minutes later.
  expect(told).toHaveLength(6);
  simulator.setProfile('acceptsAndShows');
  await clock.advance(15 * minute);
  await upkeep();
  expect(store.get().chosen).toBeNull();
});

it('[E1] nothing is asked about without a network, and an end that passed comes with it', async () => {
  const { handlers, clock, upkeep, catchUp, simulator, store } = await startSignedIn();
  await handlers.setPlan({ lasts: 'PT30M', sequel: 'automatic' });
  await handlers.setPresence(busy);
  await clock.advance(minute);
  await expect.poll(() => store.get().publication.status).toBe('idle');
  store.apply(connectionChanged, false);
  const before = simulator.requests.length;
  const { chosen } = store.get();
  await clock.advance(hour);
  await upkeep();
  expect([simulator.requests.length, store.get().chosen]).toEqual([before, chosen]);
  store.apply(connectionChanged, true);
  await catchUp();
  expect(store.get().chosen).toBeNull();
});

it('[E1] a choice whose answer was lost is looked for before it is given up, and so has its end', async () => {
  const { handlers, network, simulator, store, clock, upkeep } = await startSignedIn();
  await handlers.setPlan({ lasts: 'PT30M', sequel: 'Away' });
  network.losesAnswerOf = 'POST';
  const setting = handlers.setPresence(busy);
  await expect.poll(() => store.get().publication.status).toBe('waiting');
  network.isUp = false;
  await setting;
  await clock.advance(hour);
  network.isUp = true;
  for (let minutes = 0; minutes < 6; minutes += 1) {
    await upkeep();
    await clock.advance(minute);
  }
  expect(simulator.presenceOf(simulator.people.mira).availability).toBe('Away');
});

it('[M1] an end that the service forgot survives a restart', async () => {
  const first = await startSignedIn();
  first.simulator.setProfile('messageExpiryDropped');
  await first.handlers.setStatusMessage({ text: 'In the workshop', lasts: 'PT1H' });
  await first.handlers.refreshPresence(undefined);
  await first.saved();
  const second = await startJourney(first);
  await second.restoreSession();
  const endsAt = toInstant(first.clock.now() + hour);
  expect(second.store.get().statusMessage.seen).toEqual({ text: 'In the workshop', endsAt });
  await second.clock.advance(hour);
  await second.upkeep();
  await second.handlers.refreshPresence(undefined);
  expect(second.store.get().statusMessage.seen).toBeNull();
});

it('[M1] a message that could not be set is there after a restart, until it is dismissed', async () => {
  const first = await startSignedIn();
  first.network.isUp = false;
  await first.handlers.setStatusMessage({ text: 'In the workshop', lasts: 'untilChanged' });
  await first.saved();
  const second = await startJourney(first);
  await second.restoreSession();
  expect(second.store.get().statusMessage.asking).toMatchObject({
    status: 'failed',
    message: { text: 'In the workshop' },
  });
  await second.handlers.dismissMessage(undefined);
  expect(second.store.get().statusMessage.asking).toEqual({ status: 'idle' });
});
