import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { toEpoch } from '#contract/instant.ts';
import type { Problem } from '#contract/problem.ts';
import type { Clock, Fetch, Log } from '../ports.ts';
import { type Answer, type Ask, createAsk, type EntraRequest } from './entraExchange.ts';
import type { EntraRefusal } from './entraRefusal.ts';
import { askOrOvertake, isPoll, isRepeatable } from './overtake.ts';
import { createRecovery } from './recovery.ts';

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
  /** Resolves when a service that left us waiting answers again; never, when none does, or it is given up. */
  signOfLife(signal: AbortSignal): Promise<void>;
  /** Sends nothing any more of its own accord. */
  close(): void;
}

export interface EntraNetworkOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly log: Log;
  /** How many times a service that fails us may be asked whether it is well, beside what is asked of it anyway. */
  readonly looks: () => number;
}

/** Trouble after which the service may be well again any moment. */
const passing: ReadonlySet<Problem['kind']> = new Set(['timedOut', 'unavailable', 'offline']);
/** The answer while a code is not used yet: it is good for minutes, and MSAL asks again after its pause until it is not. */
const stillPending: unknown = { error: 'authorization_pending' };
const nothing: LastExchange = { problem: null, refusal: null };

/**
 * Makes the network module that MSAL is given.
 *
 * Shape: refusals (4xx in JSON) are returned, since MSAL reads them. All else is thrown: a returned 429 or 5xx is
 * remembered by MSAL and makes the next sign-in fail without a request, a body that is no object makes it crash, and
 * its own POST has no time limit.
 * Problems: offline, timedOut, intercepted, proxyPassword, throttled, unavailable.
 */
export function createEntraNetwork({ fetch, clock, log, looks }: EntraNetworkOptions): EntraNetwork {
  let last = nothing;
  let throttled: Extract<Problem, { kind: 'throttled' }> | null = null;
  const askOnce = createAsk(fetch, clock);
  const recovery = createRecovery({ ask, clock, log, looks });

  async function ask(...given: Parameters<Ask>): Promise<Answer> {
    const answer = await askOnce(...given);
    if ('problem' in answer && answer.problem.kind === 'throttled') throttled = answer.problem;
    return answer;
  }

  async function askPatiently(request: EntraRequest): Promise<Answer> {
    const answer = await askOrOvertake({ ask, recovery, clock }, request);
    if (!('problem' in answer)) recovery.isMended();
    else if (passing.has(answer.problem.kind)) recovery.look(request);
    else recovery.stop();
    return answer;
  }

  function fail(problem: Problem, url: string): never {
    last = { problem, refusal: null };
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
    const request: EntraRequest = {
      ...{ method, url, headers: options?.headers ?? {} },
      ...(method === 'POST' ? { body: options?.body ?? '' } : {}),
    };
    const answer = await (isRepeatable(request) ? askPatiently(request) : ask(request));
    if ('problem' in answer) {
      if (!passing.has(answer.problem.kind) || !isPoll(request)) return fail(answer.problem, url);
      log.info('auth.pollLost', { problem: answer.problem.kind });
      return { status: 400, headers: {}, body: stillPending as T };
    }
    const { status, headers, body, refusal } = answer;
    last = { problem: null, refusal };
    return { status, headers, body: body as T };
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
    signOfLife: recovery.signOfLife,
    close: recovery.close,
  };
}

function isAhead(milliseconds: number): boolean {
  return milliseconds > 0 && milliseconds <= 15 * 60_000;
}

function statusOf(problem: Problem): { status?: number | undefined } {
  return 'trace' in problem ? { status: problem.trace.status } : {};
}
