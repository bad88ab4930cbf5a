import { isOfPlace } from '#contract/problem.ts';
import type { AppState } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { due } from '../schedule/due.ts';
import type { AskedFirst, Facts } from '../schedule/facts.ts';
import type { Store } from '../state/store.ts';

export interface AskFirst {
  /** Reads what others see, then tells whether the duty is still due. Without an answer nothing is done on a guess. */
  isStillDue(duty: AskedFirst, facts: () => Facts): Promise<boolean>;
  /** Does a duty that is still due. Where it is due again for the same thing, that was in vain. */
  carryOut(duty: AskedFirst, deed: () => Promise<void>): Promise<void>;
  triedAt(): Facts['triedAt'];
  /** What a blocked place kept from being asked about counts until something is read there again. */
  inVain(): Facts['inVain'];
}

interface Try {
  readonly at: number;
  readonly about: string;
  readonly carriedOut: number;
  /** How often in a row nobody could be asked because the place is blocked. */
  readonly blocked: number;
}

/** Reads what others see before a duty is done, so that a choice made elsewhere meanwhile stands. */
export function createAskFirst(store: Store, { now }: Clock, refreshPresence: () => Promise<void>): AskFirst {
  const tries: Partial<Record<AskedFirst, Try>> = {};

  /** The last try for this very choice, wish or message. */
  function tried(duty: AskedFirst): Try | null {
    const last = tries[duty];
    return last?.about === about(duty, store.get()) ? last : null;
  }

  function ofEach<Value>(pick: (last: Try | null) => Value): Record<AskedFirst, Value> {
    return {
      dropWish: pick(tried('dropWish')),
      endChoice: pick(tried('endChoice')),
      endMessage: pick(tried('endMessage')),
      renewChoice: pick(tried('renewChoice')),
    };
  }

  /** Takes note of what came of the last try, unless it is about something else by now. */
  function note(duty: AskedFirst, outcome: (last: Try) => Partial<Try>): void {
    const last = tried(duty);
    if (last !== null) tries[duty] = { ...last, ...outcome(last) };
  }

  const triedAt = () => ofEach((last) => last?.at ?? null);

  return {
    triedAt,
    inVain() {
      const isBlocked = isPlaceBlocked(store.get());
      return ofEach((last) => (last?.carriedOut ?? 0) + (isBlocked ? (last?.blocked ?? 0) : 0));
    },
    async carryOut(duty, deed) {
      note(duty, ({ carriedOut }) => ({ carriedOut: carriedOut + 1 }));
      await deed();
    },
    async isStillDue(duty, facts) {
      const { carriedOut, blocked } = tried(duty) ?? { carriedOut: 0, blocked: 0 };
      tries[duty] = { at: now(), about: about(duty, store.get()), carriedOut, blocked };
      await refreshPresence();
      note(duty, (last) => ({ blocked: isPlaceBlocked(store.get()) ? last.blocked + 1 : 0 }));
      const untried = { ...triedAt(), [duty]: null };
      return store.get().reading.status === 'idle' && due(store.get(), { ...facts(), triedAt: untried }).includes(duty);
    },
  };
}

function isPlaceBlocked({ reading }: AppState): boolean {
  return reading.status === 'failed' && isOfPlace(reading.problem);
}

function about(duty: AskedFirst, { publication, chosen, statusMessage }: AppState): string {
  switch (duty) {
    case 'dropWish':
      return publication.status === 'waiting' ? JSON.stringify(publication.wish) : '';
    case 'endMessage':
      return JSON.stringify(statusMessage.seen);
    case 'endChoice':
    case 'renewChoice':
      return JSON.stringify([chosen?.presence, chosen?.ending]);
  }
}
