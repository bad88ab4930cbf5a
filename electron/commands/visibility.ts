import { toEpoch, toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import { clearSession } from '../graph/clearPresence.ts';
import { renewSession } from '../graph/presenceActions.ts';
import type { Clock } from '../ports.ts';
import { visibilityKept, written } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import type { WriterFor } from './writer.ts';

/** A presence session of our own, which lets a choice show while Teams is closed. Never by faked input. */
export interface Visibility {
  /** The command: so many hours from now on, or 0 to stop. */
  keepVisible(hours: number): Promise<void>;
  renew(): Promise<void>;
  stop(): Promise<void>;
  /** Units: milliseconds since 1970; null when it never was in this run. */
  lastRenewedAt(): number | null;
}

const hour = 3_600_000;

/** Makes the keeping visible. */
export function createVisibility(
  store: Store,
  writerFor: WriterFor,
  clock: Clock,
  refreshPresence: () => Promise<void>,
): Visibility {
  let lastRenewedAt: number | null = null;

  async function renew(): Promise<void> {
    const { chosen } = store.get();
    const writer = await writerFor();
    if (writer === null || chosen === null) return;
    lastRenewedAt = clock.now();
    const left = chosen.ending === null ? null : toEpoch(chosen.ending.at) - clock.now();
    const { writes } = await renewSession(writer, chosen.presence, left);
    store.apply(written, writes, store.get().verdict);
  }

  async function stop(): Promise<void> {
    store.apply(visibilityKept, null);
    const { chosen } = store.get();
    // A pair that only a session can have is this very session: ending it would end the choice.
    const isChoiceItself =
      chosen !== null && chosen.presence.activity !== plainPresence(chosen.presence.availability).activity;
    const writer = isChoiceItself ? null : await writerFor();
    if (writer === null) return;
    const { writes } = await clearSession(writer);
    store.apply(written, writes, store.get().verdict);
  }

  return {
    renew,
    stop,
    lastRenewedAt: () => lastRenewedAt,
    async keepVisible(hours) {
      const { chosen } = store.get();
      if (hours === 0) {
        await stop();
      } else if (chosen !== null && chosen.presence.availability !== 'Offline') {
        store.apply(visibilityKept, toInstant(clock.now() + hours * hour));
        await renew();
      }
      await refreshPresence();
    },
  };
}
