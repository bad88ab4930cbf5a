import { toEpoch, toInstant } from '#contract/instant.ts';
import { readPresence } from '../graph/readPresence.ts';
import type { Clock } from '../ports.ts';
import { sessionEnded } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import { presenceOutdated, presenceSeen, readingFailed, readingStarted } from '../state/transitions.ts';
import type { ServiceFor } from './service.ts';

export interface RefreshParts {
  readonly store: Store;
  readonly serviceFor: ServiceFor;
  readonly clock: Clock;
}

/** After this long without an answer nobody should take the icon for the truth. Units: milliseconds. */
const outdatedAfter = 30 * 60_000;

/** Makes the command that asks Microsoft what others see. Asked again while it asks, it asks once. */
export function createRefreshPresence({ store, serviceFor, clock }: RefreshParts): () => Promise<void> {
  let running: Promise<void> | null = null;

  async function read(): Promise<void> {
    const before = store.get();
    if (before.session.status !== 'signedIn') return;
    const askedAt = toInstant(clock.now());
    store.apply(readingStarted);
    const service = await serviceFor(before);
    const outcome = await readPresence(service.graph);
    const { session } = store.get();
    if (session.status !== 'signedIn' || session.account !== before.session.account) return;
    if (outcome.ok) {
      store.apply(presenceSeen, outcome.value, askedAt, toInstant(clock.now()));
    } else if (outcome.problem.kind === 'signInRequired' || outcome.problem.kind === 'consentRequired') {
      store.apply(sessionEnded, outcome.problem);
    } else {
      store.apply(readingFailed, outcome.problem);
      forgetWhatIsOld();
    }
  }

  function forgetWhatIsOld(): void {
    const { presence } = store.get();
    if (presence === null || clock.now() - toEpoch(presence.at) < outdatedAfter) return;
    store.apply(presenceOutdated, toInstant(clock.now()));
  }

  return () => {
    running ??= read().finally(() => {
      running = null;
    });
    return running;
  };
}
