import { describe, expect, it, vi } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import { defaultSettings } from '#contract/settings.ts';
import { startJourney, startSignedIn } from './app.ts';

const workshop: Preset = {
  ...{ id: 'workshop', name: 'Workshop', icon: 'book', isFavourite: true },
  ...{ presence: { availability: 'Busy', activity: 'Busy' }, lasts: 'PT2H', sequel: 'Available' },
  ...{ statusMessage: 'In the workshop', outOfOffice: { isOutOfOffice: true, message: 'Back soon' } },
  workLocation: 'remote',
};
const presets = [...defaultSettings.presets, workshop];

async function startWithPresets() {
  const journey = await startSignedIn();
  await journey.handlers.changeSettings({ presets });
  const file = () => {
    const { mira } = journey.simulator.people;
    const { availability } = journey.simulator.presenceOf(mira);
    return availability;
  };
  const sent = () =>
    journey.simulator.requests.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/').at(-1));
  return { ...journey, availability: file, sent };
}

describe('[A1] a preset', () => {
  it('is one wish, then its status message and its work location', async () => {
    const { handlers, store, posts, sent, clock } = await startWithPresets();
    await handlers.applyPreset('workshop');
    await clock.advance(3_000);
    expect(posts().map(({ body }) => body)).toEqual([
      expect.objectContaining({
        ...plainPresence('Busy'),
        outOfOfficeSettings: expect.objectContaining({ isOutOfOffice: true, message: 'Back soon' }),
      }),
    ]);
    expect(sent().slice(-3)).toEqual(['presences', 'setStatusMessage', 'setManualLocation']);
    const { chosen, statusMessage, followUp, presence, plan } = store.get();
    expect(chosen).toMatchObject({ presetId: 'workshop', ending: { sequel: 'Available' } });
    expect(statusMessage.seen).toEqual({ text: 'In the workshop', endsAt: chosen?.ending?.at });
    expect([followUp, presence?.value.workLocation, plan.lasts]).toEqual([null, 'remote', 'untilChanged']);
  });

  it('waits as a whole for the network', async () => {
    const { handlers, network, sent, catchUp, store } = await startWithPresets();
    network.isUp = false;
    await handlers.applyPreset('workshop');
    const before = sent().length;
    network.isUp = true;
    await catchUp();
    await vi.waitFor(() => expect(store.get().followUp).toBeNull());
    expect(sent().slice(before)).toEqual(['presences', 'setStatusMessage', 'setManualLocation']);
  });

  it('goes on in the next run where this one was killed', async () => {
    const first = await startWithPresets();
    first.network.isUp = false;
    await first.handlers.applyPreset('workshop');
    const { simulator, tokenStore, folder, clock } = first;
    const next = await startJourney({ simulator, tokenStore, folder, clock });
    await next.restoreSession();
    await vi.waitFor(() => expect(next.store.get().followUp).toBeNull());
    expect(next.store.get()).toMatchObject({
      chosen: { presetId: 'workshop' },
      statusMessage: { seen: { text: 'In the workshop' } },
    });
  });

  it('says what of it could not be set', async () => {
    const { handlers, simulator, store } = await startWithPresets();
    simulator.setProfile({ name: 'notFound404', on: 'meActions' });
    await handlers.applyPreset('workshop');
    expect(store.get().notices).toContainEqual({
      kind: 'presetPartly',
      name: 'Workshop',
      parts: ['workLocation'],
    });
  });

  it('sets nothing of it where the presence is refused', async () => {
    const { handlers, simulator, sent, store } = await startWithPresets();
    simulator.setProfile('notFound404');
    await handlers.applyPreset('workshop');
    expect(store.get().publication).toMatchObject({ status: 'failed', problem: { kind: 'outOfOfficeNotOffered' } });
    expect(sent()).not.toContain('setStatusMessage');
  });

  it('is set as a whole each time', async () => {
    const { handlers, sent } = await startWithPresets();
    await handlers.applyPreset('workshop');
    await handlers.applyPreset('workshop');
    expect(sent().filter((name) => name === 'setStatusMessage')).toHaveLength(2);
  });

  it('can be set from outside, by what is copied', async () => {
    const { handlers, desktop } = await startWithPresets();
    await handlers.copyCommandLine('preset:done-for-today');
    await handlers.copyCommandLine('undo');
    expect(desktop.asked).toContain('copy presently --preset done-for-today');
    expect(desktop.asked.filter((each) => each.startsWith('copy'))).toHaveLength(1);
  });

  it('that is gone does nothing', async () => {
    const { handlers, sent } = await startWithPresets();
    await handlers.applyPreset('holiday');
    expect(sent()).toEqual([]);
  });

  it('gives way to a newer choice, with all that goes with it', async () => {
    const { handlers, network, sent, catchUp, store } = await startWithPresets();
    network.isUp = false;
    await handlers.applyPreset('workshop');
    await handlers.setPresence(plainPresence('Away'));
    network.isUp = true;
    await catchUp();
    expect([sent().filter((name) => name === 'setStatusMessage'), store.get().followUp]).toEqual([[], null]);
  });
});

