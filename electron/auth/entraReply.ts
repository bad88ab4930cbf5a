import { isJsonObject, type JsonObject, parseJson } from '#contract/json.ts';
import type { Problem } from '#contract/problem.ts';
import { retryAt } from '#contract/retryAt.ts';
import { type EntraRefusal, entraNumber } from './entraRefusal.ts';

/** One HTTP answer, before anybody knows whether it is Entra ID's. */
export interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export type JudgedReply =
  | { readonly body: JsonObject; readonly refusal: EntraRefusal | null }
  | { readonly problem: Problem };

/** Units: seconds. MSAL renews five minutes early, so this keeps a token of unknown lifetime for one minute. */
const unknownLifetime = 360;

/**
 * Tells an answer of Entra ID's from a gateway's, and a refusal from a success.
 *
 * Units: `now` is milliseconds since 1970.
 * Problems: proxyPassword, throttled, unavailable, intercepted.
 */
export function judgeReply(reply: RawReply, isTokenRequest: boolean, now: number): JudgedReply {
  const { status, headers } = reply;
  const trace = { status };
  if (status === 407) return { problem: { kind: 'proxyPassword' } };
  if (status === 429 || (status === 503 && headers.has('retry-after'))) {
    return { problem: { kind: 'throttled', retryAt: retryAt(headers, now), trace } };
  }
  if (status >= 500 && status !== 511) return { problem: { kind: 'unavailable', trace } };
  const body = parseJson(reply.text);
  const isEntra = status >= 400 ? status !== 511 : status < 300;
  if (!isEntra || !isJsonObject(body)) return { problem: { kind: 'intercepted', trace } };
  const refusal = refusalOf(body);
  if (refusal !== null) return { body, refusal };
  if (!isTokenRequest) return { body, refusal };
  if (typeof body['access_token'] !== 'string' && typeof body['device_code'] !== 'string') {
    return { problem: { kind: 'intercepted', trace } };
  }
  return { body: withLifetimes(body), refusal };
}

function refusalOf(body: JsonObject): EntraRefusal | null {
  const error = body['error'];
  if (typeof error !== 'string' || error === '') return null;
  const [code] = Array.isArray(body['error_codes']) ? body['error_codes'] : [];
  return {
    error,
    suberror: textOrNull(body['suberror']),
    number: typeof code === 'number' ? String(code) : entraNumber(textOrNull(body['error_description']) ?? ''),
    claims: textOrNull(body['claims']),
    requestId: textOrNull(body['correlation_id']),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Without these MSAL renews at every call, and polls a device code a thousand times a second. */
function withLifetimes(body: JsonObject): JsonObject {
  const lifetime = Number(body['expires_in']);
  const isUsable = Number.isFinite(lifetime) && lifetime > 0;
  const interval = Number(body['interval']);
  return {
    ...body,
    expires_in: isUsable ? lifetime : unknownLifetime,
    ...('device_code' in body ? { interval: Number.isFinite(interval) && interval >= 1 ? interval : 5 } : {}),
  };
}
