import { describe, expect, it, vi } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import { createGate } from '../fakes/gate.ts';
import { type Journey, startSignedIn } from './app.ts';
import { hour, minute, pass, start } from './ruled.ts';

const desk: Preset = {
  ...{ id: 'desk', name: 'At the desk', icon: 'book', isFavourite: true, outOfOffice: null, workLocation: null },
  ...{ presence: plainPresence('Busy'), lasts: 'untilChanged', sequel: 'automatic', statusMessage: 'At my desk' },
};
const home: Preset = {
  ...{ ...desk, id: 'home', name: 'Home', presence: plainPresence('DoNotDisturb'), statusMessage: 'At home' },
};
const away: Preset = { ...desk, outOfOffice: { isOutOfOffice: true, message: 'Back soon' } };

async function startWith(presets: readonly Preset[], options = {}): Promise<Journey> {
  const journey = await startSignedIn(options);
  await journey.handlers.changeSettings({ presets });
  return journey;
}

/** What of it shows once everything is at rest. */
async function seen({ handlers, store, clock }: Journey) {
  await vi.waitFor(() => expect(store.get().followUp).toBeNull(), { interval: 1 });
  await clock.advance(15_000);
  await handlers.refreshPresence(undefined);
  const { chosen, statusMessage } = store.get();
  return [chosen?.presetId ?? chosen?.presence.availability ?? null, statusMessage.seen?.text ?? ''];
}

describe('[A1] what goes with a preset', () => {
  it('stops at a plain choice', async () => {
    const { handlers, network, simulator, store } = await startWith([{ ...desk, workLocation: 'office' }]);
    const posted = (name: string) => simulator.requests.filter(({ path }) => path.endsWith(`/${name}`)).length;
    const gate = createGate();
    const first = handlers.applyPreset('desk');
    await vi.waitFor(() => expect(store.get().statusMessage.asking.status).toBe('sending'), { interval: 1 });
    network.holdsAnswers = gate.opened;
    await vi.waitFor(() => expect(posted('setStatusMessage')).toBe(1), { interval: 1 });
    const second = handlers.setPresence(plainPresence('Away'));
    await vi.waitFor(() => expect(posted('presences')).toBe(2), { interval: 1 });
    gate.open();
    await Promise.all([first, second]);
    await vi.waitFor(() => expect(store.get().followUp).toBeNull(), { interval: 1 });
    expect(posted('setManualLocation')).toBe(0);
  });

  it('is not lost to a message of one’s own that ends while the preset waits', async () => {
    const journey = await startWith([desk], { profile: 'messageExpiryDropped' });
    const { handlers, clock, network, catchUp } = journey;
    await handlers.setStatusMessage({ text: 'In a meeting', lasts: { until: toInstant(clock.now() + minute) } });
    await seen(journey);
    network.isUp = false;
    await handlers.applyPreset('desk');
    await clock.advance(2 * minute);
    network.isUp = true;
    await catchUp();
    expect(await seen(journey)).toEqual(['desk', 'At my desk']);
  });

  it('is not lost to a message that could not be set', async () => {
    const journey = await startWith([desk]);
    journey.network.isUp = false;
    await journey.handlers.applyPreset('desk');
    await journey.handlers.setStatusMessage({ text: 'Mine', lasts: 'untilChanged' });
    await journey.handlers.dismissMessage(undefined);
    journey.network.isUp = true;
    await journey.catchUp();
    expect(await seen(journey)).toEqual(['desk', 'At my desk']);
  });

  it('is not lost where a rule’s preset gets another end while it waits', async () => {
    const journey = await start({ presets: [desk], lockRule: { preset: 'desk' } });
    journey.network.isUp = false;
    await journey.hear('lock');
    await journey.handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
    journey.network.isUp = true;
    await journey.catchUp();
    expect(await seen(journey)).toEqual(['desk', 'At my desk']);
  });
});

