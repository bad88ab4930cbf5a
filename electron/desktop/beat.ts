import type { Log } from '../ports.ts';

/** What is looked at every so often, all at one time: a computer that sleeps between is woken once, not five times. */
export interface Beat {
  on(listener: () => void): void;
}

/**
 * Starts the one timer of the program. A listener that fails costs the others nothing. What is due is told by instants,
 * so that sleep and clock changes do no harm.
 *
 * Units: `rest` in milliseconds, asked after each beat.
 */
export function startBeat(rest: () => number, log: Log): Beat {
  const listeners: (() => void)[] = [];
  function beat(): void {
    for (const listener of listeners) {
      try {
        listener();
      } catch (error) {
        log.error('beat', error);
      }
    }
    setTimeout(beat, rest());
  }
  setTimeout(beat, rest());
  return { on: (listener) => void listeners.push(listener) };
}
