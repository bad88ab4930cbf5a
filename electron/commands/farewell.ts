import { hasOpenEnd } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import type { Store } from '../state/store.ts';
import { joined } from './joined.ts';

export interface FarewellParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly endChoice: () => Promise<void>;
  /** Does what the rule for quitting says. */
  readonly obeyRule: () => Promise<void>;
  readonly files: readonly OwnFile[];
}

/** What is written, or deleted, in the background, and must be done on the disk before the program ends. */
interface OwnFile {
  isSaving(): boolean;
  saved(): Promise<void>;
}

/** Nobody waits longer than this for a network that may not be there. Units: milliseconds. */
export const longestGoodbye = 3_000;

/** A disk that does not answer must not hold up the computer. Units: milliseconds. */
const longestFlush = 2_000;

/**
 * Tells what is to be done before the program ends: the work to wait for, or null when it may end at once. In a hurry,
 * because the computer shuts down, only the disk is waited for: a choice with an end is then ended at the next start.
 */
export function createFarewell({ store, clock, endChoice, obeyRule, files }: FarewellParts) {
  let isSettled = false;
  let isDiskSilent = false;
  let isObeyed = false;

  const isSaving = () => files.some((file) => file.isSaving());

  async function saved(): Promise<void> {
    await Promise.all(files.map((file) => file.saved()));
  }

  // Whoever quits again meanwhile waits for the same.
  const settle = joined(async () => {
    if (store.get().settings.onQuit === 'endNow') await Promise.race([endChoice(), clock.wait(longestGoodbye)]);
    else await untilEnded();
    isSettled = true;
  });

  const obey = joined(() =>
    Promise.race([obeyRule(), clock.wait(longestGoodbye)]).finally(() => {
      isObeyed = true;
    }),
  );

  function untilEnded(): Promise<void> {
    return new Promise((resolve) => {
      const stop = store.watch((state) => {
        if (hasOpenEnd(state)) return;
        stop();
        resolve();
      });
    });
  }

  async function flush(): Promise<void> {
    isDiskSilent = await Promise.race([saved().then(() => false), clock.wait(longestFlush).then(() => true)]);
  }

  return (isHurried = false): Promise<void> | null => {
    const state = store.get();
    const { session, settings } = state;
    if (isHurried) return isSaving() && !isDiskSilent ? flush() : null;
    if (!isObeyed && settings.quitRule !== 'keep' && session.status === 'signedIn') return obey();
    if (!isSettled && settings.onQuit !== 'leave' && hasOpenEnd(state)) return settle();
    return isSaving() ? saved() : null;
  };
}
