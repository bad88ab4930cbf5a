import { describe, expect, it } from 'vitest';
import { type Presence, plainPresence, type SeenPresence } from '#contract/presence.ts';
import { allowed, hour, later, plan, seenOf } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { minute, pass, shown } from './ruled.ts';

const busy = { presence: plainPresence('Busy'), sequel: 'automatic' } as const;

/** Looks every half minute, as the desktop does while the popup is open. */
async function minutes(journey: Journey, count: number): Promise<void> {
  for (let half = 0; half < 2 * count; half += 1) {
    await pass(journey, minute / 2);
    await expect.poll(() => journey.store.get().outOfOffice.asking.status).not.toBe('sending');
  }
}

function held(journey: Journey) {
  return [shown(journey), journey.store.get().chosen?.presence.availability ?? null];
}

describe('[O2] where Microsoft 365 decides, out of office leaves no choice behind', () => {
  it('switched on and off again', async () => {
    const journey = await startSignedIn();
    await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
    await minutes(journey, 1);
    await journey.handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
    await minutes(journey, 1);
    expect([...held(journey), seenOf(journey).isOutOfOffice]).toEqual(['Available', null, false]);
  });

  it.each<readonly [Presence, SeenPresence['activity']]>([
    [{ availability: 'Busy', activity: 'InACall' }, 'InACall'],
    [{ availability: 'DoNotDisturb', activity: 'Presenting' }, 'Presenting'],
  ])('switched on in %j, which is over long before the absence is', async (call, activity) => {
    const journey = await startSignedIn();
    const { simulator, handlers, store } = journey;
    simulator.openTeams(simulator.people.mira, call);
    await minutes(journey, 5);
    expect(store.get().presence?.value.activity).toBe(activity);
    await handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
    simulator.openTeams(simulator.people.mira, plainPresence('Available'));
    await minutes(journey, 1);
    expect([shown(journey), seenOf(journey).isOutOfOffice]).toEqual(['Available', true]);
  });

  it('switched off just after a reset', async () => {
    const journey = await startSignedIn();
    await journey.handlers.setPresence(plainPresence('DoNotDisturb'));
    await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
    await minutes(journey, 1);
    await journey.handlers.resetPresence(undefined);
    await journey.handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
    await minutes(journey, 1);
    expect(held(journey)).toEqual(['Available', null]);
  });

  it('as a choice and an absence end at the same time', async () => {
    const journey = await allowed();
    const until = later(journey, hour);
    await journey.handlers.saveOutOfOffice(plan({ until }));
    await journey.handlers.choosePresence({ ...busy, lasts: { until } });
    await minutes(journey, 63);
    expect(held(journey)).toEqual(['Available', null]);
  });

  it('as an absence begins when a choice ends', async () => {
    const journey = await allowed();
    const at = later(journey, hour);
    await journey.handlers.saveOutOfOffice(plan({ from: at, until: later(journey, 3 * hour) }));
    await journey.handlers.choosePresence({ ...busy, lasts: { until: at } });
    await minutes(journey, 63);
    expect([shown(journey), seenOf(journey).isOutOfOffice]).toEqual(['Available', true]);
  });

  it('as an absence ends after the choice that stood when it began', async () => {
    const journey = await allowed();
    await journey.handlers.choosePresence({ ...busy, lasts: 'PT1H' });
    await journey.handlers.saveOutOfOffice(plan({ until: later(journey, 2 * hour) }));
    await minutes(journey, 62);
    // Nobody is at the keyboard as it ends.
    journey.simulator.openTeams(journey.simulator.people.mira, { availability: 'Away', activity: 'Away' });
    await minutes(journey, 62);
    journey.simulator.openTeams(journey.simulator.people.mira);
    await minutes(journey, 5);
    expect(held(journey)).toEqual(['Available', null]);
  });
});

it('[O2] a choice that was made within out of office stands after it', async () => {
  const journey = await startSignedIn();
  await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
  await journey.handlers.setPresence(plainPresence('Busy'));
  await minutes(journey, 1);
  await journey.handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
  await minutes(journey, 1);
  expect(held(journey)).toEqual(['Busy', 'Busy']);
});

it('[O2] what was chosen in Teams is not taken away with out of office', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers } = journey;
  simulator.chooseInTeams(simulator.people.mira, plainPresence('DoNotDisturb'));
  await handlers.refreshPresence(undefined);
  await handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
  await minutes(journey, 1);
  expect(shown(journey)).toBe('DoNotDisturb');
});

it('[P6] what was chosen in Teams can be given back', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers } = journey;
  simulator.chooseInTeams(simulator.people.mira, plainPresence('DoNotDisturb'));
  await handlers.refreshPresence(undefined);
  expect(journey.tray().tooltip).toBe('Do not disturb · Set in Teams or elsewhere');
  await handlers.resetPresence(undefined);
  await minutes(journey, 1);
  expect([...held(journey), journey.tray().tooltip]).toEqual([
    'Available',
    null,
    'Available · Automatic, follows Teams',
  ]);
});
