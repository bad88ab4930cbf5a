import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { initialState } from '#contract/state.ts';
import type { Auth } from '../../../electron/auth/auth.ts';
import { createRetryWait } from '../../../electron/commands/retryWait.ts';
import type { Service } from '../../../electron/commands/service.ts';
import { createStore } from '../../../electron/state/store.ts';
import { createFakeClock } from '../../fakes/clock.ts';

/** The wait beside a token service whose signs of life are given by hand. */
function startWaiting() {
  const clock = createFakeClock();
  const listening = new Set<() => void>();
  const signOfLife: Auth['signOfLife'] = (signal) =>
    new Promise((resolve) => {
      listening.add(resolve);
      signal.addEventListener('abort', () => listening.delete(resolve));
    });
  const serviceFor = async () => ({ auth: { signOfLife } as Auth }) as Service;
  const retryWait = createRetryWait({ store: createStore(initialState), serviceFor, clock, random: () => 1 });
  return { clock, listening, retryWait };
}

it('[N8] a wait that is over listens for no sign of life any more, however often it is repeated', async () => {
  const { clock, listening, retryWait } = startWaiting();
  for (const length of [1_000, 2_000, 4_000]) {
    const waiting = retryWait.wait({ kind: 'offline' });
    await clock.advance(length - 1);
    expect(listening.size).toBe(1);
    await clock.advance(1);
    await waiting;
    expect(listening.size).toBe(0);
  }
});

it('[N3] a sign of life ends the wait, and its time runs no longer', async () => {
  const { clock, listening, retryWait } = startWaiting();
  const waiting = retryWait.wait({ kind: 'offline' });
  await clock.advance(500);
  for (const resolve of listening) resolve();
  await waiting;
  expect([listening.size, clock.waiting()]).toEqual([0, 0]);
});

it('[N2] a time that the service named is waited for, whatever lives', async () => {
  const { clock, listening, retryWait } = startWaiting();
  let isOver = false;
  const retryAt = toInstant(clock.now() + 1_000);
  const waiting = retryWait.wait({ kind: 'throttled', retryAt, trace: {} }).then(() => {
    isOver = true;
  });
  await clock.advance(999);
  expect([listening.size, isOver]).toEqual([0, false]);
  await clock.advance(1);
  await waiting;
});
