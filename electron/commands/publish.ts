import { toEpoch, toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { isAsAsked } from '#contract/presence.ts';
import type { Outcome, Problem } from '#contract/problem.ts';
import type { Account } from '#contract/session.ts';
import type { AppState, Wish } from '#contract/state.ts';
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
import type { Throttle } from './throttle.ts';

export interface PublisherParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
  readonly log: Log;
  readonly refreshPresence: () => Promise<void>;
  readonly throttle: Throttle;
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
export function createPublisher({
  store,
  serviceFor,
  clock,
  log,
  refreshPresence,
  throttle,
}: PublisherParts): Publisher {
  let retryWait = firstRetryWait;
  const attempt = latestWins(attemptOnce);

  async function publish(wish: Wish): Promise<void> {
    store.apply(presencePublishing, wish);
    await attempt(wish);
  }

  async function resume(): Promise<void> {
    const { publication } = store.get();
    if (publication.status === 'waiting') await publish(publication.wish);
  }

  async function attemptOnce(wish: Wish): Promise<void> {
    const throttled = throttle.current();
    if (throttled !== null) {
      waitForTime(wish, throttled);
      return;
    }
    // Only what the service says of out of office can go along, so without an answer it is asked first.
    const isReadNeeded = wish.kind === 'presence' && wish.outOfOfficeSettings === null && store.get().presence === null;
    if (isReadNeeded) await refreshPresence();
    const state = store.get();
    if (state.session.status !== 'signedIn') {
      store.apply(publicationWaiting, wish, { kind: 'signInRequired' });
      return;
    }
    if (isReadNeeded && state.reading.status === 'failed') {
      await refused(wish, state.reading.problem);
      return;
    }
    const { account } = state.session;
    const service = await serviceFor(state);
    const outcome = await send(service, state, wish);
    if (!isSignedIn(account)) {
      waitForSignIn(wish, account);
      return;
    }
    if (!outcome.ok) {
      await refused(wish, outcome.problem);
      return;
    }
    retryWait = firstRetryWait;
    store.apply(presenceAccepted, wish, toInstant(clock.now()));
    inBackground(log, 'readBack', readBack(wish));
  }

  async function refused(wish: Wish, problem: Problem): Promise<void> {
    throttle.note(problem);
    if (!isNewest(wish)) return;
    switch (problem.kind) {
      case 'throttled':
        waitForTime(wish, problem);
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

  /** The session ended beside the wish, by a read that met the same refusal: the wish waits for the same person. */
  function waitForSignIn(wish: Wish, { homeAccountId }: Account): void {
    const { session } = store.get();
    const isSame = session.status === 'signedOut' && session.account?.homeAccountId === homeAccountId;
    if (isSame && isNewest(wish)) store.apply(publicationWaiting, wish, { kind: 'signInRequired' });
  }

  function waitForTime(wish: Wish, problem: Extract<Problem, { kind: 'throttled' }>): void {
    wait(wish, problem, toEpoch(problem.retryAt) - clock.now());
  }

  function wait(wish: Wish, problem: Problem, milliseconds: number): void {
    store.apply(publicationWaiting, wish, problem);
    const whenDue = clock.wait(Math.max(milliseconds, 0)).then(async () => {
      const { publication } = store.get();
      if (publication.status === 'waiting' && publication.problem === problem) await resume();
    });
    inBackground(log, 'retry', whenDue);
  }

  /** The request may have been carried out although no answer came: what others see now, and did not before, decides. */
  async function judgeByReading(wish: Wish, problem: Problem): Promise<void> {
    const before = store.get().presence;
    await refreshPresence();
    const { presence } = store.get();
    if (!isNewest(wish)) return;
    if (wish.kind === 'presence' && isShown(presence, wish) && !isShown(before, wish)) {
      store.apply(presenceAccepted, wish, toInstant(clock.now()));
      inBackground(log, 'readBack', readBack(wish));
    } else {
      store.apply(presenceRefused, wish, problem);
    }
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

function isShown(known: AppState['presence'], wish: Extract<Wish, { kind: 'presence' }>): boolean {
  return known !== null && isAsAsked(known.value, wish.presence, wish.outOfOfficeSettings);
}

function send({ graph, clientId }: Service, { session, presence }: AppState, wish: Wish): Promise<Outcome<void>> {
  if (session.status !== 'signedIn') return Promise.resolve({ ok: false, problem: { kind: 'signInRequired' } });
  if (wish.kind === 'automatic') return clearPresence(graph, session.account, clientId);
  const outOfOfficeSettings = wish.outOfOfficeSettings ?? presence?.value.outOfOfficeSettings ?? inTheOffice;
  return createPresence(graph, session.account, wish.presence, outOfOfficeSettings);
}
