import type { AppState } from '#contract/state.ts';
import type { Clock } from '../ports.ts';
import { hasPassed } from '../schedule/facts.ts';
import { sessionKept } from '../state/sessionTransitions.ts';
import type { Store } from '../state/store.ts';
import type { ServiceFor } from './service.ts';

/** Units: milliseconds. Each question starts two or three small programs, so a keyring that stays away costs little. */
const firstWait = 15_000;
const longestWait = 15 * 60_000;

/** Whether the saved sign-in lay behind a keyring that was not open, or in a file out of reach, when it was looked for. */
export function isSignInLocked({ session }: AppState): boolean {
  return session.status === 'signedOut' && session.isLocked === true;
}

function isOnlyInMemory({ session, isDemo }: AppState): boolean {
  return session.status === 'signedIn' && session.keptBy === 'memory' && !isDemo;
}

/**
 * Makes the look-out for a keyring that opens late, as it may at login, and for a file that is out of reach: the sign-in
 * there is then taken up, and one that is only in memory is kept. To be called every so often; asks less and less often.
 */
export function createAwaitKeyring(
  store: Store,
  clock: Clock,
  serviceFor: ServiceFor,
  restoreSession: () => Promise<void>,
): () => Promise<void> {
  let wait = firstWait;
  let askedAt: number | null = null;

  return async () => {
    const state = store.get();
    if (!isSignInLocked(state) && !isOnlyInMemory(state)) {
      askedAt = null;
      return;
    }
    if (askedAt !== null && !hasPassed(wait, askedAt, clock.now())) return;
    const isFirst = askedAt === null;
    wait = isFirst ? firstWait : Math.min(wait * 2, longestWait);
    askedAt = clock.now();
    // Whoever found it closed has only just asked.
    if (isFirst) return;
    if (isSignInLocked(state)) return restoreSession();
    const { auth } = await serviceFor(state);
    if ((await auth.keep()) === 'keyring') store.apply(sessionKept);
  };
}
