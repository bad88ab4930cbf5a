import { expect, it } from 'vitest';
import { defaultWorkingHours } from '#contract/rules.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import type { Journey } from './app.ts';
import { last, minute, pass, shown, start } from './ruled.ts';

function goOffline({ network, store }: Journey): void {
  network.isUp = false;
  store.apply(connectionChanged, false);
}

it('[P2] without a network what others see is called unknown after half an hour, and known again with the next answer', async () => {
  const journey = await start({});
  goOffline(journey);
  await pass(journey, 29 * minute);
  expect(journey.tray().glyph).toBe('available');
  await pass(journey, 2 * minute);
  expect([journey.tray().glyph, journey.store.get().presence?.evidence]).toEqual(['unknown', 'outdated']);
  journey.network.isUp = true;
  journey.store.apply(connectionChanged, true);
  await journey.catchUp();
  expect([journey.tray().glyph, journey.store.get().presence?.evidence]).toEqual(['available', 'seen']);
});

it('[P5] what nobody could be asked about after it was accepted is called invisible when an answer says so, not before', async () => {
  const journey = await start({});
  journey.simulator.setProfile('acceptsNeverShows');
  await journey.handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  goOffline(journey);
  for (let second = 0; second < 120; second += 1) await pass(journey, 1_000);
  expect(journey.store.get().publication.status).toBe('checking');
  journey.network.isUp = true;
  journey.store.apply(connectionChanged, true);
  await journey.catchUp();
  await pass(journey, minute);
  expect(journey.store.get().publication.status).toBe('notVisible');
});

it('behind a locked screen nothing is forgotten, and the first thing after it is a reading', async () => {
  let isLocked = false;
  const journey = await start({}, { isLocked: () => isLocked });
  isLocked = true;
  await pass(journey, 31 * minute);
  isLocked = false;
  await pass(journey, 1_000);
  expect(journey.states.some(({ presence }) => presence?.evidence === 'outdated')).toBe(false);
});

it('[D1] the working hours wait for an answer where what others see is unknown by now', async () => {
  const journey = await start({});
  goOffline(journey);
  await pass(journey, 31 * minute);
  journey.store.apply(settingsChanged, {
    workingHours: { ...defaultWorkingHours, days: [2], inside: { availability: 'Busy' } },
  });
  await pass(journey, minute);
  expect([last(journey), journey.store.get().publication.status]).toEqual([null, 'idle']);
  journey.network.isUp = true;
  journey.store.apply(connectionChanged, true);
  await journey.catchUp();
  expect([last(journey)?.rule, shown(journey)]).toEqual(['workingHours', 'Busy']);
});
