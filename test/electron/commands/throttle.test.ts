import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { createThrottle } from '../../../electron/commands/throttle.ts';
import { createFakeClock } from '../../fakes/clock.ts';

it('[N2] Retry-After is waited for in full, and no longer where the clock is put back meanwhile', async () => {
  const clock = createFakeClock();
  const throttle = createThrottle(clock, { get: () => ({ isDemo: false }) });
  expect(throttle.current()).toBeNull();
  throttle.note({ kind: 'throttled', retryAt: toInstant(clock.now() + 60_000), trace: {} });
  await clock.advance(59_000);
  expect(throttle.current()?.retryAt).toBe(toInstant(clock.now() + 1_000));
  await clock.advance(-3 * 3_600_000);
  expect(throttle.current()?.retryAt).toBe(toInstant(clock.now() + 60_000));
  await clock.advance(59_999);
  expect(throttle.current()).not.toBeNull();
  await clock.advance(1);
  expect(throttle.current()).toBeNull();
});

it('[N2] the demo waits for nothing that Microsoft asked for, and Microsoft is waited for after it', () => {
  const clock = createFakeClock();
  let isDemo = false;
  const throttle = createThrottle(clock, { get: () => ({ isDemo }) });
  throttle.note({ kind: 'throttled', retryAt: toInstant(clock.now() + 60_000), trace: {} });
  const waits = [false, true, false].map((next) => {
    isDemo = next;
    return throttle.current() !== null;
  });
  expect(waits).toEqual([true, false, true]);
});
