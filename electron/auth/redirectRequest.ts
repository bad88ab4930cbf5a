import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type EntraRefusal, entraNumber } from './entraRefusal.ts';

/** What Entra ID sends back through the browser. */
export type RedirectAnswer =
  | { readonly code: string; readonly clientInfo: string | null }
  | { readonly refusal: EntraRefusal };

/** The status with which a request is turned away, before its body is read; null when the body is wanted. */
export function refusedHead(
  request: {
    readonly method?: string | undefined;
    readonly url?: string | undefined;
    readonly headers: IncomingHttpHeaders;
  },
  port: number,
): number | null {
  const { host, 'content-type': contentType } = request.headers;
  // Any other host name comes from a page that rebinds its own name to this computer.
  if (host !== `localhost:${port}` && host !== `127.0.0.1:${port}`) return 421;
  if (request.url !== '/') return 404;
  if (request.method !== 'POST') return 405;
  const [mediaType = ''] = (contentType ?? '').split(';');
  return mediaType.trim().toLowerCase() === 'application/x-www-form-urlencoded' ? null : 415;
}

/**
 * Reads the posted form; null unless it carries our state once, and one code or one error.
 *
 * Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow, RFC 6749 section 4.1.2
 */
export function readRedirect(body: string, state: string): RedirectAnswer | null {
  const form = new URLSearchParams(body);
  const only = (name: string) => {
    const [value, ...more] = form.getAll(name);
    return value === undefined || value === '' || more.length > 0 ? null : value;
  };
  const given = only('state');
  if (given === null || !isSame(given, state)) return null;
  if (form.has('code') === form.has('error')) return null;
  const code = only('code');
  if (code !== null) return { code, clientInfo: only('client_info') };
  const error = only('error');
  // The word goes into a log line and to the user's clipboard, so it is a word and nothing else.
  if (error === null || !/^[a-z_]{1,64}$/.test(error)) return null;
  return {
    refusal: {
      error,
      suberror: null,
      number: entraNumber(only('error_description') ?? ''),
      claims: null,
      requestId: null,
    },
  };
}

function isSame(given: string, state: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(state)];
  return a.length === b.length && timingSafeEqual(a, b);
}
