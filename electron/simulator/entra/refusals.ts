import { randomUUID } from 'node:crypto';
import { jsonReply, type Reply } from '../exchange.ts';

interface RefusalEntry {
  readonly error: string;
  /** The error when it is told by way of the redirect, where that is another one. */
  readonly redirectError?: string;
  readonly suberror?: string;
  readonly text: string;
  /** HTTP status at the token endpoint; 400 unless said. */
  readonly status?: number;
  /** Claims that a new sign-in has to bring. */
  readonly claims?: string;
}

/**
 * What Entra ID says no with, by its AADSTS number.
 *
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes. The pairing with `error` and
 * `suberror` was taken from public reports; no real tenant was asked.
 */
const refusals = {
  50011: {
    error: 'invalid_request',
    text: 'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  },
  50020: {
    error: 'invalid_grant',
    redirectError: 'access_denied',
    text: 'User account does not exist in the tenant and cannot access the application in that tenant.',
  },
  50058: { error: 'login_required', text: 'A silent sign-in request was sent but no user is signed in.' },
  50076: {
    error: 'interaction_required',
    suberror: 'basic_action',
    text: 'Due to a configuration change made by your administrator, you must use multi-factor authentication.',
    claims: '{"access_token":{"capolids":{"essential":true,"values":["3a0c5f0e-5d9a-4b37-a6b8-0f3b2c1d4e5f"]}}}',
  },
  50105: {
    error: 'invalid_grant',
    redirectError: 'access_denied',
    text: 'The signed in user is not assigned to a role for the application.',
  },
  50173: {
    error: 'invalid_grant',
    text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  },
  500200: {
    error: 'invalid_grant',
    redirectError: 'access_denied',
    text: 'User account is a personal Microsoft account. Personal Microsoft accounts are not supported for this application.',
  },
  53003: {
    error: 'invalid_grant',
    redirectError: 'access_denied',
    suberror: 'message_only',
    text: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  54005: { error: 'invalid_grant', text: 'OAuth2 Authorization code was already redeemed.' },
  500112: {
    error: 'invalid_grant',
    text: 'The reply address does not match the reply address provided when requesting Authorization code.',
  },
  501481: {
    error: 'invalid_grant',
    text: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  65001: {
    error: 'invalid_grant',
    redirectError: 'consent_required',
    suberror: 'consent_required',
    text: 'The user or administrator has not consented to use the application.',
  },
  65004: { error: 'access_denied', text: 'User declined to consent to access the app.' },
  650053: { error: 'invalid_client', text: "The application asked for a scope that doesn't exist on the resource." },
  70000: { error: 'invalid_grant', text: 'Provided grant is invalid or malformed.' },
  700016: {
    error: 'unauthorized_client',
    text: 'Application with that identifier was not found in the directory. Check the client id and the tenant.',
  },
  700025: {
    error: 'invalid_client',
    text: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    status: 401,
  },
  70003: { error: 'unsupported_grant_type', text: 'The app returned an unsupported grant type.' },
  70008: { error: 'invalid_grant', text: 'The provided authorization code or refresh token has expired.' },
  70011: { error: 'invalid_scope', text: 'The provided value for the input parameter scope is not valid.' },
  70016: {
    error: 'authorization_pending',
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  70019: { error: 'bad_verification_code', text: 'Verification code is wrong or was used already.' },
  70020: { error: 'expired_token', text: 'The provided value for the device code has expired.' },
  7000218: {
    error: 'invalid_client',
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    status: 401,
  },
  70018: { error: 'authorization_declined', text: 'User declined the authentication.' },
  90002: { error: 'invalid_tenant', text: 'Tenant not found. Check to make sure you have the correct tenant ID.' },
  90014: { error: 'invalid_request', text: 'A required field is missing from the request.' },
  90023: { error: 'invalid_request', text: 'A value in the request is not supported.' },
  90094: {
    error: 'invalid_grant',
    redirectError: 'consent_required',
    text: 'The grant requires administrator permission.',
  },
  9002325: { error: 'invalid_request', text: 'Proof Key for Code Exchange with S256 is required.' },
  9002326: {
    error: 'invalid_request',
    text: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  },
} as const satisfies Record<number, RefusalEntry>;

export type RefusalCode = keyof typeof refusals;

/** One refusal, ready to be sent as JSON or as form fields. */
export interface Refusal extends RefusalEntry {
  readonly code: number;
  readonly description: string;
  readonly traceId: string;
  readonly correlationId: string;
  readonly timestamp: string;
}

/** Says no in Entra's words. `detail` follows the text; `suberror` replaces the usual one. */
export function refuse(
  code: RefusalCode,
  now: number,
  about: { readonly correlationId?: string; readonly detail?: string; readonly suberror?: string | undefined } = {},
): Refusal {
  const entry: RefusalEntry = refusals[code];
  const traceId = randomUUID();
  const correlationId = about.correlationId || randomUUID();
  const timestamp = new Date(now)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const text = about.detail === undefined ? entry.text : `${entry.text} (${about.detail})`;
  return {
    ...entry,
    ...(about.suberror === undefined ? {} : { suberror: about.suberror }),
    code,
    traceId,
    correlationId,
    timestamp,
    description: `AADSTS${code}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
  };
}

/** A refusal as the token and device-code endpoints send it. */
export function refusalReply(refusal: Refusal): Reply {
  return jsonReply(refusal.status ?? 400, {
    error: refusal.error,
    error_description: refusal.description,
    error_codes: [refusal.code],
    timestamp: refusal.timestamp,
    trace_id: refusal.traceId,
    correlation_id: refusal.correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.code}`,
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
    ...(refusal.claims === undefined ? {} : { claims: refusal.claims }),
  });
}
