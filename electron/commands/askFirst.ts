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
  inVain(): Facts['inVain'];
}

interface Try {
  readonly at: number;
  readonly about: string;
  readonly carriedOut: number;
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

  const triedAt = () => ofEach((last) => last?.at ?? null);

  return {
    triedAt,
    inVain: () => ofEach((last) => last?.carriedOut ?? 0),
    async carryOut(duty, deed) {
      const last = tried(duty);
      if (last !== null) tries[duty] = { ...last, carriedOut: last.carriedOut + 1 };
      await deed();
    },
    async isStillDue(duty, facts) {
      tries[duty] = { at: now(), about: about(duty, store.get()), carriedOut: tried(duty)?.carriedOut ?? 0 };
      await refreshPresence();
      const untried = { ...triedAt(), [duty]: null };
      return store.get().reading.status === 'idle' && due(store.get(), { ...facts(), triedAt: untried }).includes(duty);
    },
  };
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
