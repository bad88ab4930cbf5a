import { toInstant } from '#contract/instant.ts';
import { repeatedOutOfOffice } from '#contract/outOfOfficeTruth.ts';
import { endsSession, isAmbiguous, isOfPlace, mayBeDone, type Problem } from '#contract/problem.ts';
import { type Account, isOf, isSignedIn } from '#contract/session.ts';
import type { AppState, Wish } from '#contract/state.ts';
import { writePresence } from '../graph/writePresence.ts';
import type { Log } from '../ports.ts';
import { ruleOf } from '../schedule/precedence.ts';
import { written } from '../state/planTransitions.ts';
import { sessionEnded } from '../state/sessionTransitions.ts';
import { presenceAccepted, presencePublishing, presenceRefused, publicationWaiting } from '../state/transitions.ts';
import { inBackground } from './inBackground.ts';
import type { InLine } from './latestWins.ts';
import { createOnRecord } from './onRecord.ts';
import { createReadBack } from './readBack.ts';
import type { Refresh } from './refreshPresence.ts';
import type { RetryWaitParts } from './retryWait.ts';
import type { SetOutOfOffice } from './setOutOfOffice.ts';
import type { Throttle } from './throttle.ts';
import { createUnseenCreate } from './unseenCreate.ts';
import { createWaitingWish } from './waitingWish.ts';
import { wishWriter } from './wishWriter.ts';

export interface PublisherParts extends RetryWaitParts, Pick<Refresh, 'refreshPresence' | 'isSeenNow'> {
  readonly log: Log;
  readonly throttle: Throttle;
  /** Resolves when what is desired now is on disk. */
  readonly saved: () => Promise<void>;
  readonly setOutOfOffice: SetOutOfOffice;
  readonly inLine: InLine;
}

export interface Publisher {
  /**
   * Tells Microsoft a wish. Of several, the newest wins. Where nobody is there who would try again, as for what a rule
   * asks, it also waits for trouble of the place to be over.
   */
  publish(wish: Wish, isUnattended?: boolean): Promise<void>;
  /** Says that a wish is on its way, before it is known in full: what was on its way until then is overtaken. */
  announce(wish: Wish): void;
  /** Tells it once more. A pair that nobody chose may be another one by now. */
  repeat(wish: Wish): Promise<void>;
  /** Takes up the wish of an earlier run, if any, whose last requests may still be on their way. */
  takeUp(wish: Wish | null): Promise<void>;
  /** Sends what waits, because the network, the session or the time for it has come. */
  resume(): Promise<void>;
  /** Resolves when nothing is on its way any more, whatever came of it. */
  answered(): Promise<unknown>;
}

/** After so many failures in a row it is the create that fails, and not the service for a moment. */
const passingFailures = 2;

