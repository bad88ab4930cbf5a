import { isAsAsked } from '#contract/presence.ts';
import type { Wish } from '#contract/state.ts';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../state/store.ts';
import { presenceNotVisible } from '../state/transitions.ts';
import { inBackground } from './inBackground.ts';

export interface ReadBackParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly refreshPresence: () => Promise<void>;
  readonly publish: (wish: Wish) => Promise<void>;
  /** The newest wish of this run. */
  readonly newest: () => Wish | null;
}

export interface ReadBack {
  /** Reads until what was accepted shows, or to the end. */
  read(wish: Wish): Promise<void>;
  /** A request went out whose answer was lost: for a while it may still be carried out, even over a newer one. */
  suspect(): void;
}

/** About 2, 5 and 12 s after it was accepted. Units: milliseconds between the reads. */
const waits = [2_000, 3_000, 7_000];
/** How long a lost request may take, and how often it is looked for. Units: milliseconds. */
const suspicion = 15_000;
const lookEvery = 4_000;
/** What does not show after so many has another reason. */
const mostRepeats = 3;

/** Makes the reading that tells accepted from seen, and that finds a newer choice overwritten by a late older one. */
export function createReadBack({ store, clock, log, refreshPresence, publish, newest }: ReadBackParts): ReadBack {
  let suspectUntil = 0;
  let isLooking = false;
  let repeatsLeft = 0;

  async function read(wish: Wish): Promise<void> {
    for (const milliseconds of waits) {
      await clock.wait(milliseconds);
      const { publication } = store.get();
      if (publication.status !== 'checking' || publication.wish !== wish) return;
      await refreshPresence();
    }
    store.apply(presenceNotVisible, wish);
  }

  /** A little longer than a lost request may take, so that the last look falls behind it. */
  async function look(): Promise<void> {
    while (clock.now() < suspectUntil + lookEvery) {
      await clock.wait(lookEvery);
      const wish = newest();
      // Before the reading, which takes what it finds for somebody's choice elsewhere.
      if (wish === null || isUnderWay() || !isStanding(wish)) continue;
      await refreshPresence();
      if (newest() !== wish || !isOverwritten(wish) || repeatsLeft === 0) continue;
      repeatsLeft -= 1;
      await publish(wish);
    }
    isLooking = false;
  }

  function isUnderWay(): boolean {
    const { status } = store.get().publication;
    return status === 'publishing' || status === 'waiting';
  }

  /** A wish that was given up, refused or replaced since is nobody's wish any more. */
  function isStanding(wish: Wish): boolean {
    const { publication, chosen } = store.get();
    if (publication.status !== 'idle') return publication.wish === wish && publication.status !== 'failed';
    return wish.kind === 'presence' && chosen?.presence === wish.presence && chosen.ending === wish.ending;
  }

  function isOverwritten(wish: Wish): boolean {
    const { presence, reading } = store.get();
    if (isUnderWay() || wish.kind !== 'presence' || reading.status !== 'idle' || presence?.evidence !== 'seen')
      return false;
    return !isAsAsked(presence.value, wish.presence, wish.outOfOfficeSettings);
  }

  return {
    read,
    suspect() {
      suspectUntil = clock.now() + suspicion;
      repeatsLeft = mostRepeats;
      if (isLooking) return;
      isLooking = true;
      inBackground(log, 'suspect', look());
    },
  };
}
