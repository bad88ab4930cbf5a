import { expect, it } from 'vitest';
import { initialState } from '#contract/state.ts';
import type { UpdateStep } from '#contract/updates.ts';
import { createUpdates } from '../../electron/commands/updates.ts';
import type { UpdateFound } from '../../electron/ports.ts';
import { demoStarted } from '../../electron/state/sessionTransitions.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { createStore } from '../../electron/state/store.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { updaterKnown } from '../../electron/state/updateTransitions.ts';
import { createFakeClock } from '../fakes/clock.ts';

/** A copy that may replace itself, and what becomes of each look for a newer version. */
function startCopy(by: 'itself' | 'packageManager' = 'itself') {
  const clock = createFakeClock();
  const store = createStore(initialState);
  store.apply(updaterKnown, by);
  const world: { found: UpdateFound; looks: number; isInstalling: boolean; fault?: Error } = {
    ...{ found: { status: 'idle' }, looks: 0, isInstalling: false },
  };
  const updater = {
    by,
    async check(onFound: (version: string) => void) {
      world.looks += 1;
      if (world.fault !== undefined) throw world.fault;
      if (world.found.status !== 'idle') onFound('2.0.0');
      return world.found;
    },
    setInstalling(isOn: boolean) {
      world.isInstalling = isOn;
    },
    restart: () => {},
  };
  const updates = createUpdates({ store, updater, clock, random: () => 0.5 });
  /** The hours go by, a look at the clock each five minutes. */
  async function pass(hours: number): Promise<void> {
    for (let minutes = 0; minutes < hours * 60; minutes += 5) {
      await clock.advance(5 * 60_000);
      await updates.tick().catch((error: unknown) => expect(error).toBe(world.fault));
    }
  }
  const steps: UpdateStep[] = [];
  store.watch(({ updates: { step } }) => {
    if (step !== steps.at(-1)) steps.push(step);
  });
  return { ...updates.commands, store, clock, world, pass, steps };
}

it('[G1] it is looked for at start and once a day, and after one that failed within about an hour', async () => {
  const { world, pass, store } = startCopy();
  await pass(1);
  expect(world.looks).toBe(1);
  await pass(22);
  expect(world.looks).toBe(1);
  await pass(2);
  expect([world.looks, store.get().updates.checkedAt === null]).toEqual([2, false]);
  world.found = { status: 'failed', problem: 'unreachable' };
  await pass(24);
  world.found = { status: 'idle' };
  await pass(2);
  expect(world.looks).toBeGreaterThanOrEqual(4);
  expect(store.get().updates.step).toEqual({ status: 'idle' });
});

it('[G1] what is ready stays so whatever later looks come to, until another is', async () => {
  const { world, pass, store, steps } = startCopy();
  world.found = { status: 'ready', version: '1.1.0' };
  await pass(1);
  const later: UpdateFound[] = [{ status: 'failed', problem: 'unreachable' }, { status: 'idle' }];
  for (const found of later) {
    world.found = found;
    await pass(25);
  }
  expect(world.looks).toBeGreaterThan(2);
  world.found = { status: 'ready', version: '1.2.0' };
  await pass(25);
  const told = steps.map((step) => ('version' in step ? [step.status, step.version] : step.status));
  expect(told).toEqual(['checking', ['fetching', '2.0.0'], ['ready', '1.1.0'], ['ready', '1.2.0']]);
  expect(store.get().updates.step).toEqual(world.found);
});

it('[G1] without a network it waits, and where the setting says no nothing is asked or installed', async () => {
  const { world, pass, store, checkForUpdates } = startCopy();
  store.apply(connectionChanged, false);
  await pass(2);
  expect(world.looks).toBe(0);
  store.apply(connectionChanged, true);
  await pass(0.2);
  expect([world.looks, world.isInstalling]).toEqual([1, true]);
  store.apply(settingsChanged, { keepUpToDate: false });
  await pass(50);
  await checkForUpdates();
  expect([world.looks, world.isInstalling]).toEqual([1, false]);
});

it('[G1] whoever says no and quits at once gets nothing installed', async () => {
  const { world, store, checkForUpdates } = startCopy();
  world.found = { status: 'ready', version: '1.1.0' };
  await checkForUpdates();
  expect(world.isInstalling).toBe(true);
  store.apply(settingsChanged, { keepUpToDate: false });
  expect(world.isInstalling).toBe(false);
});

it('[G1] in the demo, which says that nothing leaves this computer, only a click asks', async () => {
  const { world, pass, store, checkForUpdates } = startCopy();
  store.apply(demoStarted);
  await pass(50);
  expect(world.looks).toBe(0);
  await checkForUpdates();
  expect(world.looks).toBe(1);
});

it('[G3] what a package manager brought never asks', async () => {
  const { world, pass, checkForUpdates } = startCopy('packageManager');
  await pass(50);
  await checkForUpdates();
  expect([world.looks, world.isInstalling]).toEqual([0, false]);
});

it('[G1] a clock that was days ahead at the start costs no day without a look', async () => {
  const { world, pass, clock } = startCopy();
  await pass(1);
  await clock.advance(-5 * 24 * 3_600_000);
  await pass(1);
  expect(world.looks).toBe(2);
});

it('[F1] a bug of ours leaves nobody waiting, and the next look comes as after any that failed', async () => {
  const { world, pass, store } = startCopy();
  world.fault = new Error('no such file');
  await pass(0.5);
  expect([world.looks, store.get().updates.step]).toEqual([1, { status: 'failed', problem: 'unreachable' }]);
  delete world.fault;
  await pass(1.5);
  expect([world.looks, store.get().updates.step]).toEqual([2, { status: 'idle' }]);
});