/** Makes the one way in which a wish reaches Microsoft: one in flight, judged, read back, or waiting for its time. */
export function createPublisher(parts: PublisherParts): Publisher {
  const { store, serviceFor, clock, log, refreshPresence, throttle, saved, inLine } = parts;
  const unattended = new WeakSet<Wish>();
  const failedCreates = new WeakMap<Wish, number>();
  const onRecord = createOnRecord(store, clock, saved);
  const waiting = createWaitingWish({ ...parts, repeat: (wish) => repeat(wish, true) });
  const readBack = createReadBack({
    ...{ ...parts, publish: (wish) => publish(wish, true), accepted: () => accepted },
    sendAgain: (wish) => unseenCreate.sendAgain(wish),
  });
  const unseenCreate = createUnseenCreate({ ...parts, onRecord, inLine: oneAtATime, lose: readBack.lose });
  let sending = Promise.resolve();
  let newest: Wish | null = null;
  let accepted: Wish | null = null;

  /** How often in a row the create failed for it with an error of Graph's own. */
  function failuresOf(wish: Wish): number {
    return failedCreates.get(wish) ?? 0;
  }

  function isNewest(wish: Wish): boolean {
    return newest === wish;
  }

  async function publish(wish: Wish, isUnattended = ruleOf(wish) !== undefined): Promise<void> {
    if (isUnattended) unattended.add(wish);
    announce(wish);
    await oneAtATime(() => attemptOnce(wish));
  }

  function oneAtATime(write: () => Promise<void>): Promise<void> {
    sending = inLine(write);
    return sending;
  }

  function announce(wish: Wish): void {
    newest = wish;
    store.apply(presencePublishing, wish);
  }

  async function takeUp(wish: Wish | null): Promise<void> {
    const isOpen = store.get().publication.status === 'publishing';
    if (!isOpen) accepted = wish;
    readBack.look();
    if (isOpen && wish !== null) await repeat(wish, true);
  }

  async function repeat(wish: Wish, isUnattended = unattended.has(wish)): Promise<void> {
    const settings = wish.kind === 'presence' && wish.isPairBorrowed === true ? wish.outOfOfficeSettings : null;
    if (settings !== null) await parts.setOutOfOffice(settings, isUnattended);
    else await publish(wish, isUnattended);
  }

  async function attemptOnce(wish: Wish): Promise<void> {
    if (isGivenUp()) return;
    const { session } = store.get();
    if (session.status !== 'signedIn') {
      store.apply(publicationWaiting, wish, { kind: 'signInRequired' });
      return;
    }
    // The request repeats the service's out-of-office settings, where it has them, so read them first if we never have.
    const isReadNeeded = wish.kind === 'presence' && store.get().presence === null;
    const isBorrowed = wish.kind === 'presence' && wish.isPairBorrowed === true;
    if (isReadNeeded) await refreshPresence();
    // It may have ended since. If that cannot be read, what is known has to do.
    else if (isOthersRepeated(wish)) await parts.isSeenNow();
    const state = store.get();
    // Also where it is that reading which was told to wait.
    const throttled = throttle.current();
    if (!isSignedIn(state.session, session.account)) {
      waitForSignIn(wish, session.account);
    } else if (throttled !== null) {
      refused(wish, throttled);
    } else if ((isReadNeeded || isBorrowed) && state.reading.status === 'failed') {
      refused(wish, state.reading.problem);
    } else {
      await send(wish, state, session.account);
    }
  }

  /** Whether the request would say out of office that was not said here. */
  function isOthersRepeated(wish: Wish): boolean {
    const state = store.get();
    if (wish.kind === 'automatic' || wish.outOfOfficeSettings !== null || state.outOfOffice.isDeclared) return false;
    return repeatedOutOfOffice(state, clock.now()).isOutOfOffice;
  }

  async function send(wish: Wish, state: AppState, account: Account): Promise<void> {
    const writer = wishWriter(state, account, await serviceFor(state), clock, failuresOf(wish) >= passingFailures);
    const request = await onRecord.begin(wish);
    if (!isNewest(wish) || isGivenUp()) {
      onRecord.end(request);
      return;
    }
    unseenCreate.sending(writer);
    const sent = await writePresence(writer, wish);
    failedCreates.set(wish, sent.isCreateFailing === true ? failuresOf(wish) + 1 : 0);
    if (!sent.outcome.ok && mayBeDone(sent.outcome.problem)) readBack.lose(request);
    else if (!sent.outcome.ok || !isSignedIn(store.get().session, account)) onRecord.end(request);
    if (!isSignedIn(store.get().session, account)) {
      waitForSignIn(wish, account);
      return;
    }
    store.apply(written, sent.writes, sent.verdict);
    if (!sent.outcome.ok) {
      refused(wish, sent.outcome.problem);
      return;
    }
    waiting.reset();
    // What is said to be set must survive whatever happens to this process next.
    await saved();
    accepted = wish;
    store.apply(presenceAccepted, wish, toInstant(clock.now()), sent.route);
    onRecord.end(request);
    inBackground(log, 'readBack', readBack.read(wish));
  }

  function refused(wish: Wish, problem: Problem): void {
    throttle.note(problem);
    if (!isNewest(wish) || isGivenUp()) return;
    if (endsSession(problem)) {
      store.apply(publicationWaiting, wish, problem);
      store.apply(sessionEnded, problem);
    } else if (problem.kind === 'throttled' || isAmbiguous(problem) || (isOfPlace(problem) && unattended.has(wish))) {
      waiting.wait(wish, problem);
    } else {
      store.apply(presenceRefused, wish, problem);
      if (mayBeDone(problem)) inBackground(log, 'readBack', refreshPresence());
    }
  }

  /** The user gave it up while its request was on its way. */
  function isGivenUp(): boolean {
    return store.get().publication.status === 'idle';
  }

  /** A reading ended the session: the wish waits until the same person signs in. Whoever signed out wants it no more. */
  function waitForSignIn(wish: Wish, account: Account): void {
    const { session } = store.get();
    if (session.status === 'signedOut' && isOf(session, account) && isNewest(wish))
      store.apply(publicationWaiting, wish, { kind: 'signInRequired' });
  }

  return { publish, announce, repeat, takeUp, resume: waiting.resume, answered: () => Promise.allSettled([sending]) };
}