describe('[A2] the way back from a preset', () => {
  it.each(['given up', 'refused'])('is not lost to another preset that is %s', async (how) => {
    const journey = await startWith([desk, home]);
    const { handlers, network, simulator } = journey;
    await handlers.setStatusMessage({ text: 'Before', lasts: 'untilChanged' });
    await handlers.applyPreset('desk');
    await seen(journey);
    if (how === 'refused') simulator.setProfile('forbidden403');
    else network.isUp = false;
    await handlers.applyPreset('home');
    await handlers.cancelPublication(undefined);
    network.isUp = true;
    simulator.setProfile('acceptsAndShows');
    await handlers.restorePrevious(undefined);
    expect(await seen(journey)).toEqual([null, 'Before']);
  });

  it('leads over no message that somebody wrote since', async () => {
    const locked = { ...desk, statusMessage: 'Back soon' };
    const journey = await start({ presets: [locked], lockRule: { preset: 'desk' }, unlockRule: 'restore' });
    const { simulator, clock } = journey;
    await journey.handlers.setStatusMessage({ text: 'In the morning', lasts: 'untilChanged' });
    await journey.hear('lock');
    await seen(journey);
    const phone = await startSignedIn({ simulator, clock });
    await phone.handlers.setStatusMessage({ text: 'On the train', lasts: 'untilChanged' });
    await pass(journey, hour);
    await seen(journey);
    await journey.hear('unlock');
    expect(await seen(journey)).toEqual([null, 'On the train']);
  });

  it('leads to a message that was on its way when the preset was asked for', async () => {
    const journey = await startWith([desk]);
    await journey.handlers.setStatusMessage({ text: 'Old', lasts: 'untilChanged' });
    const saving = journey.handlers.setStatusMessage({ text: 'New', lasts: 'untilChanged' });
    await journey.handlers.applyPreset('desk');
    await saving;
    await journey.handlers.restorePrevious(undefined);
    expect(await seen(journey)).toEqual([null, 'New']);
  });

  it('knows the preset’s own message also where that has blanks around it', async () => {
    const journey = await startWith([{ ...desk, statusMessage: ' At my desk ' }]);
    await journey.handlers.applyPreset('desk');
    expect(await seen(journey)).toEqual(['desk', 'At my desk']);
    await journey.handlers.restorePrevious(undefined);
    expect(await seen(journey)).toEqual([null, '']);
  });

  it('never leads to the preset itself', async () => {
    const journey = await startWith([desk, home]);
    for (const id of ['desk', 'home']) await journey.handlers.applyPreset(id);
    await journey.handlers.restorePrevious(undefined);
    expect(await seen(journey)).toEqual(['desk', 'At my desk']);
    await journey.handlers.applyPreset('desk');
    await journey.handlers.restorePrevious(undefined);
    expect((await seen(journey))[0]).toBeNull();
  });
});

describe('[U1] Undo', () => {
  it('of an Undo that brought a preset back asks for what was over it', async () => {
    const journey = await startWith([desk]);
    await journey.handlers.applyPreset('desk');
    await journey.handlers.setPresence(plainPresence('Away'));
    await journey.handlers.undo(undefined);
    expect(await seen(journey)).toEqual(['desk', 'At my desk']);
    await journey.handlers.undo(undefined);
    expect(await seen(journey)).toEqual(['Away', 'At my desk']);
  });

  it('of taking back a preset with out of office asks for both again', async () => {
    const journey = await startWith([away]);
    await journey.handlers.applyPreset('desk');
    await seen(journey);
    await journey.handlers.restorePrevious(undefined);
    expect((await seen(journey))[0]).toBeNull();
    await journey.handlers.undo(undefined);
    expect((await seen(journey))[0]).toBe('desk');
    const { simulator } = journey;
    expect(simulator.presenceOf(simulator.people.mira).outOfOfficeSettings.isOutOfOffice).toBe(true);
  });
});
