import { toInstant } from '#contract/instant.ts';
import { isUnderWay, type OpenRequest, type Wish } from '#contract/state.ts';
import type { Clock, Log } from '../ports.ts';
import { isFresh, isLate, openRequestsSettled, requestLost } from '../state/openRequests.ts';
import type { Store } from '../state/store.ts';
import { presenceNotVisible, standingWish } from '../state/transitions.ts';
import { inBackground } from './inBackground.ts';

export interface ReadBackParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly refreshPresence: () => Promise<void>;
  readonly publish: (wish: Wish) => Promise<void>;
  /** Sends what was accepted once more by another way, where there is one. Comes to whether that was accepted too. */
  readonly sendAgain: (wish: Wish) => Promise<boolean>;
  /** The wish that was accepted last. */
  readonly accepted: () => Wish | null;
}

export interface ReadBack {
  /** Reads until what was accepted shows, or to the end. */
  read(wish: Wish): Promise<void>;
  /** No answer to the request will come: looks for its effect instead. */
  lose(request: OpenRequest): void;
  /** Looks for the effects of open requests, if there are any. */
  look(): void;
}

/** About 2, 5 and 12 s after it was accepted. Units: milliseconds between the reads. */
const waits = [2_000, 3_000, 7_000];
/** How long a lost request may take. Units: milliseconds. */
const longestLate = 15_000;
/** How often traces are looked for: while a lost request may be on its way, and then until an answer comes. */
const lookEvery = 4_000;
const lookAgainEvery = 60_000;
/** After this many repeats, something else than a late request hides the wish: stop repeating it. */
const mostRepeats = 3;

/** Reads until others see what was accepted, and notices when a late older request has overwritten a newer choice. */
export function createReadBack(parts: ReadBackParts): ReadBack {
  const { store, clock, log, refreshPresence, publish, accepted } = parts;
  let isLooking = false;
  let repeatsLeft = 0;

  async function read(wish: Wish): Promise<void> {
    for (const milliseconds of waits) {
      await clock.wait(milliseconds);
      if (!isChecking(wish)) return;
      await refreshPresence();
    }
    const isAnswered = isSeen();
    // Without an answer so far, the regular readings will bring one.
    while (!isSeen()) {
      await clock.wait(lookAgainEvery);
      if (!isChecking(wish)) return;
    }
    // What such a reading brings may be a minute old, and somebody may have chosen elsewhere since.
    if (isAnswered && (await parts.sendAgain(wish))) await read(wish);
    else store.apply(presenceNotVisible, wish);
  }

  function isSeen(): boolean {
    return store.get().presence?.evidence === 'seen';
  }

  function isChecking(wish: Wish): boolean {
    const { publication } = store.get();
    return publication.status === 'checking' && publication.wish === wish;
  }

  /** Polls until a reading tells that each lost request has taken effect, or can no longer do so. */
  async function lookOn(): Promise<void> {
    let isFirst = true;
    while (store.get().openRequests.length > 0) {
      const isAnyFresh = store.get().openRequests.some((request) => isFresh(request, clock.now()));
      await clock.wait(isFirst || isAnyFresh ? lookEvery : lookAgainEvery);
      isFirst = false;
      const { publication, isOnline, reading } = store.get();
      if (isUnderWay(publication) || !isOnline) continue;
      // Without an answer so far, the regular readings will bring one.
      if (!isAnyFresh && reading.status !== 'idle') continue;
      const askedAt = clock.now();
      const wish = standing();
      if (wish === null) store.apply(openRequestsSettled, askedAt);
      else if (await isOverwritten(wish)) await publish(wish);
    }
    isLooking = false;
  }

  /** Whether one of the lost requests was carried out over the wish that stands. */
  async function isOverwritten(wish: Wish): Promise<boolean> {
    const askedAt = clock.now();
    const before = store.get().chosen;
    await refreshPresence();
    const { presence, reading, chosen, publication } = store.get();
    const isReplaced = chosen?.presence !== before?.presence || chosen?.ending !== before?.ending;
    if (reading.status !== 'idle' || presence?.evidence !== 'seen' || isUnderWay(publication) || isReplaced)
      return false;
    const isOver = repeatsLeft > 0 && isLate(store.get(), presence.value, wish);
    if (isOver) repeatsLeft -= 1;
    else store.apply(openRequestsSettled, askedAt);
    return isOver;
  }

  /** The wish that holds: the last that was accepted, unless somebody chose elsewhere since. */
  function standing(): Wish | null {
    const wish = accepted();
    const { chosen } = store.get();
    if (chosen === null) return wish?.kind === 'automatic' ? wish : null;
    const isSame = wish?.kind === 'presence' && wish.presence === chosen.presence && wish.ending === chosen.ending;
    return isSame ? wish : standingWish(store.get());
  }

  function look(): void {
    repeatsLeft = mostRepeats;
    if (isLooking) return;
    isLooking = true;
    inBackground(log, 'look', lookOn());
  }

  return {
    read,
    look,
    lose(request) {
      store.apply(requestLost, request, toInstant(clock.now() + longestLate));
      look();
    },
  };
}
