import type { Claims } from './entra/claims.ts';
import { jsonReply, type Reply } from './exchange.ts';
import type { Profile } from './profiles.ts';

/** The Retry-After header of a profile; none where neither it nor the usual says one. */
export function retryAfter(profile: Profile, now: number, usualSeconds: number | undefined): Record<string, string> {
  if (profile.retryAfterText !== undefined) return { 'Retry-After': profile.retryAfterText };
  const seconds = profile.retryAfterSeconds ?? usualSeconds;
  if (seconds === undefined) return {};
  const value = profile.isRetryAfterDate === true ? new Date(now + seconds * 1000).toUTCString() : String(seconds);
  return { 'Retry-After': value };
}

/** Graph sends claims challenges only to clients that declare the capability cp1. */
export function isCapable(claims: Claims): boolean {
  const values = claims['access_token']?.['xms_cc']?.values ?? [];
  return values.some((value) => value.toLowerCase() === 'cp1');
}

/** The WWW-Authenticate header that asks for a token with these claims. */
export function challengeHeader(challenge: Claims): string {
  const claims = Buffer.from(JSON.stringify(challenge)).toString('base64');
  return [
    'Bearer realm=""',
    'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    'client_id="00000003-0000-0000-c000-000000000000"',
    'error="insufficient_claims"',
    `claims="${claims}"`,
  ].join(', ');
}

/** An answer that no client should hold in its memory. */
export function hugeTokenReply(): Reply {
  return jsonReply(200, { padding: 'x'.repeat(50_000_000) });
}

export const portalPage =
  '<!doctype html><html><head><title>Guest Wi-Fi</title></head><body><h1>Welcome. Please sign in to the network.</h1></body></html>';
export const gatewayPage =
  '<html><head><title>503 Service Unavailable</title></head><body><center><h1>503 Service Unavailable</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>';
