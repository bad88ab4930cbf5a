import type { Clock } from '../../electron/ports.ts';

interface Sleeper {
  readonly at: number;
  wake(): void;
}

/** A clock that stands still until a test moves it. Units: milliseconds. */
export function createFakeClock(startAt = Date.UTC(2026, 11, 1, 8, 4, 11)) {
  let now = startAt;
  const sleepers = new Set<Sleeper>();

  const clock = {
    now: () => now,
    wait: (milliseconds, signal) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted === true) return reject(signal.reason);
        const abort = () => sleepers.delete(sleeper) && reject(signal?.reason);
        const sleeper = {
          at: now + milliseconds,
          wake: () => {
            signal?.removeEventListener('abort', abort);
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
      }),
  } satisfies Clock;

  /** Lets time pass: wakes each sleeper at its own time, and lets what it started run before the next one. */
  async function advance(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    for (;;) {
      const next = [...sleepers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      sleepers.delete(next);
      now = Math.max(now, next.at);
      next.wake();
      await new Promise(setImmediate);
    }
    now = end;
    await new Promise(setImmediate);
  }

  return { ...clock, advance, waiting: () => sleepers.size };
}
