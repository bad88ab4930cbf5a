import { z } from 'zod';
import { parseJson } from '#contract/json.ts';
import type { Outcome, Problem, Trace } from '#contract/problem.ts';
import { retryAt } from '#contract/retryAt.ts';
import { claimsChallenge } from './claimsChallenge.ts';

const ids = z.object({ 'request-id': z.string().optional() }).catch({});
const errorBody = z.object({
  error: z.object({ code: z.string().optional(), innerError: ids.optional(), innererror: ids.optional() }),
});

/**
 * What an answer of Graph's means to the user; null when it is a success that can be used.
 *
 * Shape: decided by status, by whether the text is JSON, and by `error.code`; never by `error.message`, which is for
 * developers, untranslated and may be empty. Units: `now` is milliseconds since 1970.
 * Problems: intercepted, throttled, unavailable, signInRequired, forbidden, notOffered, rejected, proxyPassword.
 * Source: https://learn.microsoft.com/graph/errors
 */
export function graphProblem(response: Response, text: string, now: number): Problem | null {
  const { status, headers } = response;
  const json = text === '' ? null : parseJson(text);
  const isGraph = json !== undefined;
  if (status >= 200 && status < 300) return isGraph ? null : { kind: 'intercepted', trace: { status } };
  const trace = traceOf(response, json);
  if (status === 429 || (status === 503 && headers.has('retry-after'))) {
    return { kind: 'throttled', retryAt: retryAt(headers, now), trace };
  }
  switch (status) {
    case 407:
      return { kind: 'proxyPassword' };
    case 511:
      return { kind: 'intercepted', trace };
    default:
      // Graph sends nobody elsewhere.
      if (status >= 300 && status < 400) return { kind: 'intercepted', trace };
      if (status >= 500 || status === 423)
        return status === 501 ? { kind: 'notOffered', trace } : { kind: 'unavailable', trace };
      if (!isGraph) return { kind: 'intercepted', trace };
      return status === 401 ? unauthorized(headers, trace) : refusal(status, trace);
  }
}

/** What a success means whose body is not the service's: somebody answered in its place, in JSON. */
export function answeredByOthers({ status }: { readonly status: number }): Outcome<never> {
  return { ok: false, problem: { kind: 'intercepted', trace: { status } } };
}

/**
 * What a 401 means. The service behind Graph answers so to good tokens too, now and then or for what it does not want;
 * then another word than the gateway's stands beside it, and a new sign-in would change nothing.
 *
 * Source: microsoftgraph/microsoft-graph-docs issue 8457, microsoft-graph-docs-contrib issue 5174
 */
function unauthorized(headers: Headers, trace: Trace): Problem {
  const isChallenge = claimsChallenge(headers.get('www-authenticate')) !== null;
  const isOfToken = trace.code === undefined || /token|authenticat/i.test(trace.code);
  return isChallenge || isOfToken ? { kind: 'signInRequired' } : { kind: 'forbidden', trace };
}

/** What a 4xx that is Graph's own means; a gateway's page with such a status means nothing. */
function refusal(status: number, trace: Trace): Problem {
  switch (status) {
    case 403:
      return { kind: 'forbidden', trace };
    case 404:
    case 405:
    case 410:
      return { kind: 'notOffered', trace };
    default:
      return { kind: 'rejected', trace };
  }
}

function traceOf({ status, headers }: Response, json: unknown): Trace {
  const parsed = errorBody.safeParse(json);
  const error = parsed.success ? parsed.data.error : undefined;
  const requestId = headers.get('request-id') ?? error?.innerError?.['request-id'] ?? error?.innererror?.['request-id'];
  return { status, ...(error?.code ? { code: error.code } : {}), ...(requestId ? { requestId } : {}) };
}
