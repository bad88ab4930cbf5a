import { parseJson } from '#contract/json.ts';

/**
 * The claims that a resource demands of the next token, decoded for MSAL; null when the 401 is not such a challenge.
 *
 * Shape: parameters may come in any order, the value in base64 or base64url, padded or not; the result is JSON text,
 * because MSAL silently ignores an encoded one and hands out the refused token again.
 * Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(wwwAuthenticate: string | null): string | null {
  if (wwwAuthenticate === null || !/error="?insufficient_claims"?/i.test(wwwAuthenticate)) return null;
  const encoded = /claims="?([A-Za-z0-9+/_=-]+)"?/i.exec(wwwAuthenticate)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const claims = parseJson(text);
  return typeof claims === 'object' && claims !== null ? text : null;
}