describe('[A2] restoring what was before a preset', () => {
  it('brings back choice, message, out of office and location', async () => {
    const { handlers, store, clock, availability } = await startWithPresets();
    await handlers.setStatusMessage({ text: 'At my desk', lasts: 'untilChanged' });
    await handlers.setPresence(plainPresence('DoNotDisturb'));
    await clock.advance(3_000);
    await handlers.applyPreset('workshop');
    await clock.advance(3_000);
    await handlers.restorePrevious(undefined);
    await clock.advance(3_000);
    const { chosen, statusMessage, presence, previous } = store.get();
    expect([availability(), chosen?.presence.availability, statusMessage.seen?.text]).toEqual([
      'DoNotDisturb',
      'DoNotDisturb',
      'At my desk',
    ]);
    expect(presence?.value.outOfOfficeSettings.isOutOfOffice).toBe(false);
    expect([presence?.value.workLocation, previous]).toEqual([undefined, null]);
  });

  it.each([true, false])('brings back the same where the preset was asked for twice (online: %s)', async (isUp) => {
    const { handlers, network, catchUp, store } = await startWithPresets();
    await handlers.setPresence(plainPresence('DoNotDisturb'));
    network.isUp = isUp;
    for (const _ of [1, 2]) await handlers.applyPreset('workshop');
    network.isUp = true;
    await catchUp();
    await handlers.restorePrevious(undefined);
    expect(store.get().chosen?.presence).toEqual(plainPresence('DoNotDisturb'));
  });

  it('does not bring back a message whose end has passed meanwhile', async () => {
    const { handlers, store, clock } = await startWithPresets();
    await handlers.setStatusMessage({ text: 'At lunch', lasts: 'PT30M' });
    await handlers.applyPreset('workshop');
    await clock.advance(31 * 60_000);
    await handlers.restorePrevious(undefined);
    expect(store.get().statusMessage.seen).toBeNull();
  });

  it('gives the presence back where nothing was chosen', async () => {
    const { handlers, store, clock, availability } = await startWithPresets();
    await handlers.applyPreset('workshop');
    await clock.advance(3_000);
    await handlers.restorePrevious(undefined);
    await clock.advance(3_000);
    expect([availability(), store.get().chosen, store.get().statusMessage.seen]).toEqual(['Available', null, null]);
    expect(store.get().presence?.value.outOfOfficeSettings.isOutOfOffice).toBe(false);
  });

  it('does nothing once something else was chosen', async () => {
    const { handlers, store, posts } = await startWithPresets();
    await handlers.applyPreset('focus');
    await handlers.setPresence(plainPresence('Away'));
    const before = posts().length;
    await handlers.restorePrevious(undefined);
    expect([posts().length, store.get().chosen?.presence.availability]).toEqual([before, 'Away']);
  });

  it('still can when the plan of the preset was changed, which stays pressed', async () => {
    const { handlers, store } = await startWithPresets();
    await handlers.setPresence(plainPresence('DoNotDisturb'));
    await handlers.applyPreset('workshop');
    await handlers.setPlan({ lasts: 'PT30M', sequel: 'Away' });
    expect(store.get()).toMatchObject({
      chosen: { presetId: 'workshop', ending: { sequel: 'Away' } },
      statusMessage: { seen: { text: 'In the workshop' } },
    });
    await handlers.restorePrevious(undefined);
    expect(store.get().chosen?.presence.availability).toBe('DoNotDisturb');
  });

  it('lasts until it is changed where that is planned, though nothing else was planned before', async () => {
    const { handlers, store } = await startWithPresets();
    await handlers.applyPreset('workshop');
    await handlers.setPlan({ lasts: 'untilChanged', sequel: 'automatic' });
    expect(store.get().chosen).toMatchObject({ presetId: 'workshop', ending: null });
  });
});
