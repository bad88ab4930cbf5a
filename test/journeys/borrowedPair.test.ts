import { describe, expect, it } from 'vitest';
import { createGate } from '../fakes/gate.ts';
import { allowed, hour, later, pass as passSteps, plan } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { again, minute, minutes, pass, seen, setOnline } from './ruled.ts';

const doNotDisturb = { availability: 'DoNotDisturb', activity: 'DoNotDisturb' } as const;
const on = { isOutOfOffice: true, message: null };
const off = { isOutOfOffice: false, message: null };

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
  const get = createGate();
  network.holdsRequestOf = { method: 'GET', until: get.opened };
  const asked = handlers.setOutOfOffice(on);
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  const chosen = handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  get.open();
  await Promise.all([asked, chosen]);
  expect([seen(journey), journey.posts().length]).toEqual([['Busy', true], 1]);
  expect(store.get().chosen?.presence.availability).toBe('Busy');
});

it('[P3] off that is asked while on is on its way is not lost', async () => {
  const journey = await startSignedIn();
  const { handlers, network } = journey;
  await pass(journey, minute);
  const post = createGate();
  network.holdsRequestOf = { method: 'POST', until: post.opened };
  const first = handlers.setOutOfOffice(on);
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  // The popup reads, as it does every now and then.
  const get = createGate();
  network.holdsRequestOf = { method: 'GET', until: get.opened };
  const reading = handlers.refreshPresence(undefined);
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  const second = handlers.setOutOfOffice(off);
  network.losesAnswerOf = 'POST';
  post.open();
  await new Promise((resolve) => setTimeout(resolve, 200));
  get.open();
  await Promise.all([first, second, reading]);
  for (let beat = 0; beat < 6; beat += 1) {
    await pass(journey, 10_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(seen(journey)).toEqual(['Available', false]);
});

describe('[O1] what was chosen elsewhere stays', () => {
  it('where the pair cannot be read, and could be written', async () => {
    const journey = await startSignedIn();
    const { handlers, network, clock } = journey;
    await pass(journey, 5 * minute);
    await clock.advance(minute);
    chooseOnPhone(journey);
    network.losesAnswerOf = 'GET';
    await handlers.setOutOfOffice(on);
    await minutes(journey, 2);
    await expect.poll(() => seen(journey)).toEqual(['DoNotDisturb', true]);
  });

  it.each(['off', 'undo'] as const)('also when out of office is over: %s', async (how) => {
    const journey = await startSignedIn();
    const { handlers } = journey;
    chooseOnPhone(journey);
    await pass(journey, 5 * minute);
    await handlers.setOutOfOffice(on);
    await pass(journey, 5 * minute);
    expect(seen(journey)).toEqual(['DoNotDisturb', true]);
    await (how === 'off' ? handlers.setOutOfOffice(off) : handlers.undo(undefined));
    await pass(journey, 5 * minute);
    expect(seen(journey)).toEqual(['DoNotDisturb', false]);
  });

  it('when an absence is over', async () => {
    const journey = await startSignedIn({ accessTokenSeconds: 80_000 });
    const { handlers } = journey;
    chooseOnPhone(journey);
    await pass(journey, 5 * minute);
    await handlers.saveOutOfOffice(plan({ until: later(journey, hour), replies: null }));
    await passSteps(journey, 30 * minute);
    await passSteps(journey, 2 * hour);
    expect(seen(journey)).toEqual(['DoNotDisturb', false]);
  });

  it('when an absence that could not be sent is called off', async () => {
    const journey = await startSignedIn();
    const { handlers } = journey;
    await pass(journey, minute);
    setOnline(journey, false);
    await handlers.saveOutOfOffice(plan({ until: later(journey, 8 * hour), replies: null }));
    chooseOnPhone(journey);
    await pass(journey, 20 * minute);
    await handlers.endOutOfOffice(undefined);
    setOnline(journey, true);
    await journey.catchUp();
    await minutes(journey, 5);
    expect(seen(journey)).toEqual(['DoNotDisturb', false]);
  });

  it('when the next choices are planned while out of office waits', async () => {
    const journey = await startSignedIn();
    const { handlers } = journey;
    setOnline(journey, false);
    await handlers.setOutOfOffice(on);
    await handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
    chooseOnPhone(journey);
    setOnline(journey, true);
    await journey.catchUp();
    await minutes(journey, 2);
    expect(seen(journey)).toEqual(['DoNotDisturb', true]);
  });
});

it('[U1][O1] a pair that only carried out of office is given back after a restart, too', async () => {
  const journey = await startSignedIn();
  await journey.handlers.setOutOfOffice(on);
  await pass(journey, minute);
  await journey.saved();
  const next = await again(journey, {});
  await next.catchUp();
  await next.handlers.setOutOfOffice(off);
  await minutes(next, 2);
  expect([seen(next), next.store.get().chosen]).toEqual([['Available', false], null]);
});
