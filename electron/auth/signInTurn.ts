import type { SignInMethod } from '#contract/session.ts';
import type { Log } from '../ports.ts';
import { factsOf, failed, type SignInOptions, type SignInOutcome } from './signInAttempt.ts';

/** What was asked for and is not over yet. */
export interface SignInUnderWay {
  readonly method: SignInMethod;
  readonly wanted: SignInOptions;
  readonly abort: AbortController;
  /** The page that is open for it. */
  link: string | null;
}

/** The one sign-in that there is at a time. */
export interface SignInTurn {
  /** A question that is under way already is joined; another one takes its place. */
  begin(method: SignInMethod, wanted: SignInOptions): Promise<SignInOutcome>;
  /** Whether this sign-in is still the current one. From then on its tokens are kept, and it cannot be cancelled. */
  finish(signal: AbortSignal): boolean;
  cancel(): void;
  link(): string | null;
}

/** Makes the turn. */
export function createSignInTurn(attempt: (own: SignInUnderWay) => Promise<SignInOutcome>, log: Log): SignInTurn {
  let current: { readonly own: SignInUnderWay; readonly outcome: Promise<SignInOutcome> } | null = null;
  let finishing: SignInUnderWay | null = null;

  async function run(own: SignInUnderWay): Promise<SignInOutcome> {
    log.info('auth.signInStarted', { method: own.method });
    const outcome = await attempt(own).catch((cause: unknown) => {
      log.error('auth.signInBroke', cause);
      return failed({ kind: 'unexpected', trace: { code: 'sign_in_broke' } });
    });
    if (current?.own === own) current = null;
    log.info('auth.signInEnded', { status: outcome.status, ...factsOf(outcome) });
    return outcome;
  }

  function cancel(): void {
    if (current !== null && current.own !== finishing) current.own.abort.abort();
  }

  return {
    cancel,
    link: () => current?.own.link ?? null,
    begin(method, wanted) {
      if (current !== null && isSameQuestion(current.own, method, wanted)) return current.outcome;
      cancel();
      const own = { method, wanted, abort: new AbortController(), link: null };
      const outcome = run(own);
      current = { own, outcome };
      return outcome;
    },
    finish(signal) {
      if (signal.aborted || current?.own.abort.signal !== signal) return false;
      finishing = current.own;
      return true;
    },
  };
}

/** Whether a new request is the same as the one under way; otherwise it takes that one's place. */
function isSameQuestion(underWay: SignInUnderWay, method: SignInMethod, wanted: SignInOptions): boolean {
  const { account, isForMailbox = false } = underWay.wanted;
  const isSamePerson = account?.homeAccountId === wanted.account?.homeAccountId;
  return isSamePerson && underWay.method === method && isForMailbox === (wanted.isForMailbox ?? false);
}
