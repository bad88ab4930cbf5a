import { toInstant } from '#contract/instant.ts';
import type { Clock, UpdateFound, Updater } from '../ports.ts';
import { hasPassed } from '../schedule/facts.ts';
import type { Store } from '../state/store.ts';
import { updateStepped, updatesChecked } from '../state/updateTransitions.ts';
import { joined } from './joined.ts';

export interface UpdateParts {
  readonly store: Store;
  readonly updater: Updater;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** Nobody waits for it at start, and everything else is more urgent. Units: milliseconds. */
const firstAfter = 10_000;
/** Spread by a tenth to both sides, so that not everybody who starts work at nine asks at nine for ever. Units: milliseconds. */
const every = 24 * 3_600_000;
const againAfter = 3_600_000;

/** Makes what keeps this copy up to date: soon after the start and once a day, unless the setting says no. */
export function createUpdates({ store, updater, clock, random }: UpdateParts) {
  /** Since when, and for how long, nobody looks: a clock that is put back makes no wait of hours. */
  let pause = { since: clock.now(), length: firstAfter };

  function isOn(): boolean {
    const { updates, settings } = store.get();
    return updates.by === 'itself' && settings.keepUpToDate;
  }

  async function look(): Promise<void> {
    store.apply(updateStepped, { status: 'checking' });
    let found: UpdateFound = { status: 'failed', problem: 'unreachable' };
    try {
      found = await updater.check((version) => store.apply(updateStepped, { status: 'fetching', version }));
    } finally {
      // Also after a bug of ours, which nobody is to wait for, and which is not met again at once.
      const wait = found.status === 'failed' ? againAfter : every;
      pause = { since: clock.now(), length: wait * (0.9 + 0.2 * random()) };
      if (found.status === 'failed') store.apply(updateStepped, found);
      else store.apply(updatesChecked, found, toInstant(clock.now()));
    }
  }

  const lookOnce = joined(look);
  async function check(): Promise<void> {
    if (isOn()) await lookOnce();
  }

  // Whoever says no and quits at once is heard, too.
  store.watch(() => updater.setInstalling(isOn()));

  return {
    commands: {
      checkForUpdates: check,
      async restartToUpdate(): Promise<void> {
        if (isOn() && store.get().updates.step.status === 'ready') updater.restart();
      },
    },
    /** To be called every so often. */
    async tick(): Promise<void> {
      const { isOnline, isDemo } = store.get();
      if (isOnline && !isDemo && hasPassed(pause.length, pause.since, clock.now())) await check();
    },
  };
}
