import { describe, expect, it, vi } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { type Preset, starterPresets } from '#contract/preset.ts';
import { type Journey, startJourney, startSignedIn } from './app.ts';
import { minute, pass, shown } from './ruled.ts';

const plain = { lasts: 'untilChanged', sequel: 'automatic', outOfOffice: null, workLocation: null } as const;
const [focus, lunch] = starterPresets.map((preset) => ({ ...preset, ...plain, statusMessage: `On: ${preset.name}` }));
const away: Preset = {
  ...{ id: 'away', name: 'Away', icon: 'travel', isFavourite: true, ...plain, statusMessage: 'Gone' },
  ...{ presence: plainPresence('Away'), outOfOffice: { isOutOfOffice: true, message: 'Back soon' } },
  workLocation: 'remote',
};

/** Somebody who set a preset, and others see it. */
async function startWith(preset: Preset): Promise<Journey> {
  const journey = await startSignedIn();
  await journey.handlers.changeSettings({ presets: [focus, lunch, away].filter((each) => each !== undefined) });
  await journey.handlers.applyPreset(preset.id);
  await journey.handlers.refreshPresence(undefined);
  return journey;
}

async function seen(journey: Journey) {
  await pass(journey, minute);
  await vi.waitFor(() => expect(journey.store.get().followUp).toBeNull(), { interval: 1 });
  await journey.handlers.refreshPresence(undefined);
  const { presence, chosen } = journey.store.get();
  const { statusMessage, outOfOfficeSettings, workLocation } = presence?.value ?? {};
  return {
    shown: shown(journey),
    isChosen: chosen !== null,
    text: statusMessage?.text ?? '',
    isOutOfOffice: outOfOfficeSettings?.isOutOfOffice,
    workLocation,
  };
}

const nothingOfIt = { shown: 'Available', isChosen: false, text: '', isOutOfOffice: false, workLocation: undefined };

describe('[A2] taking a preset back', () => {
  it('gives way to a choice that is made meanwhile', async () => {
    const journey = await startWith(away);
    const restoring = journey.handlers.restorePrevious(undefined);
    await Promise.all([restoring, journey.handlers.setPresence(plainPresence('Busy'))]);
    expect(await seen(journey)).toMatchObject({ shown: 'Busy', isChosen: true });
  });

  it('gives way to a message that is written meanwhile', async () => {
    const journey = await startWith(away);
    const restoring = journey.handlers.restorePrevious(undefined);
    await Promise.all([restoring, journey.handlers.setStatusMessage({ text: 'Mine', lasts: 'untilChanged' })]);
    expect(await seen(journey)).toEqual({ ...nothingOfIt, text: 'Mine' });
  });

  it('gives way to another preset', async () => {
    const journey = await startWith(away);
    await Promise.all([journey.handlers.restorePrevious(undefined), journey.handlers.applyPreset('focus')]);
    expect(await seen(journey)).toMatchObject({ shown: 'DoNotDisturb', text: 'On: Focus 2 h' });
  });

  it('waits as a whole for the network', async () => {
    const journey = await startWith(away);
    journey.network.isUp = false;
    await journey.handlers.restorePrevious(undefined);
    journey.network.isUp = true;
    await journey.catchUp();
    expect(await seen(journey)).toEqual(nothingOfIt);
  });

  it('can be asked for again where it was given up while it waited', async () => {
    const journey = await startWith(away);
    journey.network.isUp = false;
    await journey.handlers.restorePrevious(undefined);
    await journey.handlers.cancelPublication(undefined);
    journey.network.isUp = true;
    await journey.handlers.restorePrevious(undefined);
    expect(await seen(journey)).toEqual(nothingOfIt);
  });

  it('goes on in the next run where this one was killed', async () => {
    const { network, handlers, simulator, tokenStore, folder, clock } = await startWith(away);
    network.isUp = false;
    await handlers.restorePrevious(undefined);
    const next = await startJourney({ simulator, tokenStore, folder, clock });
    await next.restoreSession();
    expect(await seen(next)).toEqual(nothingOfIt);
  });

  it('puts back what was there where it was set before anything was read', async () => {
    const { simulator, tokenStore, clock, folder, handlers } = await startWith(away);
    await handlers.resetPresence(undefined);
    await handlers.setStatusMessage({ text: 'Mine', lasts: 'untilChanged' });
    const next = await startJourney({ simulator, tokenStore, folder, clock });
    await next.handlers.changeSettings({ presets: [{ ...away, workLocation: 'office' }] });
    next.network.isUp = false;
    await next.restoreSession();
    await next.handlers.applyPreset('away');
    next.network.isUp = true;
    await next.catchUp();
    expect(await seen(next)).toMatchObject({ shown: 'Away', text: 'Gone', workLocation: 'office' });
    await next.handlers.restorePrevious(undefined);
    expect(await seen(next)).toMatchObject({ text: 'Mine', workLocation: 'remote' });
  });

  it('ends the out of office of a preset that was set before anything was read', async () => {
    const { simulator, tokenStore, clock, folder, handlers } = await startSignedIn();
    await handlers.changeSettings({ presets: [away] });
    const next = await startJourney({ simulator, tokenStore, clock, folder });
    await next.handlers.changeSettings({ presets: [away] });
    next.network.isUp = false;
    await next.restoreSession();
    await next.handlers.applyPreset('away');
    next.network.isUp = true;
    await next.catchUp();
    expect(await seen(next)).toMatchObject({ shown: 'Away', isOutOfOffice: true });
    await next.handlers.restorePrevious(undefined);
    expect(await seen(next)).toEqual({ ...nothingOfIt, workLocation: undefined });
  });

  it('says what of it could not be put back', async () => {
    const journey = await startWith(away);
    journey.simulator.setProfile({ name: 'notFound404', on: 'meActions' });
    await journey.handlers.restorePrevious(undefined);
    await seen(journey);
    expect(journey.store.get().notices).toEqual([{ kind: 'restoredPartly', parts: ['workLocation'] }]);
  });

  it('puts back what was replaced by a part that the preset got while it stood', async () => {
    const journey = await startWith({ ...away, id: 'lunch' });
    const others = [focus, away].filter((each) => each !== undefined);
    const plainLunch = { ...away, id: 'lunch', statusMessage: null, outOfOffice: null };
    await journey.handlers.changeSettings({ presets: [...others, plainLunch] });
    await journey.handlers.restorePrevious(undefined);
    await journey.handlers.setStatusMessage({ text: 'Mine', lasts: 'untilChanged' });
    await journey.handlers.applyPreset('lunch');
    await journey.handlers.changeSettings({ presets: [...others, { ...plainLunch, statusMessage: 'Eating' }] });
    await journey.handlers.applyPreset('lunch');
    expect(await seen(journey)).toMatchObject({ text: 'Eating' });
    await journey.handlers.restorePrevious(undefined);
    expect(await seen(journey)).toMatchObject({ text: 'Mine', workLocation: undefined });
  });
});

