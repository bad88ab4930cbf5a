import type { AppState } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { due } from '../schedule/due.ts';
import type { AskedFirst, Facts } from '../schedule/facts.ts';
import type { Store } from '../state/store.ts';

export interface AskFirst {
  /** Reads what others see, then tells whether the duty is still due. Without an answer nothing is done on a guess. */
  isStillDue(duty: AskedFirst, facts: () => Facts): Promise<boolean>;
  triedAt(): Facts['triedAt'];
}

interface Try {
  readonly at: number;
  readonly about: string;
}

/** Reads what others see before a duty is done, so that a choice made elsewhere meanwhile stands. */
export function createAskFirst(store: Store, { now }: Clock, refreshPresence: () => Promise<void>): AskFirst {
  const tries: Partial<Record<AskedFirst, Try>> = {};

  /** When it was tried for this very choice, wish or message. */
  function tried(duty: AskedFirst): number | null {
    const last = tries[duty];
    return last?.about === about(duty, store.get()) ? last.at : null;
  }

  function triedAt(): Facts['triedAt'] {
    return {
      dropWish: tried('dropWish'),
      endChoice: tried('endChoice'),
      endMessage: tried('endMessage'),
      renewChoice: tried('renewChoice'),
    };
  }

  return {
    triedAt,
    async isStillDue(duty, facts) {
      tries[duty] = { at: now(), about: about(duty, store.get()) };
      await refreshPresence();
      const untried = { ...facts().triedAt, [duty]: null };
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
