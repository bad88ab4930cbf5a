import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import { allowed, later, pass, plan } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { hour, minute } from './ruled.ts';

const desk: Preset = {
  ...{ id: 'desk', name: 'At the desk', icon: 'book', isFavourite: true, statusMessage: 'At my desk' },
  ...{ presence: plainPresence('Busy'), lasts: 'untilChanged', sequel: 'automatic', workLocation: null },
  outOfOffice: { isOutOfOffice: true, message: 'Workshop' },
};

async function seen({ handlers, store, clock, simulator }: Journey) {
  await clock.advance(15_000);
  await handlers.refreshPresence(undefined);
  const { availability, outOfOfficeSettings } = simulator.presenceOf(simulator.people.mira);
  return [availability, outOfOfficeSettings.isOutOfOffice, store.get().chosen];
}

describe('[O6] after an absence Microsoft 365 decides again', () => {
  it('where that was asked for just before', async () => {
    const journey = await allowed();
    await journey.handlers.setPresence(plainPresence('Busy'));
    await journey.clock.advance(15_000);
    await journey.handlers.resetPresence(undefined);
    await journey.handlers.saveOutOfOffice(plan({ from: null, until: later(journey, hour), replies: null }));
    await pass(journey, 2 * hour);
    expect(await seen(journey)).toEqual(['Available', false, null]);
  });

  it('where that waited for the network as it began', async () => {
    const journey = await allowed();
    await journey.handlers.setPresence(plainPresence('Busy'));
    await journey.handlers.saveOutOfOffice(
      plan({ from: later(journey, 10 * minute), until: later(journey, hour), replies: null }),
    );
    await pass(journey, minute);
    journey.network.isUp = false;
    await journey.handlers.resetPresence(undefined);
    await pass(journey, 20 * minute);
    journey.network.isUp = true;
    await journey.catchUp();
    await pass(journey, 2 * hour);
    expect(await seen(journey)).toEqual(['Available', false, null]);
  });

  it('where a choice before it was refused', async () => {
    const journey = await allowed();
    journey.simulator.setProfile('forbidden403');
    await journey.handlers.setPresence(plainPresence('Busy'));
    journey.simulator.setProfile('acceptsAndShows');
    await journey.handlers.saveOutOfOffice(plan({ from: null, until: later(journey, hour), replies: null }));
    await pass(journey, 2 * hour);
    expect(await seen(journey)).toEqual(['Available', false, null]);
  });
});

it('[O1] out of office that is said while a reset waits takes nothing of it', async () => {
  const journey = await startSignedIn();
  await journey.handlers.setPresence(plainPresence('Busy'));
  journey.network.isUp = false;
  await journey.handlers.resetPresence(undefined);
  await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
  journey.network.isUp = true;
  await journey.catchUp();
  await expect.poll(() => journey.store.get().followUp).toBeNull();
  expect(await seen(journey)).toEqual(['Available', true, null]);
});

it('[O6] the message of an absence that began offline is not lost to the end of another one', async () => {
  const journey = await startSignedIn({ profile: 'messageExpiryDropped' });
  const { handlers, clock, network, store } = journey;
  await handlers.setStatusMessage({ text: 'In a meeting', lasts: { until: toInstant(clock.now() + 2 * minute) } });
  await seen(journey);
  const when = { from: later(journey, 5 * minute), until: later(journey, 2 * hour) };
  await handlers.saveOutOfOffice(plan({ ...when, replies: null, statusMessage: 'On leave' }));
  network.isUp = false;
  await pass(journey, 10 * minute, 10);
  network.isUp = true;
  await journey.catchUp();
  await pass(journey, 10 * minute, 10);
  await seen(journey);
  expect(store.get().statusMessage.seen?.text).toBe('On leave');
});

describe('[A2] restoring what was before a preset that was set in an absence', () => {
  it('does not bring back out of office once that is over', async () => {
    const journey = await allowed();
    await journey.handlers.changeSettings({ presets: [desk] });
    await journey.handlers.saveOutOfOffice(plan({ from: null, until: later(journey, hour), replies: null }));
    await journey.handlers.applyPreset('desk');
    await pass(journey, 2 * hour);
    await journey.handlers.restorePrevious(undefined);
    expect((await seen(journey))[1]).toBe(false);
  });

  it('does not bring back its message once it was ended', async () => {
    const journey = await allowed();
    const { handlers, store } = journey;
    await handlers.changeSettings({ presets: [{ ...desk, outOfOffice: null }] });
    const when = { from: null, until: later(journey, 100 * hour) };
    await handlers.saveOutOfOffice(plan({ ...when, replies: null, statusMessage: 'On leave' }));
    await pass(journey, minute);
    await handlers.applyPreset('desk');
    await pass(journey, minute);
    await handlers.endOutOfOffice(undefined);
    await pass(journey, minute);
    await handlers.restorePrevious(undefined);
    await seen(journey);
    expect(store.get().statusMessage.seen).toBeNull();
  });
});
