import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { initialState } from '#contract/state.ts';
import { createAutomationRecord } from '../../../electron/commands/automationMemory.ts';
import { demoStarted, signedOut } from '../../../electron/state/sessionTransitions.ts';
import { createStore } from '../../../electron/state/store.ts';
import type { AutomationMemory } from '../../../electron/storage/automationFile.ts';

const [noon, later] = [toInstant(Date.UTC(2026, 10, 23, 12)), toInstant(Date.UTC(2026, 10, 23, 13))];
const nothing: AutomationMemory = { startedFor: null, period: null, pausedUntil: null };

function createRecord(content: AutomationMemory | 'unreachable') {
  const store = createStore(initialState);
  const world = { loads: 0, content, saves: 0, now: 0 };
  const record = createAutomationRecord(
    store,
    {
      async load() {
        world.loads += 1;
        return world.content;
      },
      async save(memory) {
        world.saves += 1;
        world.content = memory;
      },
    },
    { now: () => world.now },
  );
  return { ...record, store, world };
}

it('[D1] several who ask first read the record once, and nothing of what they add is lost', async () => {
  const { remembered, remember, world } = createRecord(nothing);
  await Promise.all([remember({ period: noon }), remembered(), remember({ pausedUntil: later })]);
  expect([world.loads, world.content]).toEqual([1, { startedFor: null, period: noon, pausedUntil: later }]);
  expect(await remembered()).toEqual(world.content);
});

it('[D1] a pause of the real record is none of the demo, and goes on after it', async () => {
  const { remembered, remember, store, world } = createRecord({ ...nothing, pausedUntil: later });
  const pausedUntil = () => store.get().automation.pausedUntil;
  const reading = remembered();
  store.apply(demoStarted);
  await reading;
  expect(pausedUntil()).toBeNull();
  await remember({ pausedUntil: noon });
  store.apply(signedOut);
  expect([pausedUntil(), world.content, await remembered()]).toEqual([
    later,
    { ...nothing, pausedUntil: later },
    world.content,
  ]);
  store.apply(demoStarted);
  expect(await remembered()).toEqual(nothing);
});

it('[B3] what cannot be read for now is not written over, and what was added meanwhile goes with it later', async () => {
  const { remembered, remember, store, world } = createRecord('unreachable');
  await remember({ period: noon });
  expect([await remembered(), world.saves]).toEqual([{ ...nothing, period: noon }, 0]);
  const startedFor = { session: '4', bootedAt: noon, at: noon };
  world.content = { startedFor, period: null, pausedUntil: later };
  world.now += 10_000;
  expect(await remembered()).toEqual({ startedFor, period: noon, pausedUntil: later });
  expect([world.content, store.get().automation.pausedUntil]).toEqual([await remembered(), later]);
});

it('[B3] a pause that was ended while it could not be read stays ended', async () => {
  const { remembered, remember, store, world } = createRecord('unreachable');
  await remember({ pausedUntil: null });
  world.content = { ...nothing, pausedUntil: later };
  world.now += 10_000;
  expect([await remembered(), store.get().automation.pausedUntil]).toEqual([nothing, null]);
});
