/** The time of the simulated world: real time, plus what a test has let pass. */
export interface SimulatorClock {
  /** Units: milliseconds since 1970, UTC. */
  now(): number;
  /** Lets that many milliseconds pass at once. */
  advance(milliseconds: number): void;
}

/** Makes a clock that runs with the given time source and can be moved ahead of it. */
export function createSimulatorClock(source: () => number = Date.now): SimulatorClock {
  let aheadMilliseconds = 0;
  return {
    now: () => source() + aheadMilliseconds,
    advance(milliseconds) {
      aheadMilliseconds += milliseconds;
    },
  };
}
