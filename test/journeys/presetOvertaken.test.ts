import { describe, expect, it, vi } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import { createGate } from '../fakes/gate.ts';
import { type Journey, startSignedIn } from './app.ts';

const atTheDesk: Preset = {
  ...{ id: 'desk', name: 'At the desk', icon: 'book', isFavourite: true },
  ...{ presence: plainPresence('Busy'), lasts: 'untilChanged', sequel: 'automatic' },
  ...{ statusMessage: 'At my desk', outOfOffice: null, workLocation: 'office' },
};
const atHome: Preset = { ...atTheDesk, id: 'home', name: 'At home', statusMessage: null, workLocation: 'remote' };

it('[A1] a preset that another one overtakes sets nothing more', async () => {
  const { handlers, network, simulator, store } = await startSignedIn();
  await handlers.changeSettings({ presets: [atTheDesk, atHome] });
  const posted = () => simulator.requests.map(({ path }) => path.split('/').at(-1));
  const gate = createGate();
  const first = handlers.applyPreset('desk');
  await vi.waitFor(() => expect(store.get().statusMessage.asking.status).toBe('sending'), { interval: 1 });
  network.holdsAnswers = gate.opened;
  await vi.waitFor(() => expect(posted()).toContain('setStatusMessage'), { interval: 1 });
  const second = handlers.applyPreset('home');
  await vi.waitFor(() => expect(posted().filter((name) => name === 'presences')).toHaveLength(2), { interval: 1 });
  gate.open();
  await Promise.all([first, second]);
  await handlers.refreshPresence(undefined);
  const places = simulator.requests.filter(({ path }) => path.endsWith('setManualLocation'));
  expect([store.get().chosen?.presetId, places.length, store.get().presence?.value.workLocation]).toEqual([
    ...['home', 1, 'remote'],
  ]);
});

describe('[A1] of two messages the one that was asked for later stands', () => {
  const mine = { text: 'Mine', lasts: 'untilChanged' } as const;

  /** Begins something, and holds up the answer to its first request, which has got through by then. */
  async function begin({ network, simulator }: Journey, work: () => Promise<void>) {
    const { opened, open } = createGate();
    network.holdsAnswers = opened;
    const before = simulator.requests.length;
    const done = work();
    await vi.waitFor(() => expect(simulator.requests.length).toBeGreaterThan(before), { interval: 1 });
    delete network.holdsAnswers;
    return { done, open };
  }

  async function textOf({ handlers, store }: Journey) {
    await handlers.refreshPresence(undefined);
    return store.get().statusMessage.seen?.text;
  }

  it("the preset's, where the user's was already on its way", async () => {
    const journey = await startSignedIn();
    const { handlers } = journey;
    await handlers.changeSettings({ presets: [atTheDesk] });
    const writing = await begin(journey, () => handlers.setStatusMessage(mine));
    const applying = await begin(journey, () => handlers.applyPreset('desk'));
    writing.open();
    await writing.done;
    applying.open();
    await applying.done;
    expect(await textOf(journey)).toBe('At my desk');
  });

  it("the user's, where the preset was already on its way", async () => {
    const journey = await startSignedIn();
    const { handlers, store } = journey;
    await handlers.changeSettings({ presets: [atTheDesk] });
    const applying = await begin(journey, () => handlers.applyPreset('desk'));
    const writing = await begin(journey, () => handlers.setStatusMessage(mine));
    applying.open();
    await vi.waitFor(() => expect(store.get().chosen?.presetId).toBe('desk'), { interval: 1 });
    writing.open();
    await Promise.all([applying.done, writing.done]);
    expect(await textOf(journey)).toBe('Mine');
  });

  it("the user's, where a preset was being taken back, which takes two steps", async () => {
    const journey = await startSignedIn();
    const { handlers, store } = journey;
    await handlers.changeSettings({ presets: [{ ...atTheDesk, outOfOffice: { isOutOfOffice: true, message: null } }] });
    await handlers.applyPreset('desk');
    await handlers.refreshPresence(undefined);
    const restoring = await begin(journey, () => handlers.restorePrevious(undefined));
    const writing = await begin(journey, () => handlers.setStatusMessage(mine));
    restoring.open();
    await vi.waitFor(() => expect(store.get().followUp?.wish.kind).toBe('automatic'), { interval: 1 });
    writing.open();
    await Promise.all([restoring.done, writing.done]);
    expect(await textOf(journey)).toBe('Mine');
  });

  it("the second preset's: that of the first is not sent any more where it had to wait", async () => {
    const journey = await startSignedIn();
    const { handlers, simulator, store } = journey;
    await handlers.changeSettings({ presets: [atTheDesk, { ...atHome, statusMessage: 'At home' }] });
    const writing = await begin(journey, () => handlers.setStatusMessage(mine));
    const first = handlers.applyPreset('desk');
    await vi.waitFor(() => expect(store.get().chosen?.presetId).toBe('desk'), { interval: 1 });
    const second = await begin(journey, () => handlers.applyPreset('home'));
    writing.open();
    await Promise.all([writing.done, first]);
    second.open();
    await second.done;
    const texts = simulator.requests.filter(({ path }) => path.endsWith('setStatusMessage'));
    expect([texts.length, await textOf(journey)]).toEqual([2, 'At home']);
  });
});
