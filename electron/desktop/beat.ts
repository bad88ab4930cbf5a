import type { Log } from '../ports.ts';

/** What is looked at every few seconds, all at one time: a computer that sleeps between is woken once, not five times. */
export interface Beat {
  on(listener: () => void): void;
}

/** Units: milliseconds. How exact ends are; what is due is told by instants, so that sleep and clock changes do no harm. */
const every = 5_000;

/** Starts the one timer of the program. A listener that fails costs the others nothing. */
export function startBeat(log: Log): Beat {
  const listeners: (() => void)[] = [];
  setInterval(() => {
    for (const listener of listeners) {
      try {
        listener();
      } catch (error) {
        log.error('beat', error);
      }
    }
  }, every);
  return { on: (listener) => void listeners.push(listener) };
}
