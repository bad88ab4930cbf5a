/** What is looked at every few seconds, all at one time: a computer that sleeps between is woken once, not five times. */
export interface Beat {
  on(listener: () => void): void;
}

/** Units: milliseconds. How exact ends are; what is due is told by instants, so that sleep and clock changes do no harm. */
const every = 5_000;

/** Starts the one timer of the program. Each listener sees to its own failures. */
export function startBeat(): Beat {
  const listeners: (() => void)[] = [];
  setInterval(() => {
    for (const listener of listeners) listener();
  }, every);
  return { on: (listener) => void listeners.push(listener) };
}
