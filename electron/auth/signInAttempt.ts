import type { AuthenticationResult } from '@azure/msal-node';
import type { Problem } from '#contract/problem.ts';
import type { Account, DeviceCode } from '#contract/session.ts';
import type { Clock, LogFacts } from '../ports.ts';
import type { Application } from './application.ts';

/** How a sign-in ended. `keptBy` says whether it will be there after a restart. */
export type SignInOutcome =
  | { readonly status: 'signedIn'; readonly account: Account; readonly keptBy: 'keyring' | 'memory' }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly problem: Problem };

export interface SignInOptions {
  readonly account: Account | null;
  /** Asks the person of this session for the mailbox too. Whatever comes of it, the session goes on. */
  readonly isForMailbox?: boolean;
  onDeviceCode(code: DeviceCode): void;
}

/** One sign-in under way, whichever way the person takes. */
export interface SignInAttempt {
  readonly application: Application;
  readonly clock: Clock;
  readonly scopes: readonly string[];
  /** What an earlier token was refused for, as JSON text. */
  readonly claims: string | null;
  /** Aborted by cancel and by sign-out. */
  readonly signal: AbortSignal;
  /** The last word: whether this account and these permissions will do. */
  accept(result: AuthenticationResult): Promise<SignInOutcome>;
}

export const cancelled: SignInOutcome = { status: 'cancelled' };

export function failed(problem: Problem): SignInOutcome {
  return { status: 'failed', problem };
}

/** What the log is to know of an outcome: nobody's name. */
export function factsOf(outcome: SignInOutcome): LogFacts {
  if (outcome.status === 'signedIn') return { keptBy: outcome.keptBy };
  if (outcome.status === 'cancelled') return {};
  const { problem } = outcome;
  return { problem: problem.kind, code: 'trace' in problem ? problem.trace.code : undefined };
}

/** The outcome of the work, or `cancelled` at once when the signal is aborted: MSAL cannot be interrupted. */
export async function orCancelled(work: Promise<SignInOutcome>, signal: AbortSignal): Promise<SignInOutcome> {
  const done = new AbortController();
  const cancel = new Promise<SignInOutcome>((resolve) => {
    if (signal.aborted) resolve(cancelled);
    signal.addEventListener('abort', () => resolve(cancelled), { once: true, signal: done.signal });
  });
  try {
    return await Promise.race([work, cancel]);
  } finally {
    done.abort();
  }
}
