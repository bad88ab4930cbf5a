import { expect, it } from 'vitest';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { type Journey, startJourney, startSignedIn } from './app.ts';
import { hour, minute, pass, shown, start } from './ruled.ts';

const available = { availability: 'Available', activity: 'Available' } as const;
const busy = { availability: 'Busy', activity: 'Busy' } as const;
const doNotDisturb = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' } as const;

function loseNetwork({ network, store }: Journey): void {
  network.isUp = false;
  store.apply(connectionChanged, false);
}

async function findNetwork(journey: Journey): Promise<void> {
  const { network, store, catchUp } = journey;
  network.isUp = true;
  store.apply(connectionChanged, true);
  await catchUp();
  await pass(journey, minute);
}

it('[P8] a choice made when nobody knew what shows is sent, though the same shows already', async () => {
  const journey = await start({});
  loseNetwork(journey);
  await pass(journey, 31 * minute);
  expect(journey.store.get().presence?.evidence).toBe('outdated');
  await journey.handlers.setPresence(available);
  await findNetwork(journey);
  expect([journey.posts().length, journey.store.get().chosen?.presence]).toEqual([1, available]);
});

it('[P8] so is one made after a start without a network', async () => {
  const first = await startSignedIn();
  await first.saved();
  const { simulator, tokenStore, folder, clock } = first;
  const second = await startJourney({ simulator, tokenStore, folder, clock });
  loseNetwork(second);
  await second.restoreSession();
  await second.handlers.setPresence(available);
  await findNetwork(second);
  expect([second.posts().length, second.store.get().chosen?.presence]).toEqual([1, available]);
});

it('[P8] one whose answer was lost is sent again where nobody says what shows, and waits no longer than that', async () => {
  const { simulator, handlers, clock, store, posts } = await start({});
  simulator.setProfile([
    { name: 'appliesThenResets', times: 1 },
    { name: 'serverError500', on: 'reads' },
  ]);
  await handlers.setPresence(busy);
  expect(store.get().publication.status).toBe('waiting');
  await clock.advance(2_000);
  await expect.poll(() => [posts().length, store.get().chosen?.presence]).toEqual([2, busy]);
});

it('[E1] an end whose answer was lost leaves alone what was chosen elsewhere since', async () => {
  const journey = await start({});
  const { simulator, handlers, clock, network, store, upkeep } = journey;
  await handlers.choosePresence({ presence: busy, lasts: 'PT30M', sequel: 'automatic' });
  await pass(journey, 3 * minute);
  await clock.advance(27 * minute);
  network.losesAnswerOf = 'POST';
  await upkeep();
  expect(store.get().publication.status).toBe('waiting');
  loseNetwork(journey);
  await clock.advance(hour);
  simulator.chooseInTeams(simulator.people.mira, doNotDisturb);
  await findNetwork(journey);
  expect([shown(journey), store.get().chosen, store.get().publication.status]).toEqual(['DoNotDisturb', null, 'idle']);
});

it('[M1] a message that got another end is found, though the service keeps no fractions of a second', async () => {
  const journey = await start({});
  const { handlers, network, store } = journey;
  await handlers.setStatusMessage({ text: 'At lunch', lasts: 'PT30M' });
  await pass(journey, 5 * minute + 123);
  network.losesAnswerOf = 'POST';
  await handlers.setStatusMessage({ text: 'At lunch', lasts: 'PT1H' });
  expect(store.get().statusMessage.asking.status).toBe('failed');
  await pass(journey, 5 * minute);
  expect(store.get().statusMessage.asking.status).toBe('idle');
});
