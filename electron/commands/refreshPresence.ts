import { toInstant } from '#contract/instant.ts';
import type { SeenPresence } from '#contract/presence.ts';
import { endsSession } from '#contract/problem.ts';
import { type Account, isSignedIn } from '#contract/session.ts';
import { isOlder, readPresence } from '../graph/readPresence.ts';
import type { Clock } from '../ports.ts';
import { hasPassed } from '../schedule/facts.ts';
import { presencePropertySeen } from '../state/outOfOfficeTransitions.ts';
import { presenceSeen, readingFailed, readingOver, readingStarted } from '../state/readingTransitions.ts';
import { sessionEnded } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { latestWins } from './latestWins.ts';
import type { ServiceFor } from './service.ts';
import type { Throttle } from './throttle.ts';

export interface Refresh {
  /** Asks Microsoft what others see. */
  refreshPresence(): Promise<void>;
  /** When it was asked last. Units: milliseconds since 1970; null in a run that has not asked yet. */
  lastReadAt(): number | null;
  /** Reads, unless that was done just now. Resolves to whether what others see is known. */
  isSeenNow(): Promise<boolean>;
}

export interface RefreshParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
  readonly throttle: Throttle;
}

/** After this many "older" answers in a row, the service must have restarted its sequence numbers. */
const mostLate = 3;
/** What was read within this is as good as now. Units: milliseconds. */
const freshFor = 10_000;

/**
 * Asks Microsoft what others see. A call during a reading makes it read once more afterwards, because the answer under
 * way may be older than the reason for the call.
 */
export function createRefreshPresence({ store, serviceFor, clock, throttle }: RefreshParts): Refresh {
  const refresh = latestWins(read);
  let lastReadAt: number | null = null;
  let held: string | null = null;
  let heldBy = '';
  let late = 0;

  async function read(account: Account): Promise<void> {
    const before = store.get();
    if (!isSignedIn(before.session, account)) return;
    const throttled = throttle.current();
    if (throttled !== null) {
      store.apply(readingFailed, throttled);
      return;
    }
    lastReadAt = clock.now();
    const askedAt = toInstant(lastReadAt);
    // Loaded before the reading is called under way: if that fails, the state must not stay at `reading`.
    const service = await serviceFor(before);
    store.apply(readingStarted);
    const { statusMessage } = store.get();
    const outcome = await readPresence(service.graph);
    if (!isSignedIn(store.get().session, account)) return;
    if (outcome.ok) {
      const { value, sequence, hasOutOfOffice } = outcome.value;
      // The demo has sequence numbers of its own, even for a person who is in both.
      const by = `${before.isDemo} ${account.homeAccountId}`;
      if (heldBy !== by) held = null;
      heldBy = by;
      // Answers may overtake each other; an older one than the one held says nothing.
      const isLate = isOlder(sequence, held) && late < mostLate;
      late = isLate ? late + 1 : 0;
      if (isLate) {
        store.apply(readingOver);
        return;
      }
      held = sequence;
      store.apply(presencePropertySeen, hasOutOfOffice);
      const isOfMessage = store.get().statusMessage === statusMessage;
      store.apply(presenceSeen, isOfMessage ? value : withoutMessage(value), askedAt, toInstant(clock.now()));
    } else if (endsSession(outcome.problem)) {
      store.apply(sessionEnded, outcome.problem);
    } else {
      throttle.note(outcome.problem);
      store.apply(readingFailed, outcome.problem);
    }
  }

  async function refreshPresence(): Promise<void> {
    const { session } = store.get();
    if (session.status === 'signedIn') await refresh(session.account);
  }

  return {
    refreshPresence,
    lastReadAt: () => lastReadAt,
    async isSeenNow() {
      // The answer to a question under way may be older than what is to be known.
      if (store.get().reading.status !== 'idle' || hasPassed(freshFor, lastReadAt, clock.now()))
        await refreshPresence();
      const { presence, reading } = store.get();
      return presence !== null && reading.status !== 'failed';
    },
  };
}

/** One that was set meanwhile may be newer than the answer, which then says nothing of it. */
function withoutMessage({ statusMessage: _, ...others }: SeenPresence): SeenPresence {
  return others;
}
