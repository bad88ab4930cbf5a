import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Person } from '../people.ts';
import type { SimulatorClock } from '../simulatorClock.ts';
import type { Claims } from './claims.ts';
import type { RefusalCode } from './refusals.ts';
import type { Scope } from './scopes.ts';

/**
 * What a person allowed an app to do. All tokens that come from one sign-in share a `family` and end with it.
 */
export interface Grant {
  readonly person: Person;
  readonly clientId: string;
  readonly scopes: readonly Scope[];
  readonly claims: Claims;
  readonly family: string;
}

/** A grant on its way through the browser, bound to the redirect and to the PKCE challenge. */
interface PendingGrant extends Grant {
  readonly redirectUri: string;
  readonly nonce: string | null;
  readonly challenge: string;
}

type Redemption<T> =
  | { readonly isGood: true; readonly grant: T }
  | { readonly isGood: false; readonly code: RefusalCode; readonly suberror?: string | undefined };

/** Every code and token that the simulated Entra ID has given out. */
export interface Grants {
  issueCode(grant: PendingGrant): string;
  redeemCode(code: string, verifier: string, redirectUri: string): Redemption<PendingGrant>;
  issueRefreshToken(grant: Grant): string;
  /** Each refresh token works once. A second use ends the whole family, as a theft would. */
  redeemRefreshToken(token: string): Redemption<Grant>;
  /** Makes a refresh token as good as before, because nothing was given for it. */
  returnRefreshToken(token: string): void;
  rememberAccessToken(token: string, grant: Grant, expiresAt: number): void;
  /** The grant of a token presented to Graph, or why there is none. */
  readAccessToken(token: string): Grant | 'unknown' | 'expired' | 'revoked';
  /** Withdraws all tokens so far, of everybody or of one person. */
  revoke(person?: Person, suberror?: string): void;
}

const codeLifeMilliseconds = 10 * 60_000;
const refreshLifeMilliseconds = 90 * 86_400_000;

interface Issued<T> {
  readonly grant: T;
  readonly expiresAt: number;
  isUsed: boolean;
}

/** Makes an empty store of grants. */
export function createGrants(clock: SimulatorClock): Grants {
  const codes = new Map<string, Issued<PendingGrant>>();
  const refreshTokens = new Map<string, Issued<Grant>>();
  const accessTokens = new Map<string, Issued<Grant>>();
  const ended = new Map<string, string | undefined>();

  function put<T>(into: Map<string, Issued<T>>, key: string, grant: T, lifeMilliseconds: number): string {
    into.set(key, { grant, expiresAt: clock.now() + lifeMilliseconds, isUsed: false });
    return key;
  }

  return {
    issueCode: (grant) => put(codes, `1.${randomBytes(48).toString('base64url')}`, grant, codeLifeMilliseconds),
    redeemCode(code, verifier, redirectUri) {
      const issued = codes.get(code);
      if (issued === undefined) return { isGood: false, code: 70000 };
      if (issued.isUsed) return { isGood: false, code: 54005 };
      if (clock.now() >= issued.expiresAt) return { isGood: false, code: 70008 };
      if (issued.grant.redirectUri !== redirectUri) return { isGood: false, code: 500112 };
      if (hash(verifier) !== issued.grant.challenge) return { isGood: false, code: 501481 };
      issued.isUsed = true;
      return { isGood: true, grant: issued.grant };
    },
    issueRefreshToken: (grant) =>
      put(refreshTokens, `1.${randomBytes(64).toString('base64url')}`, grant, refreshLifeMilliseconds),
    redeemRefreshToken(token) {
      const issued = refreshTokens.get(token);
      if (issued === undefined) return { isGood: false, code: 70000 };
      const { family } = issued.grant;
      if (ended.has(family)) return { isGood: false, code: 50173, suberror: ended.get(family) };
      if (issued.isUsed) {
        ended.set(family, undefined);
        return { isGood: false, code: 50173 };
      }
      if (clock.now() >= issued.expiresAt) return { isGood: false, code: 70008 };
      issued.isUsed = true;
      return { isGood: true, grant: issued.grant };
    },
    returnRefreshToken(token) {
      const issued = refreshTokens.get(token);
      if (issued !== undefined) issued.isUsed = false;
    },
    rememberAccessToken(token, grant, expiresAt) {
      accessTokens.set(token, { grant, expiresAt, isUsed: false });
    },
    readAccessToken(token) {
      const issued = accessTokens.get(token);
      if (issued === undefined) return 'unknown';
      if (ended.has(issued.grant.family)) return 'revoked';
      return clock.now() < issued.expiresAt ? issued.grant : 'expired';
    },
    revoke(person, suberror) {
      for (const { grant } of [...refreshTokens.values(), ...accessTokens.values()]) {
        if (person === undefined || grant.person.oid === person.oid) ended.set(grant.family, suberror);
      }
    },
  };
}

/** A fresh family of tokens. */
export function newFamily(): string {
  return randomUUID();
}

function hash(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}
