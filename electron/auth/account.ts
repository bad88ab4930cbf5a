import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import type { Outcome, Problem } from '#contract/problem.ts';
import type { Account } from '#contract/session.ts';
import type { TokenLoss } from '../ports.ts';

/** What was found of an earlier run. `loss` says that there was something, and why it is out of reach. */
export interface RestoredSession {
  readonly account: Account | null;
  readonly keptBy: 'keyring' | 'memory';
  readonly loss: TokenLoss | null;
}

export const nobody: RestoredSession = { account: null, keptBy: 'memory', loss: null };

/** The tenant of all personal Microsoft accounts. Source: the `tid` of the id token claims reference. */
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Who MSAL's account is, by the claims of the id token; null when the token does not say. */
export function accountOf(info: AccountInfo): Account | null {
  const { oid, tid, preferred_username, name } = info.idTokenClaims ?? {};
  const id = oid ?? info.localAccountId;
  const tenantId = tid ?? info.tenantId;
  if (id === '' || tenantId === '') return null;
  const username = preferred_username ?? info.username;
  return { homeAccountId: info.homeAccountId, id, tenantId, username, name: name ?? info.name ?? username };
}

/** Who signed in, as MSAL and as we know them. */
interface Admitted {
  readonly info: AccountInfo;
  readonly account: Account;
}

/**
 * Whether a sign-in will do: by somebody of an organisation, who is the one that was asked where it was one, and with
 * all permissions. Problems: unexpected, personalAccount, signInDenied, consentRequired.
 */
export function admit(
  { account: info, scopes: granted }: AuthenticationResult,
  asked: readonly string[],
  only: Account | null,
): Outcome<Admitted> {
  const account = info === null ? null : accountOf(info);
  if (info === null || account === null) return refused({ kind: 'unexpected', trace: { code: 'no_account' } });
  // A personal Microsoft account has no presence.
  if (account.tenantId === personalTenant) return refused({ kind: 'personalAccount' });
  if (only !== null && account.homeAccountId !== only.homeAccountId) return refused({ kind: 'signInDenied' });
  const missing = missingScopes(asked, granted);
  if (missing.length > 0) return refused({ kind: 'consentRequired', scopes: missing });
  return { ok: true, value: { info, account } };
}

function refused(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}

/**
 * What was asked for and not granted.
 *
 * Shape: a scope is compared by its last part, since Entra ID answers with or without the resource before it.
 * A ReadWrite covers its Read.
 */
export function missingScopes(asked: readonly string[], granted: readonly string[]): readonly string[] {
  const has = new Set(granted.map(lastPart));
  return asked.filter((scope) => {
    const name = lastPart(scope);
    return !has.has(name) && !(name.endsWith('.read') && has.has(`${name}write`));
  });
}

function lastPart(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
}
