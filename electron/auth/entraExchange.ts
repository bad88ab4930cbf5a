import type { Problem } from '#contract/problem.ts';
import type { Clock, Fetch } from '../ports.ts';
import type { EntraRefusal } from './entraRefusal.ts';
import { judgeReply, type RawReply } from './entraReply.ts';

export interface EntraRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a POST. */
  readonly body?: string;
}

/** What one request came to: trouble, or Entra ID's own word, which may be a refusal. */
export type Answer =
  | { readonly problem: Problem }
  | {
      readonly status: number;
      readonly headers: Record<string, string>;
      readonly body: object;
      readonly refusal: EntraRefusal | null;
    };

export interface AskOptions {
  /** Default, and at most: `timeLimit`. */
  readonly limitMilliseconds?: number;
  /** Gives the request up; its answer is then of no interest. */
  readonly signal?: AbortSignal;
  /** Told when the service has begun to answer. */
  readonly onHeaders?: () => void;
}

/** Sends one request, once. Never rejects. */
export type Ask = (request: EntraRequest, options?: AskOptions) => Promise<Answer>;

/** Units: milliseconds. Holds for headers and body together. */
const timeLimit = 10_000;
/** Units: bytes. */
const largestBody = 1_048_576;

/**
 * Makes the one way on which requests reach Entra ID: each with a time limit, each answer judged.
 *
 * Problems: offline, timedOut, intercepted, proxyPassword, throttled, unavailable.
 */
export function createAsk(fetch: Fetch, clock: Clock): Ask {
  async function replyWithin(request: EntraRequest, options: AskOptions): Promise<RawReply | Problem> {
    const { limitMilliseconds = timeLimit, signal } = options;
    const done = new AbortController();
    const tooLate = new AbortController();
    const giveUp = () => {
      done.abort();
      tooLate.abort();
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    const expiry = clock.wait(Math.min(limitMilliseconds, timeLimit), done.signal).then(
      (): Problem => ({ kind: 'timedOut' }),
      () => null,
    );
    const reading = read(fetch, request, tooLate.signal, options.onHeaders).catch((): Problem => ({ kind: 'offline' }));
    const first = await Promise.race([reading, expiry]);
    signal?.removeEventListener('abort', giveUp);
    giveUp();
    return first ?? reading;
  }

  return async (request, options = {}) => {
    const reply = await replyWithin(request, options);
    if ('kind' in reply) return { problem: reply };
    const judged = judgeReply(reply, request.method === 'POST', clock.now());
    if ('problem' in judged) return judged;
    return { status: reply.status, headers: Object.fromEntries(reply.headers), ...judged };
  };
}

async function read(
  fetch: Fetch,
  { url, method, headers, body }: EntraRequest,
  signal: AbortSignal,
  onHeaders: (() => void) | undefined,
): Promise<RawReply | Problem> {
  const response = await fetch(url, {
    ...{ method, headers, signal },
    ...(body === undefined ? {} : { body }),
    // A redirect is never followed: the refresh token would go wherever it points.
    ...({ redirect: 'manual', credentials: 'omit', cache: 'no-store' } as const),
  });
  onHeaders?.();
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
