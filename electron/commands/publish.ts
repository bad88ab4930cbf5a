import { toEpoch, toInstant } from '#contract/instant.ts';
import type { Outcome, Problem } from '#contract/problem.ts';
import type { Account } from '#contract/session.ts';
import type { Wish } from '#contract/state.ts';
import { clearPresence } from '../graph/clearPresence.ts';
import { createPresence } from '../graph/presences.ts';
import type { Clock, Log } from '../ports.ts';
import { sessionEnded } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import {
  presenceAccepted,
  presenceNotVisible,
  presencePublishing,
  presenceRefused,
  publicationWaiting,
} from '../state/transitions.ts';
import { inBackground } from './inBackground.ts';
import { latestWins } from './latestWins.ts';
import type { Service, ServiceFor } from './service.ts';

export interface PublisherParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
  readonly log: Log;
  readonly refreshPresence: () => Promise<void>;
}

export interface Publisher {
  /** Tells Microsoft a wish. Of several, the newest wins. */
  publish(wish: Wish): Promise<void>;
  /** Sends what waits, because the network, the session or the time for it has come. */
  resume(): Promise<void>;
}

/** When an accepted wish is read back. Units: milliseconds between the reads, so about 2, 5 and 12 s after it. */
const readBackWaits = [2_000, 3_000, 7_000];
const firstRetryWait = 2_000;
const longestRetryWait = 60_000;

/** Makes the one way in which a wish reaches Microsoft: one in flight, judged, read back, or waiting for its time. */
export function createPublisher({ store, serviceFor, clock, log, refreshPresence }: PublisherParts): Publisher {
  /** The service named a time before which it wants no request, whoever gives the wish up meanwhile. */
  let throttled: Extract<Problem, { kind: 'throttled' }> | null = null;
  let retryWait = firstRetryWait;
  const attempt = latestWins(attemptOnce);

  async function publish(wish: Wish): Promise<void> {
    if (throttled !== null && toEpoch(throttled.retryAt) > clock.now()) {
      store.apply(publicationWaiting, wish, throttled);
      return;
    }
    store.apply(presencePublishing, wish);
    await attempt(wish);
  }

  async function resume(): Promise<void> {
    const { publication } = store.get();
    if (publication.status === 'waiting') await publish(publication.wish);
  }

  async function attemptOnce(wish: Wish): Promise<void> {
    const state = store.get();
    if (state.session.status !== 'signedIn') {
      store.apply(publicationWaiting, wish, { kind: 'signInRequired' });
      return;
    }
    const { account } = state.session;
    store.apply(presencePublishing, wish);
    const service = await serviceFor(state);
    const outcome = await send(service, account, wish);
    if (!isSignedIn(account)) return;
    if (!outcome.ok) {
      await refused(wish, outcome.problem);
      return;
    }
    retryWait = firstRetryWait;
    store.apply(presenceAccepted, wish, toInstant(clock.now()));
    inBackground(log, 'readBack', readBack(wish));
  }

  async function refused(wish: Wish, problem: Problem): Promise<void> {
    switch (problem.kind) {
      case 'throttled':
        throttled = problem;
        wait(wish, problem, toEpoch(problem.retryAt) - clock.now());
        return;
      case 'offline':
        wait(wish, problem, retryWait);
        retryWait = Math.min(retryWait * 2, longestRetryWait);
        return;
      case 'signInRequired':
      case 'consentRequired':
        store.apply(publicationWaiting, wish, problem);
        store.apply(sessionEnded, problem);
        return;
      case 'timedOut':
      case 'unavailable':
        await judgeByReading(wish, problem);
        return;
      default:
        store.apply(presenceRefused, wish, problem);
    }
  }

  function wait(wish: Wish, problem: Problem, milliseconds: number): void {
    store.apply(publicationWaiting, wish, problem);
    const whenDue = clock.wait(Math.max(milliseconds, 0)).then(async () => {
      const { publication } = store.get();
      if (publication.status === 'waiting' && publication.problem === problem) await resume();
    });
    inBackground(log, 'retry', whenDue);
  }

  /** The request may have been carried out although no answer came: what others see decides. */
  async function judgeByReading(wish: Wish, problem: Problem): Promise<void> {
    if (!isNewest(wish)) return;
    store.apply(presenceRefused, wish, problem);
    await refreshPresence();
  }

  async function readBack(wish: Wish): Promise<void> {
    for (const milliseconds of readBackWaits) {
      await clock.wait(milliseconds);
      if (!isBeingChecked(wish)) return;
      await refreshPresence();
    }
    store.apply(presenceNotVisible, wish);
  }

  function isNewest(wish: Wish): boolean {
    const { publication } = store.get();
    return publication.status !== 'idle' && publication.wish === wish;
  }

  function isBeingChecked(wish: Wish): boolean {
    return store.get().publication.status === 'checking' && isNewest(wish);
  }

  function isSignedIn({ homeAccountId }: Account): boolean {
    const { session } = store.get();
    return session.status === 'signedIn' && session.account.homeAccountId === homeAccountId;
  }

  return { publish, resume };
}

function send({ graph, clientId }: Service, account: Account, wish: Wish): Promise<Outcome<void>> {
  if (wish.kind === 'automatic') return clearPresence(graph, account, clientId);
  return createPresence(graph, account, wish.presence, wish.outOfOfficeSettings);
}
