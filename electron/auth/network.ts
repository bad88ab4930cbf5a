import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { toEpoch } from '#contract/instant.ts';
import type { Problem } from '#contract/problem.ts';
import type { Clock, Fetch, Log } from '../ports.ts';
import type { EntraRefusal } from './entraRefusal.ts';
import { judgeReply, type RawReply } from './entraReply.ts';

/** What the last exchange with Entra ID came to. MSAL blurs it: it renames failures and drops causes. */
export interface LastExchange {
  readonly problem: Problem | null;
  readonly refusal: EntraRefusal | null;
}

/** MSAL's way to the network, and what went wrong on it. */
export interface EntraNetwork {
  readonly module: INetworkModule;
  lastExchange(): LastExchange;
  /** To be called before a new operation, which may fail without any exchange. */
  forget(): void;
}

export interface EntraNetworkOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
}

/** Units: milliseconds. Holds for headers and body together. */
const timeLimit = 10_000;
/** Units: bytes. */
const largestBody = 1_048_576;
const nothing: LastExchange = { problem: null, refusal: null };

/**
 * Makes the network module that MSAL is given.
 *
 * Shape: refusals (4xx in JSON) are returned, since MSAL reads them. All else is thrown: a returned 429 or 5xx is
 * remembered by MSAL and makes the next sign-in fail without a request, a body that is no object makes it crash, and
 * its own POST has no time limit.
 * Problems: offline, timedOut, intercepted, proxyPassword, throttled, unavailable.
 */
export function createEntraNetwork({ fetch, clock, log }: EntraNetworkOptions): EntraNetwork {
  let last = nothing;
  let throttled: Extract<Problem, { kind: 'throttled' }> | null = null;

  function fail(problem: Problem, url: string): never {
    last = { problem, refusal: null };
    if (problem.kind === 'throttled') throttled = problem;
    log.warn('auth.network', { path: new URL(url).pathname, problem: problem.kind, ...statusOf(problem) });
    throw new Error(`Entra ID: ${problem.kind}`);
  }

  async function exchange<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions | undefined,
  ): Promise<NetworkResponse<T>> {
    last = nothing;
    // A clock that was set back must not keep us waiting for hours.
    if (throttled !== null && isAhead(toEpoch(throttled.retryAt) - clock.now())) fail(throttled, url);
    throttled = null;
    const request = {
      method,
      headers: options?.headers ?? {},
      ...(method === 'POST' ? { body: options?.body ?? '' } : {}),
      // A redirect is never followed: the refresh token would go wherever it points.
      ...({ redirect: 'error', credentials: 'omit', cache: 'no-store' } as const),
    };
    const reply = await readWithin(request, url);
    if ('kind' in reply) return fail(reply, url);
    const judged = judgeReply(reply, method === 'POST', clock.now());
    if ('problem' in judged) return fail(judged.problem, url);
    last = { problem: null, refusal: judged.refusal };
    return { status: reply.status, headers: Object.fromEntries(reply.headers), body: judged.body as T };
  }

  async function readWithin(request: RequestInit, url: string): Promise<RawReply | Problem> {
    const tooLate = new AbortController();
    const inTime = new AbortController();
    const expiry = clock.wait(timeLimit, inTime.signal).then(
      (): Problem => ({ kind: 'timedOut' }),
      () => null,
    );
    const reading = read(fetch, url, { ...request, signal: tooLate.signal }).catch(
      (): Problem => ({ kind: 'offline' }),
    );
    const first = await Promise.race([reading, expiry]);
    inTime.abort();
    tooLate.abort();
    return first ?? reading;
  }

  return {
    module: {
      sendGetRequestAsync: (url, options) => exchange('GET', url, options),
      sendPostRequestAsync: (url, options) => exchange('POST', url, options),
    },
    lastExchange: () => last,
    forget: () => {
      last = nothing;
    },
  };
}

function isAhead(milliseconds: number): boolean {
  return milliseconds > 0 && milliseconds <= 15 * 60_000;
}

function statusOf(problem: Problem): { status?: number | undefined } {
  return 'trace' in problem ? { status: problem.trace.status } : {};
}

async function read(fetch: Fetch, url: string, request: RequestInit): Promise<RawReply | Problem> {
  const response = await fetch(url, request);
  const text = await readText(response);
  if (text === null) return { kind: 'intercepted', trace: { status: response.status } };
  return { status: response.status, headers: response.headers, text };
}

/** The body, or null when it is larger than any of Entra ID's. */
async function readText(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > largestBody) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
