import { expect, it } from 'vitest';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { truth } from './absence.ts';
import { type Journey, startJourney, startSignedIn } from './app.ts';
import { hour, minute, minutes, pass, seen, shown, start } from './ruled.ts';

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

it('[U1] Undo takes back a choice whose answer was lost, but that was carried out', async () => {
  const journey = await startSignedIn();
  const { handlers, network, store, clock } = journey;
  await handlers.setPresence(available);
  await handlers.setPresence(busy);
  await pass(journey, minute);
  network.losesAnswerOf = 'POST';
  await handlers.setPresence(doNotDisturb);
  await clock.advance(2_000);
  await expect.poll(() => [store.get().publication.status, shown(journey)]).toEqual(['idle', 'DoNotDisturb']);
  await handlers.undo(undefined);
  expect(shown(journey)).toBe('Busy');
});

it('[O2][U1] out of office whose answer was lost was said here, and gives the pair back that nobody chose', async () => {
  const journey = await startSignedIn();
  const { handlers, network, store } = journey;
  await pass(journey, minute);
  network.losesAnswerOf = 'POST';
  await handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
  await pass(journey, minute);
  expect([store.get().publication.status, truth(journey)]).toEqual(['idle', { kind: 'on', until: null }]);
  await handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
  await minutes(journey, 2);
  expect([seen(journey), store.get().chosen]).toEqual([['Available', false], null]);
});