it('[A1] a preset that waited leaves a message alone that was written since', async () => {
  const journey = await startWith(away);
  await journey.handlers.restorePrevious(undefined);
  journey.network.isUp = false;
  await journey.handlers.applyPreset('away');
  journey.network.isUp = true;
  await journey.handlers.setStatusMessage({ text: 'Newer', lasts: 'untilChanged' });
  await journey.catchUp();
  expect(await seen(journey)).toMatchObject({ shown: 'Away', text: 'Newer', workLocation: 'remote' });
});

describe('[U1] Undo', () => {
  it('takes back all of a preset', async () => {
    const journey = await startWith(away);
    await journey.handlers.undo(undefined);
    expect(await seen(journey)).toEqual(nothingOfIt);
  });

  it('of out of office gives the presence back where nothing was chosen', async () => {
    const journey = await startSignedIn();
    await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
    await journey.handlers.undo(undefined);
    expect(await seen(journey)).toEqual(nothingOfIt);
  });

  it('of a preset asks for the choice before it where somebody chose elsewhere meanwhile', async () => {
    const journey = await startWith(away);
    const { simulator, tokenStore, clock } = journey;
    await (await startSignedIn({ simulator, tokenStore, clock })).handlers.setPresence(plainPresence('Busy'));
    await seen(journey);
    expect(journey.store.get().chosen).toBeNull();
    await journey.handlers.undo(undefined);
    expect(await seen(journey)).toMatchObject({ shown: 'Available', isChosen: false });
  });

  it('brings back no choice whose end has passed meanwhile', async () => {
    const journey = await startSignedIn();
    const { handlers, clock } = journey;
    await handlers.choosePresence({ presence: plainPresence('Busy'), lasts: 'PT30M', sequel: 'automatic' });
    await handlers.choosePresence({ presence: plainPresence('Away'), lasts: 'untilChanged', sequel: 'automatic' });
    await clock.advance(60 * minute);
    await handlers.undo(undefined);
    expect([journey.store.get().chosen, shown(journey)]).toEqual([null, 'Available']);
  });
});
