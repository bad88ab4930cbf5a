import { toEpoch, toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import type { Problem } from '#contract/problem.ts';
import type { Account } from '#contract/session.ts';
import type { AppState, Wish } from '#contract/state.ts';
import { writePresence } from '../graph/writePresence.ts';
import type { Clock, Log } from '../ports.ts';
import { written } from '../state/planTransitions.ts';
import { sessionEnded } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import {
  isAmbiguous,
  presenceAccepted,
  presencePublishing,
  presenceRefused,
  publicationWaiting,
} from '../state/transitions.ts';
import { createBackOff } from './backOff.ts';
import { inBackground } from './inBackground.ts';
import { latestWins } from './latestWins.ts';
import { createReadBack } from './readBack.ts';
import type { ServiceFor } from './service.ts';
import type { Throttle } from './throttle.ts';

export interface PublisherParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly refreshPresence: () => Promise<void>;
  readonly throttle: Throttle;
  /** Resolves when what is desired now is on disk. */
  readonly saved: () => Promise<void>;
}

export interface Publisher {
  /** Tells Microsoft a wish. Of several, the newest wins. */
  publish(wish: Wish): Promise<void>;
  /** Takes up a wish of an earlier run, whose last request may still be on its way. */
  takeUp(wish: Wish): Promise<void>;
  /** Sends what waits, because the network, the session or the time for it has come. */
  resume(): Promise<void>;
}

/** Makes the one way in which a wish reaches Microsoft: one in flight, judged, read back, or waiting for its time. */
export function createPublisher(parts: PublisherParts): Publisher {
  const { store, serviceFor, clock, log, random, refreshPresence, throttle, saved } = parts;
  const backOff = createBackOff(random);
  const readBack = createReadBack({ ...parts, publish, newest: () => newest });
  const attempt = latestWins(attemptOnce);
  let newest: Wish | null = null;

  function isNewest(wish: Wish): boolean {
    return newest === wish;
  }

  async function publish(wish: Wish): Promise<void> {
    newest = wish;
    store.apply(presencePublishing, wish);
    await attempt(wish);
  }

  async function takeUp(wish: Wish): Promise<void> {
    readBack.suspect();
    await publish(wish);
  }

  async function resume(): Promise<void> {
    const { publication } = store.get();
    if (publication.status === 'waiting') await publish(publication.wish);
  }

  async function attemptOnce(wish: Wish): Promise<void> {
    const throttled = throttle.current();
    if (throttled !== null) {
      wait(wish, throttled, toEpoch(throttled.retryAt) - clock.now());
      return;
    }
    // Only what the service says of out of office can go along, so without an answer it is asked first.
    const isReadNeeded = wish.kind === 'presence' && wish.outOfOfficeSettings === null && store.get().presence === null;
    if (isReadNeeded) await refreshPresence();
    const state = store.get();
    if (state.session.status !== 'signedIn') {
      store.apply(publicationWaiting, wish, { kind: 'signInRequired' });
    } else if (isReadNeeded && state.reading.status === 'failed') {
      refused(wish, state.reading.problem);
    } else {
      await send(wish, state, state.session.account);
    }
  }

  async function send(wish: Wish, state: AppState, account: Account): Promise<void> {
    const { graph, clientId } = await serviceFor(state);
    const { routeSetting: setting, verdict, presence } = state;
    const known = presence?.value.outOfOfficeSettings ?? inTheOffice;
    const sent = await writePresence({ graph, account, clientId, setting, verdict, known, now: clock.now }, wish);
    if (!isSignedIn(account)) {
      waitForSignIn(wish, account);
      return;
    }
    store.apply(written, sent.writes, sent.verdict);
    if (!sent.outcome.ok) {
      refused(wish, sent.outcome.problem);
      return;
    }
    backOff.reset();
    // What is said to be set must survive whatever happens to this process next.
    await saved();
    store.apply(presenceAccepted, wish, toInstant(clock.now()));
    inBackground(log, 'readBack', readBack.read(wish));
  }

  function refused(wish: Wish, problem: Problem): void {
    throttle.note(problem);
    if (isAmbiguous(problem)) readBack.suspect();
    if (!isNewest(wish)) return;
    if (problem.kind === 'throttled') {
      wait(wish, problem, toEpoch(problem.retryAt) - clock.now());
    } else if (problem.kind === 'signInRequired' || problem.kind === 'consentRequired') {
      store.apply(publicationWaiting, wish, problem);
      store.apply(sessionEnded, problem);
    } else if (isAmbiguous(problem)) {
      wait(wish, problem, backOff.next());
    } else {
      store.apply(presenceRefused, wish, problem);
    }
  }

  /** Before an ambiguous request is repeated, what others see is asked: it may have been carried out. */
  function wait(wish: Wish, problem: Problem, milliseconds: number): void {
    store.apply(publicationWaiting, wish, problem);
    const isStillDue = () => {
      const { publication } = store.get();
      return publication.status === 'waiting' && publication.wish === wish && publication.problem === problem;
    };
    const whenDue = clock.wait(Math.max(milliseconds, 0)).then(async () => {
      if (isStillDue() && isAmbiguous(problem)) await refreshPresence();
      if (isStillDue()) await publish(wish);
    });
    inBackground(log, 'retry', whenDue);
  }

  /** The session ended beside the wish, by a read that met the same refusal: the wish waits for the same person. */
  function waitForSignIn(wish: Wish, { homeAccountId }: Account): void {
    const { session } = store.get();
    const isSame = session.status === 'signedOut' && session.account?.homeAccountId === homeAccountId;
    if (isSame && isNewest(wish)) store.apply(publicationWaiting, wish, { kind: 'signInRequired' });
  }

  function isSignedIn({ homeAccountId }: Account): boolean {
    const { session } = store.get();
    return session.status === 'signedIn' && session.account.homeAccountId === homeAccountId;
  }

  return { publish, takeUp, resume };
}
