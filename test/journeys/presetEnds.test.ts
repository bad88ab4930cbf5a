import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import { hour } from './absence.ts';
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
