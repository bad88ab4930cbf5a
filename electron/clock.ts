import { promisify } from 'node:util';
import type { Clock } from './ports.ts';

// Of the global one, which Electron has taught to wake its loop; `node:timers/promises` goes past that.
const wait = promisify(setTimeout);

/** The computer's own clock. */
export const systemClock: Clock = {
  now: Date.now,
  // What only waits must not keep a program alive that has nothing else to do.
  wait: (milliseconds, signal) => wait(milliseconds, undefined, { ref: false, ...(signal && { signal }) }),
};
