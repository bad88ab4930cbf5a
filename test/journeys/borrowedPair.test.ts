import { expect, it } from 'vitest';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { allowed, hour, later, plan } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { again, minute, pass } from './ruled.ts';

const doNotDisturb = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' } as const;
const on = { isOutOfOffice: true, message: null };

function seen({ simulator }: Journey) {
  const { availability, outOfOfficeSettings } = simulator.presenceOf(simulator.people.mira);
  return [availability, outOfOfficeSettings.isOutOfOffice];
}

function setOnline({ network, store }: Journey, isOnline: boolean): void {
  network.isUp = isOnline;
  store.apply(connectionChanged, isOnline);
}

function chooseOnPhone({ simulator }: Journey): void {
  simulator.chooseInTeams(simulator.people.mira, doNotDisturb);
}

it.each([true, false])(
  '[O1] what was chosen elsewhere since the last reading stays: out of office %s',
  async (isOn) => {
    const journey = await startSignedIn();
    const { simulator, handlers, store, clock } = journey;
    if (!isOn) await handlers.setOutOfOffice(on);
    await pass(journey, 5 * minute);
    simulator.chooseInTeams(simulator.people.mira, { availability: 'Busy', activity: 'Busy' });
    await pass(journey, 5 * minute);
    expect([store.get().chosen, seen(journey)]).toEqual([null, ['Busy', !isOn]]);
    await clock.advance(minute);
    chooseOnPhone(journey);
    await handlers.setOutOfOffice({ isOutOfOffice: isOn, message: null });
    await pass(journey, minute);
    expect(seen(journey)).toEqual(['DoNotDisturb', isOn]);
  },
);

it('[O1][N8] an absence that begins behind a locked screen leaves what was chosen on the phone', async () => {
  let isLocked = false;
  const journey = await allowed({ isLocked: () => isLocked, accessTokenSeconds: 800_000 });
  await journey.handlers.saveOutOfOffice(plan({ from: later(journey, 8 * hour), until: later(journey, 200 * hour) }));
  await pass(journey, 5 * minute);
  isLocked = true;
  await pass(journey, hour);
  chooseOnPhone(journey);
  for (let passed = 0; passed < 8; passed += 1) await pass(journey, hour);
  expect(seen(journey)).toEqual(['DoNotDisturb', true]);
});

it('[O1][N3] out of office that waited for the network leaves what was chosen elsewhere', async () => {
  const journey = await startSignedIn();
  setOnline(journey, false);
  await pass(journey, 31 * minute);
  await journey.handlers.setOutOfOffice(on);
  expect(journey.store.get().publication.status).toBe('waiting');
  chooseOnPhone(journey);
  setOnline(journey, true);
  await journey.catchUp();
  await pass(journey, minute);
  expect([seen(journey), journey.store.get().publication.status]).toEqual([['DoNotDisturb', true], 'idle']);
});

it('[O1][W1] and so does one that waited for the next start', async () => {
  const journey = await startSignedIn();
  setOnline(journey, false);
  await journey.handlers.setOutOfOffice(on);
  await journey.saved();
  chooseOnPhone(journey);
  const next = await again(journey, {});
  await next.catchUp();
  await pass(next, minute);
  expect([seen(next), next.posts().length]).toEqual([['DoNotDisturb', true], 1]);
});

it('[P3] a choice that is made while the pair is read wins, and out of office goes along', async () => {
  const journey = await startSignedIn();
  const { handlers, network, store } = journey;
  await pass(journey, minute);
  let answer = () => {};
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  network.holdsRequestOf = { method: 'GET', until };
  const asked = handlers.setOutOfOffice(on);
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  const chosen = handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  answer();
  await Promise.all([asked, chosen]);
  expect([seen(journey), journey.posts().length]).toEqual([['Busy', true], 1]);
  expect(store.get().chosen?.presence.availability).toBe('Busy');
});
