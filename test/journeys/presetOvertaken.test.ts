import { expect, it, vi } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import { createGate } from '../fakes/gate.ts';
import { startSignedIn } from './app.ts';

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
