import ky, { TimeoutError } from 'ky';
import { parseJson } from '#contract/json.ts';
import type { Outcome, Problem } from '#contract/problem.ts';
import type { Clock, Fetch, Log } from '../ports.ts';
import { claimsChallenge } from './claimsChallenge.ts';
import { graphProblem } from './graphProblem.ts';

/** What Graph answered with 2xx. `body` is undefined where the answer had none. */
export interface GraphReply {
  readonly status: number;
  readonly body: unknown;
  /** Microsoft's own id of the request, where the answer names it. */
  readonly requestId?: string;
}

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Beneath the version, without a leading slash: `me/presence`. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Whether it needs the permission for the mailbox, which is asked for only where somebody wants something of theirs. */
  readonly isForMailbox?: boolean;
}

interface TokenWish {
  readonly claims?: string;
  readonly isRefused?: boolean;
  readonly isForMailbox?: boolean;
}

/** One request to Graph as the signed-in user. */
export type GraphClient = (request: GraphRequest) => Promise<Outcome<GraphReply>>;

export interface GraphClientOptions {
  /** Base with version, as `https://graph.microsoft.com/beta`. */
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  readonly newRequestId: () => string;
  /** A token from the cache or by a silent refresh; `claims` and `isRefused` ask for a new one. */
  readonly getToken: (why?: TokenWish) => Promise<Outcome<string>>;
  /** Whose tokens they are now. */
  readonly owner: () => string | null;
  readonly timeLimitMilliseconds: number;
}

const largestBody = 1_000_000;
/** Where a 401 was not about the token, for how long none is answered with a fresh one. Units: milliseconds. */
const renewalPause = 10 * 60_000;
/** The account that asked has signed out. */
const gone = { ok: false, problem: { kind: 'signInRequired' } } as const;

/**
 * Makes the one function through which every request to Graph goes: bearer, ids, time limit, claims challenge.
 *
 * Shape: nothing is repeated behind the caller's back: the user is to see that a choice waits, and a newer choice
 * is to replace it.
 * Problems: offline, timedOut, those of `graphProblem`, and those of `getToken`.
 * Source: https://learn.microsoft.com/graph/best-practices-concept, https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const { baseUrl, clock, log, getToken, owner, timeLimitMilliseconds } = options;
  /** When a good token was refused last, of presences and of mailboxes. Units: milliseconds since 1970. */
  const refusedAt = new Map<boolean, number>();
  const http = ky.create({
    prefixUrl: baseUrl,
    fetch: options.fetch,
    timeout: timeLimitMilliseconds,
    throwHttpErrors: false,
    // The token would go wherever it points.
    redirect: 'manual',
    retry: { limit: 0 },
  });

  async function send(request: GraphRequest, token: string, signal: AbortSignal): Promise<Response> {
    const requestId = options.newRequestId();
    log.info('graph.request', { method: request.method, path: `/${request.path}`, requestId });
    const response = await http(request.path, {
      method: request.method,
      headers: { authorization: `Bearer ${token}`, 'client-request-id': requestId, accept: 'application/json' },
      ...(request.body === undefined ? {} : { json: request.body }),
      signal,
    });
    log.info('graph.reply', {
      method: request.method,
      path: `/${request.path}`,
      status: response.status,
      requestId: response.headers.get('request-id'),
      diagnostic: response.headers.get('x-ms-ags-diagnostic'),
    });
    return response;
  }

  /**
   * A 401 is answered once with a new token: with the claims that the service asks for, or simply a fresh one, unless that
   * was of no use lately. What one person asked for never goes out with the token of the next.
   */
  async function sendWithToken(request: GraphRequest, signal: AbortSignal): Promise<Outcome<Response>> {
    const forWhat = request.isForMailbox === true ? { isForMailbox: true } : undefined;
    const asker = owner();
    const token = await getToken(forWhat);
    if (!token.ok) return token;
    if (owner() !== asker) return gone;
    const response = await send(request, token.value, signal);
    const claims = response.status === 401 ? claimsChallenge(response.headers.get('www-authenticate')) : null;
    if (response.status !== 401 || (claims === null && isRenewalPaused(request))) return { ok: true, value: response };
    const renewed = await getToken({ ...forWhat, ...(claims === null ? { isRefused: true } : { claims }) });
    if (!renewed.ok) return renewed;
    if (owner() !== asker) return gone;
    return { ok: true, value: await send(request, renewed.value, signal) };
  }

  /** Entra ID takes who asks for one token over and over for broken. */
  function isRenewalPaused({ isForMailbox = false }: GraphRequest): boolean {
    const at = refusedAt.get(isForMailbox);
    return at !== undefined && Math.abs(clock.now() - at) < renewalPause;
  }

  function noteRefusal({ isForMailbox = false }: GraphRequest, status: number, problem: Problem | null): void {
    if (status === 401 && problem?.kind === 'forbidden') refusedAt.set(isForMailbox, clock.now());
    else refusedAt.delete(isForMailbox);
  }

  /** The body, or null when it does not end in time; the library's own limit stops at the headers. */
  async function textOf(response: Response): Promise<string | null> {
    const read = new AbortController();
    const tooSlow = clock.wait(timeLimitMilliseconds, read.signal).then(() => null);
    try {
      const text = await Promise.race([response.text(), tooSlow]);
      return text?.slice(0, largestBody) ?? null;
    } finally {
      read.abort();
    }
  }

  return async (request) => {
    const over = new AbortController();
    try {
      const sent = await sendWithToken(request, over.signal);
      if (!sent.ok) return sent;
      const text = await textOf(sent.value);
      if (text === null) return { ok: false, problem: { kind: 'timedOut' } };
      const problem = graphProblem(sent.value, text, clock.now());
      noteRefusal(request, sent.value.status, problem);
      if (problem !== null) return { ok: false, problem };
      const requestId = sent.value.headers.get('request-id');
      const named = requestId === null ? {} : { requestId };
      return { ok: true, value: { status: sent.value.status, body: parseJson(text), ...named } };
    } catch (cause) {
      const problem = networkProblem(cause);
      log.warn('graph.failed', {
        method: request.method,
        path: `/${request.path}`,
        problem: problem.kind,
        cause: String(cause),
      });
      return { ok: false, problem };
    } finally {
      // What is still to come of an answer nobody reads any more, so its connection ends.
      over.abort();
    }
  };
}

/** Fetch says only "it did not work" for all that is wrong below HTTP; the time limit is the one thing that we know. */
function networkProblem(cause: unknown): Problem {
  return cause instanceof TimeoutError ? { kind: 'timedOut' } : { kind: 'offline' };
}
