import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { initialState } from '#contract/state.ts';
import { createAutomationRecord } from '../../../electron/commands/automationMemory.ts';
import { demoStarted, signedOut } from '../../../electron/state/sessionTransitions.ts';
import { createStore } from '../../../electron/state/store.ts';
import type { AutomationMemory } from '../../../electron/storage/automationFile.ts';

const [noon, later] = [toInstant(Date.UTC(2026, 10, 23, 12)), toInstant(Date.UTC(2026, 10, 23, 13))];
const nothing: AutomationMemory = { startedFor: null, period: null, pausedUntil: null };

function createRecord(content: AutomationMemory) {
  const store = createStore(initialState);
  const world = { loads: 0, content };
  const record = createAutomationRecord(store, {
    async load() {
      world.loads += 1;
      return world.content;
    },
    async save(memory) {
      world.content = memory;
    },
  });
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
  expect([pausedUntil(), world.content.pausedUntil, await remembered()]).toEqual([later, later, world.content]);
  store.apply(demoStarted);
  expect(await remembered()).toEqual(nothing);
});
