import { type Claims, parseClaims } from './claims.ts';
import type { Entra } from './entra.ts';
import type { RefusalCode } from './refusals.ts';
import { parseScopes, type Scope } from './scopes.ts';

/** An authorize request that Entra ID can act on. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly scopes: readonly Scope[];
  readonly challenge: string;
  readonly nonce: string | null;
  readonly prompt: string | null;
  readonly claims: Claims;
  readonly isClientInfoWanted: boolean;
}

/** Why a request is refused; told on a page of its own where the redirect cannot be trusted to carry it. */
interface UnfitRequest {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly isToldOnPage: boolean;
}

export type CheckedRequest =
  | { readonly isFit: true; readonly request: AuthorizeRequest }
  | { readonly isFit: false; readonly unfit: UnfitRequest };

const prompts = [null, 'none', 'login', 'consent', 'select_account'];

/**
 * Checks an authorize request as Entra ID does for a public client registered with http://localhost.
 *
 * Shape: code flow with PKCE S256 and form_post only; what MSAL 7 wants. An unknown client is told by the redirect,
 * which Entra ID would not do, so that an app's own words for it can be seen.
 */
export function checkAuthorizeRequest(entra: Entra, parameters: URLSearchParams, origin: string): CheckedRequest {
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!isRegistered(redirectUri)) return unfit(50011, redirectUri, true);
  if (parameters.get('response_mode') !== 'form_post') {
    return unfit(90023, `response_mode ${parameters.get('response_mode')}`, true);
  }
  if (parameters.get('client_id') !== entra.clientId) return unfit(700016, parameters.get('client_id') ?? 'none');
  if (parameters.get('response_type') !== 'code') return unfit(90023, 'response_type');
  if (!prompts.includes(parameters.get('prompt'))) return unfit(90023, 'prompt');
  const challenge = parameters.get('code_challenge') ?? '';
  if (parameters.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge)) {
    return unfit(9002325, 'code_challenge');
  }
  const asked = parseScopes(parameters.get('scope') ?? '', origin);
  if (!asked.isKnown) return unfit(650053, asked.unknown);
  if (asked.scopes.length === 0) return unfit(90014, 'scope');
  const claims = parseClaims(parameters.get('claims'));
  if (claims === undefined) return unfit(90023, 'claims');
  return {
    isFit: true,
    request: {
      redirectUri,
      scopes: asked.scopes,
      challenge,
      nonce: parameters.get('nonce'),
      prompt: parameters.get('prompt'),
      claims,
      isClientInfoWanted: parameters.get('client_info') === '1',
    },
  };
}

function unfit(code: RefusalCode, detail: string, isToldOnPage = false): CheckedRequest {
  return { isFit: false, unfit: { code, detail, isToldOnPage } };
}

/** A client registered with http://localhost may use any port of it, and nothing else. */
function isRegistered(redirectUri: string): boolean {
  return /^http:\/\/localhost(:\d{1,5})?(\/[\w./-]*)?$/.test(redirectUri);
}
