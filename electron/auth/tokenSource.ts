import type { AccountInfo } from '@azure/msal-node';
import type { Outcome } from '#contract/problem.ts';
import type { Application } from './application.ts';
import { createTokenQueue } from './tokenQueue.ts';

/**
 * Why the token at hand will not do.
 *
 * Shape: `claims` is JSON text, decoded from the challenge; `isRefused` says that Graph took the last one for no good.
 */
export interface TokenReason {
  readonly claims?: string;
  readonly isRefused?: boolean;
  /** Asks for a token with the permission for the mailbox, which not everybody has given. */
  readonly isForMailbox?: boolean;
}

/** Tokens of one account, from the cache or by a silent refresh. Never asks the person. */
export type TokenSource = (why?: TokenReason) => Promise<Outcome<string>>;

export interface TokenSourceOptions {
  readonly application: Application;
  readonly account: AccountInfo;
  readonly scopes: readonly string[];
  readonly mailboxScopes: readonly string[];
  /** Told when only a sign-in that asks for these claims will help. */
  readonly onClaimsDemanded: (claims: string) => void;
}

/**
 * Makes the token source of a session.
 *
 * Problems: those of `authProblem`; intercepted for an answer without a token.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { application, account, scopes, mailboxScopes, onClaimsDemanded } = options;
  const queue = createTokenQueue<Outcome<string>>();

  async function request({ claims, isRefused = false, isForMailbox = false }: TokenReason): Promise<Outcome<string>> {
    const result = await application.attempt((msal) =>
      msal.acquireTokenSilent({
        account,
        scopes: [...(isForMailbox ? mailboxScopes : scopes)],
        forceRefresh: isRefused,
        ...(claims === undefined ? {} : { claims }),
      }),
    );
    if (result.ok) return { ok: true, value: result.value.accessToken };
    const demanded = application.demandedClaims() ?? claims;
    if (demanded !== undefined && result.problem.kind === 'signInRequired') onClaimsDemanded(demanded);
    return result;
  }

  return (why = {}) =>
    queue(`${why.isForMailbox ?? false} ${why.isRefused ?? false} ${why.claims ?? ''}`, () => request(why));
}
