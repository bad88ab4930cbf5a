import { expect, it } from 'vitest';
import { createRateLimit } from '../../../electron/ipc/rateLimit.ts';

it('[X4] lets a burst through, then so many a second, and is not fooled by a clock that is set', () => {
  let now = 0;
  const may = createRateLimit({ burst: 5, perSecond: 2 }, { now: () => now });
  const count = (tries: number) => Array.from({ length: tries }, may).filter(Boolean).length;
  expect(count(50)).toBe(5);
  now += 500;
  expect(count(50)).toBe(1);
  now += 3_600_000;
  expect(count(50)).toBe(5);
  now -= 7_200_000;
  expect(count(50)).toBe(0);
  now += 1_000;
  expect(count(50)).toBe(2);
});
