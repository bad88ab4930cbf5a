import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { allowed } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';

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
