import type { Clock, Log } from '../ports.ts';
import type { Ask, EntraRequest } from './entraExchange.ts';

/** Finds out when a service that left us waiting answers again. */
export interface Recovery {
  /** A request is on its way, or ended in trouble that passes: looks for a sign of life, unless it does already. */
  look(at: EntraRequest): void;
  /** Resolves at the next sign of life; never, when none is looked for. One is, as long as somebody listens. */
  signOfLife(signal: AbortSignal): Promise<void>;
  /** Looks no further: what is wrong is not silence. */
  stop(): void;
  /** The service did what was asked of it. */
  isMended(): void;
  /** Looks no more at all. */
  close(): void;
}

export interface RecoveryParts {
  readonly ask: Ask;
  readonly clock: Clock;
  readonly log: Log;
  /** How many times it may be looked until the service is well: nobody may be waiting for it. */
  readonly looks: () => number;
}

/** Units: milliseconds. Somebody may be waiting at the screen, and a recovery is to be noticed within two seconds. */
const pauseAtFirst = 1_500;
/** For two and a half minutes; then nobody sits and waits any more, and three requests a minute are enough. */
const triesAtFirst = 100;
/** Units: milliseconds. */
const pauseLater = 20_000;
const longestPause = 60_000;

/**
 * Makes the watch over a service that hangs or fails.
 *
 * Shape: a hung request tells nothing, since its connection may be dead long after the service has recovered, and
 * calls that wait for it would wait in vain. So a small request goes beside it, on a connection of its own. It asks
 * the very endpoint that is silent, since another may be well while this one is not; but it carries no token, so that
 * it can be repeated at will: a strict server takes a refresh token that comes twice for stolen and ends the session.
 * Entra ID does not, see `overtake.ts`, but a compatible authority may. Any answer of its own, which is a refusal,
 * is the sign of life.
 *
 * A service may answer this and yet not do its work. So each sign of life that was followed by no token makes the
 * next one be looked for half as often. And a service in trouble is not to be kept from getting well by all the
 * desks at which nobody sits, so what nobody listens for is not looked for.
 */
export function createRecovery({ ask, clock, log, looks }: RecoveryParts): Recovery {
  const listeners = new Set<() => void>();
  let looking: AbortController | null = null;
  let isClosed = false;
  let misledCount = 0;
  /** Since it was well. */
  let tries = 0;

  function pause(): number {
    const short = Math.min(pauseAtFirst * 2 ** misledCount, longestPause);
    return tries < triesAtFirst ? short : Math.max(short, pauseLater);
  }

  function hasPassed(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    return clock.wait(milliseconds, signal).then(
      () => true,
      () => false,
    );
  }

  function stop(): void {
    looking?.abort();
    looking = null;
  }

  function tell(): void {
    stop();
    for (const resolve of listeners) resolve();
    listeners.clear();
  }

  async function lookOn(probe: EntraRequest, signal: AbortSignal): Promise<void> {
    let next = hasPassed(pause(), signal);
    while ((await next) && !signal.aborted) {
      // What is asked for at once after a failure listens by now.
      if (listeners.size === 0) return stop();
      const isWorthIt = tries < looks();
      if (isWorthIt) tries += 1;
      const limitMilliseconds = pause();
      next = hasPassed(limitMilliseconds, signal);
      // Somebody may come to wait for the same request.
      if (!isWorthIt) continue;
      const answer = await ask(probe, { limitMilliseconds, signal });
      if (signal.aborted) return;
      if (!('problem' in answer)) {
        misledCount += 1;
        log.info('auth.signOfLife', { misledCount });
        tell();
      } else if (answer.problem.kind === 'throttled') {
        stop();
      }
    }
  }

  return {
    look(at) {
      if (isClosed || looking !== null) return;
      looking = new AbortController();
      void lookOn(probeOf(at), looking.signal);
    },
    signOfLife: (signal) =>
      new Promise((resolve) => {
        if (looking === null || signal.aborted) return;
        listeners.add(resolve);
        signal.addEventListener('abort', () => listeners.delete(resolve), { once: true });
      }),
    stop,
    isMended() {
      misledCount = 0;
      tries = 0;
      tell();
    },
    close() {
      isClosed = true;
      stop();
      listeners.clear();
    },
  };
}

function probeOf(request: EntraRequest): EntraRequest {
  if (request.method === 'GET') return request;
  return {
    method: 'POST',
    url: request.url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: '',
  };
}
