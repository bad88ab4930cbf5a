import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Grant, Grants } from './grants.ts';
import type { Scope } from './scopes.ts';

/** What the token endpoint is asked to put into its answer. Units: seconds since 1970, seconds. */
export interface TokenWish {
  readonly grant: Grant;
  readonly scopes: readonly Scope[];
  readonly nonce: string | null;
  readonly issuer: string;
  readonly isClientInfoWanted: boolean;
  readonly nowSeconds: number;
  readonly lifeSeconds: number;
}

/** `client_info` as MSAL reads it: whose account in which home tenant. */
export function clientInfo(grant: Pick<Grant, 'person'>): string {
  return encode({ uid: grant.person.oid, utid: grant.person.tid });
}

/**
 * The body of a good answer of the token endpoint, with tokens that Graph here will know.
 *
 * Shape: as Entra ID v2 sends it; the scopes are written as asked, `offline_access` is not among them. The tokens are
 * JWTs signed with a throw-away key, for MSAL does not verify them and a client must not read an access token.
 */
export function tokenAnswer(grants: Grants, wish: TokenWish): Record<string, string | number> {
  const { grant, scopes, nowSeconds, lifeSeconds } = wish;
  const has = (name: string): boolean => scopes.some((scope) => scope.name === name);
  const accessToken = accessTokenOf(wish);
  const current: Grant = { ...grant, scopes };
  grants.rememberAccessToken(accessToken, current, (nowSeconds + lifeSeconds) * 1000);
  return {
    token_type: 'Bearer',
    scope: scopes
      .filter((scope) => scope.name !== 'offline_access')
      .map((scope) => scope.asked)
      .join(' '),
    expires_in: lifeSeconds,
    ext_expires_in: lifeSeconds,
    access_token: accessToken,
    ...(has('offline_access') ? { refresh_token: grants.issueRefreshToken(grant) } : {}),
    ...(has('openid') ? { id_token: idTokenOf(wish) } : {}),
    ...(wish.isClientInfoWanted ? { client_info: clientInfo(grant) } : {}),
  };
}

function accessTokenOf({ grant, scopes, nowSeconds, lifeSeconds, issuer }: TokenWish): string {
  return sign({
    aud: '00000003-0000-0000-c000-000000000000',
    iss: issuer,
    iat: nowSeconds,
    nbf: nowSeconds,
    exp: nowSeconds + lifeSeconds,
    appid: grant.clientId,
    oid: grant.person.oid,
    tid: grant.person.tid,
    scp: scopes.map((scope) => scope.name).join(' '),
    uti: randomUUID(),
    ver: '1.0',
  });
}

function idTokenOf({ grant, nonce, nowSeconds, lifeSeconds, issuer }: TokenWish): string {
  const { person, clientId } = grant;
  return sign({
    aud: clientId,
    iss: issuer,
    iat: nowSeconds,
    nbf: nowSeconds,
    exp: nowSeconds + lifeSeconds,
    name: person.name,
    ...(nonce === null ? {} : { nonce }),
    oid: person.oid,
    preferred_username: person.username,
    login_hint: person.username,
    sub: createHmac('sha256', clientId).update(person.oid).digest('base64url'),
    tid: person.tid,
    uti: randomUUID(),
    ver: '2.0',
  });
}

function sign(claims: Readonly<Record<string, string | number>>): string {
  const content = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', randomBytes(32)).update(content).digest('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
