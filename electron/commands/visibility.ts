import { type Instant, toEpoch, toInstant } from '#contract/instant.ts';
import { isOfPlace, isRefusal } from '#contract/problem.ts';
import { isOwnSession } from '#contract/route.ts';
import { isSignedIn } from '#contract/session.ts';
import { clearSession } from '../graph/clearPresence.ts';
import { ownSession, renewSession, setByActions } from '../graph/presenceActions.ts';
import { serviceLife } from '../graph/writePresence.ts';
import type { Clock } from '../ports.ts';
import { pauseAfter } from '../schedule/due.ts';
import { visibilityKept, written } from '../state/planTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { WriterFor } from './writer.ts';

/** A presence session of our own, which lets a choice show while Teams is closed. Never by faked input. */
export interface Visibility {
  /** The command: so many hours from now on, or 0 to stop. */
  keepVisible(hours: number): Promise<void>;
  renew(): Promise<void>;
  /** Until the service has heard of it, it is owed: `visibleUntil` stays, and is over. */
  stop(): Promise<void>;
  /** Units: milliseconds since 1970; null when it never was in this run. */
  lastRenewedAt(): number | null;
  /** How long after that it is due again; null where nothing can be kept visible. Units: milliseconds. */
  renewAfter(): number | null;
  /** When a stop that is still owed was tried last. Units: milliseconds since 1970. */
  stopTriedAt(): number | null;
  /** How long after that it is to be tried again. Units: milliseconds. */
  stopAgainAfter(): number;
}

const hour = 3_600_000;

/** Makes the keeping visible. */
export function createVisibility(
  store: Store,
  writerFor: WriterFor,
  clock: Clock,
  refreshPresence: () => Promise<void>,
): Visibility {
  let renewed: { readonly at: number; readonly chosenAt: Instant; readonly isLost: boolean } | null = null;
  let stopTriedAt: number | null = null;
  /** How often in a row each met a place that is blocked. What else is in the way may be over in a minute. */
  const blocked = { renewal: 0, stop: 0 };

  async function renew(): Promise<void> {
    const { chosen, visibleUntil } = store.get();
    const writer = await writerFor();
    if (writer === null || chosen === null) return;
    const tried = { at: clock.now(), chosenAt: chosen.at };
    renewed = { ...tried, isLost: false };
    const left = chosen.ending === null ? null : toEpoch(chosen.ending.at) - clock.now();
    const { outcome, writes } = await renewSession(writer, chosen.presence, left);
    if (!isSignedIn(store.get().session, writer.account)) return;
    store.apply(written, writes, store.get().verdict);
    if (!outcome.ok && renewed.at === tried.at) renewed = { ...tried, isLost: true };
    // Unless it was asked for anew by then.
    if (store.get().visibleUntil !== visibleUntil) return;
    const problem = outcome.ok ? null : outcome.problem;
    blocked.renewal = problem !== null && isOfPlace(problem) ? blocked.renewal + 1 : 0;
    // Once it is kept again, nothing says that it is not.
    if (problem === null) return store.apply(visibilityKept, visibleUntil);
    // What is refused for good is not to be called kept.
    if (isRefusal(problem)) store.apply(visibilityKept, null);
    if (isRefusal(problem) || blocked.renewal === 1) store.apply(noticed, { kind: 'notKeptVisible', problem });
  }

  async function stop(): Promise<void> {
    const over = toInstant(clock.now());
    store.apply(visibilityKept, over);
    stopTriedAt = clock.now();
    const state = store.get();
    const { chosen } = state;
    const writer = await writerFor();
    if (writer === null) return;
    // A pair that only a session can have is this very session: it goes on as long as the choice does.
    const isChoiceItself = chosen !== null && isOwnSession(state, clock.now());
    const { outcome, writes } = isChoiceItself
      ? await setByActions(writer, chosen.presence, serviceLife(chosen.ending, clock.now()))
      : await clearSession(writer);
    if (!isSignedIn(store.get().session, writer.account)) return;
    store.apply(written, writes, store.get().verdict);
    blocked.stop = outcome.ok || !isOfPlace(outcome.problem) ? 0 : blocked.stop + 1;
    if (!outcome.ok && !isRefusal(outcome.problem)) return;
    stopTriedAt = null;
    // Unless it is wanted again by now.
    if (store.get().visibleUntil === over) store.apply(visibilityKept, null);
  }

  return {
    renew,
    stop,
    stopTriedAt: () => stopTriedAt,
    stopAgainAfter: () => pauseAfter(blocked.stop),
    // Each choice wants a session of its own; a reset between two of them has ended the earlier one.
    lastRenewedAt: () => (renewed !== null && renewed.chosenAt === store.get().chosen?.at ? renewed.at : null),
    renewAfter() {
      const { chosen } = store.get();
      const session = chosen === null ? null : ownSession(chosen.presence);
      return session !== null && renewed?.isLost === true ? pauseAfter(blocked.renewal) : (session?.renewAfter ?? null);
    },
    async keepVisible(hours) {
      const { chosen } = store.get();
      // What was asked for before is over, and so is its trouble.
      Object.assign(blocked, { renewal: 0, stop: 0 });
      stopTriedAt = null;
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
