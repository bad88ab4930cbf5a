import { expect, it } from 'vitest';
import { hour, minute, pass, shown, start } from './ruled.ts';

it('[D1] a rule that meets a network to be signed in to first acts once that has let them in', async () => {
  const journey = await start({ wakeRule: { availability: 'Busy' } });
  const { simulator, hear, store } = journey;
  await pass(journey, 5 * minute);
  simulator.setProfile('html200');
  await hear('wake');
  expect(store.get().publication).toMatchObject({ status: 'waiting', problem: { kind: 'intercepted' } });
  simulator.setProfile('acceptsAndShows');
  await pass(journey, 2 * minute);
  await expect.poll(() => shown(journey)).toBe('Busy');
});

it('[D1] what the user asked for there is theirs to try again', async () => {
  const journey = await start({});
  journey.simulator.setProfile('html200');
  await journey.handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  await pass(journey, hour / 2);
  expect(journey.store.get().publication.status).toBe('failed');
});
