import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { hour, later, plan, seenOf } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';

const minute = 60_000;

/** Somebody who is busy for an hour, as was seen. */
async function busyForAnHour(): Promise<Journey> {
  const journey = await startSignedIn();
  await journey.handlers.setPlan({ lasts: { until: later(journey, hour) }, sequel: 'automatic' });
  await journey.handlers.setPresence(plainPresence('Busy'));
  await journey.clock.advance(3_000);
  return journey;
}

async function someMinutes({ clock, upkeep }: Journey): Promise<void> {
  for (let half = 0; half < 20; half += 1) {
    await clock.advance(minute / 2);
    await upkeep();
  }
}

it('[O6] an absence that begins while the end of a choice waits for the network shows in the presence all the same', async () => {
  const journey = await busyForAnHour();
  const { handlers, clock, network, catchUp } = journey;
  await handlers.saveOutOfOffice(
    plan({ from: later(journey, 2 * hour), until: later(journey, 72 * hour), replies: null }),
  );
  // Asleep over both; awake before the network is.
  network.isUp = false;
  await clock.advance(10 * hour);
  await catchUp();
  await clock.advance(5_000);
  network.isUp = true;
  await catchUp();
  await someMinutes(journey);
  expect(seenOf(journey).isOutOfOffice).toBe(true);
});

it('[O6] an absence that ends with a choice while nothing may be asked is over afterwards', async () => {
  const journey = await busyForAnHour();
  const { handlers, clock, simulator } = journey;
  const until = journey.store.get().chosen?.ending?.at ?? null;
  await handlers.saveOutOfOffice(plan({ until, replies: null }));
  expect(seenOf(journey).isOutOfOffice).toBe(true);
  await clock.advance(hour - minute / 2);
  simulator.setProfile({ name: 'throttled429', on: 'graph', times: 1, retryAfterSeconds: 60 });
  await handlers.refreshPresence(undefined);
  await someMinutes(journey);
  expect(seenOf(journey).isOutOfOffice).toBe(false);
});

it.each([true, false])('[O1] out of office is not lost with a choice that should have ended: on %s', async (isOn) => {
  const journey = await busyForAnHour();
  const { handlers, clock, network, catchUp, store } = journey;
  if (!isOn) await handlers.setOutOfOffice({ isOutOfOffice: true, message: 'Away' });
  network.isUp = false;
  await clock.advance(2 * hour);
  await catchUp();
  if (isOn) await handlers.saveOutOfOffice(plan({ from: null, until: later(journey, 72 * hour), replies: null }));
  else await handlers.endOutOfOffice(undefined);
  network.isUp = true;
  await catchUp();
  await someMinutes(journey);
  const { simulator } = journey;
  expect([seenOf(journey).isOutOfOffice, simulator.presenceOf(simulator.people.mira).availability]).toEqual([
    isOn,
    'Available',
  ]);
  expect([store.get().chosen, store.get().notices]).toEqual([null, []]);
});
