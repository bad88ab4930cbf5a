import type { AccountInfo } from '@azure/msal-node';
import type { Account } from '#contract/session.ts';

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

/** Whether this is a personal Microsoft account, which has no presence. */
export function isPersonal(account: Account): boolean {
  return account.tenantId === personalTenant;
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
