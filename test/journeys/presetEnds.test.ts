import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import { hour, later, plan } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { minute, pass, shown } from './ruled.ts';

const workshop: Preset = {
  ...{ id: 'workshop', name: 'Workshop', icon: 'travel', isFavourite: true, presence: plainPresence('Busy') },
  ...{ lasts: 'PT1H', sequel: 'automatic', statusMessage: 'In the workshop', workLocation: 'remote' },
  outOfOffice: { isOutOfOffice: true, message: 'Back soon' },
};

async function seenAfter(journey: Journey, milliseconds: number) {
  for (let passed = 0; passed < milliseconds; passed += 5 * minute) await pass(journey, 5 * minute);
  await expect.poll(() => journey.store.get().followUp, { interval: 1 }).toBeNull();
  const { simulator } = journey;
  const { isOutOfOffice } = simulator.presenceOf(simulator.people.mira).outOfOfficeSettings;
  return [shown(journey), isOutOfOffice, simulator.statusMessageOf(simulator.people.mira)];
}

async function startWith(preset: Preset): Promise<Journey> {
  const journey = await startSignedIn();
  await journey.handlers.setStatusMessage({ text: 'Mine', lasts: 'untilChanged' });
  await journey.handlers.changeSettings({ presets: [preset] });
  await journey.handlers.applyPreset(preset.id);
  return journey;
}

it('[A2] a preset that ends gives back all that it replaced', async () => {
  const journey = await startWith(workshop);
  expect(await seenAfter(journey, 10 * minute)).toEqual(['Busy', true, 'In the workshop']);
  expect(await seenAfter(journey, hour)).toEqual(['Available', false, 'Mine']);
});

it('[A2] a preset that ends goes on to its sequel without what it replaced', async () => {
  const journey = await startWith({ ...workshop, sequel: 'Away' });
  expect(await seenAfter(journey, hour + 10 * minute)).toEqual(['Away', false, 'Mine']);
});

it('[A2] a preset that is ended before its time gives back the same', async () => {
  const journey = await startWith(workshop);
  await journey.handlers.endChoice(undefined);
  expect(await seenAfter(journey, 10 * minute)).toEqual(['Available', false, 'Mine']);
});

it('[A2] a choice that is ended before its time goes on to what comes then', async () => {
  const journey = await startSignedIn();
  await journey.handlers.endChoice(undefined);
  expect(shown(journey)).toBe('Available');
  await journey.handlers.choosePresence({ presence: plainPresence('Busy'), lasts: 'PT1H', sequel: 'Away' });
  await journey.handlers.endChoice(undefined);
  expect([shown(journey), journey.store.get().chosen?.ending]).toEqual(['Away', null]);
});

it('[A2] a message that was written within a preset stays at its end', async () => {
  const journey = await startWith(workshop);
  await journey.handlers.setStatusMessage({ text: 'Newer', lasts: 'untilChanged' });
  expect(await seenAfter(journey, hour + 10 * minute)).toEqual(['Available', false, 'Newer']);
});

it('[A2] an absence that has begun since is not over with a preset', async () => {
  const journey = await startWith(workshop);
  await journey.handlers.saveOutOfOffice(plan({ from: null, until: later(journey, 72 * hour), replies: null }));
  expect(await seenAfter(journey, 2 * hour)).toEqual(['Available', true, 'Mine']);
});

it('[A2] a preset that is ended offline gives all back once the network is there, and is not said to be late', async () => {
  const journey = await startWith(workshop);
  const { handlers, network, clock, catchUp, store } = journey;
  network.isUp = false;
  await handlers.endChoice(undefined);
  await clock.advance(2 * hour);
  network.isUp = true;
  await catchUp();
  expect(await seenAfter(journey, 10 * minute)).toEqual(['Available', false, 'Mine']);
  expect(store.get().notices).toEqual([]);
});

it('[A2] the message of a preset ends with it, also where it was given another end', async () => {
  const journey = await startWith(workshop);
  await journey.handlers.setPlan({ lasts: 'PT4H', sequel: 'automatic' });
  const { chosen, statusMessage, previous } = journey.store.get();
  expect(statusMessage.seen).toEqual({ text: 'In the workshop', endsAt: chosen?.ending?.at });
  expect(previous?.presetId).toBe('workshop');
  expect(await seenAfter(journey, 2 * hour)).toEqual(['Busy', true, 'In the workshop']);
});

it('[W1] the end of an older choice takes nothing of a newer one that waits', async () => {
  const journey = await startSignedIn();
  const { handlers, network, catchUp, store } = journey;
  await handlers.choosePresence({ presence: plainPresence('Busy'), lasts: 'PT1H', sequel: 'automatic' });
  network.isUp = false;
  await handlers.choosePresence({
    presence: plainPresence('DoNotDisturb'),
    lasts: 'untilChanged',
    sequel: 'automatic',
  });
  await handlers.endChoice(undefined);
  network.isUp = true;
  await catchUp();
  await expect.poll(() => store.get().publication.status, { interval: 1 }).not.toBe('waiting');
  expect(shown(journey)).toBe('DoNotDisturb');
});

it('[U1] a choice that came to its end leaves no Undo, which would end what was chosen elsewhere since', async () => {
  const journey = await startSignedIn();
  const { handlers, simulator, store } = journey;
  const { mira } = simulator.people;
  await handlers.choosePresence({ presence: plainPresence('Busy'), lasts: 'PT30M', sequel: 'automatic' });
  await pass(journey, 15_000);
  await pass(journey, 30 * minute);
  expect([store.get().chosen, store.get().undo]).toEqual([null, null]);
  simulator.chooseInTeams(mira, { availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
  await handlers.undo(undefined);
  expect(simulator.presenceOf(mira).availability).toBe('DoNotDisturb');
});

it('[U1] nor does one that a state comes after, or a preset with out of office', async () => {
  const journey = await startSignedIn();
  const { handlers, store } = journey;
  await handlers.choosePresence({ presence: plainPresence('Busy'), lasts: 'PT30M', sequel: 'Away' });
  await pass(journey, 15_000);
  await pass(journey, 30 * minute);
  expect([shown(journey), store.get().undo]).toEqual(['Away', null]);
  await handlers.resetPresence(undefined);
  await handlers.changeSettings({ presets: [workshop] });
  await handlers.applyPreset('workshop');
  await pass(journey, 15_000);
  await pass(journey, hour);
  expect([shown(journey), store.get().undo]).toEqual(['Available', null]);
});
