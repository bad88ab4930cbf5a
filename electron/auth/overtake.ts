import type { Clock } from '../ports.ts';
import type { Answer, Ask, EntraRequest } from './entraExchange.ts';
import type { Recovery } from './recovery.ts';

/** A request that was sent just before a sign of life may only be a little slower than that. Units: milliseconds. */
const shortestSilence = 1_000;

export interface OvertakeParts {
  readonly ask: Ask;
  readonly recovery: Recovery;
  readonly clock: Clock;
}

/**
 * Whether a request may be sent twice: reads, and refreshes.
 *
 * Shape: Entra ID does not revoke a refresh token when it is used, so a second use is harmless; a code of a sign-in
 * works once.
 * Source: https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime
 */
export function isRepeatable(request: EntraRequest): boolean {
  return request.method === 'GET' || grantOf(request) === 'refresh_token';
}

/** Whether a request asks if a person has used their code. */
export function isPoll(request: EntraRequest): boolean {
  return grantOf(request) === 'device_code';
}

function grantOf({ body }: EntraRequest): string | null {
  return new URLSearchParams(body).get('grant_type');
}

/**
 * Sends a request that may be repeated, and sends it once more when the service answers others while this one is
 * without any answer.
 *
 * Shape: the first goes on listening, since a slow service may still answer it, and the first good answer wins. There
 * are never more than two, and no second before the first has been silent for a while: what looks for the sign of life
 * may do so for an earlier one. A refusal beside a request that got lost says little: the token may have been spent by
 * that one. So it is told as the trouble that the other met, and the next call will hear it again if it is meant.
 * Problems: those of `Ask`.
 */
export async function askOrOvertake({ ask, recovery, clock }: OvertakeParts, request: EntraRequest): Promise<Answer> {
  const decided = new AbortController();
  const { signal } = decided;
  let isAnswering = false;
  const onHeaders = () => {
    isAnswering = true;
  };
  recovery.look(request);
  const listening = new AbortController();
  const silence = clock.wait(shortestSilence, listening.signal).then(
    () => true,
    () => false,
  );
  const signOfLife = recovery.signOfLife(listening.signal);
  const first = ask(request, { signal, onHeaders });
  const isOvertaken = await Promise.race([first.then(() => false), signOfLife.then(() => silence)]);
  listening.abort();
  // What has begun to answer was carried out.
  if (!isOvertaken || isAnswering) return first;
  const answer = await better(first, ask(request, { signal }));
  decided.abort();
  return answer;
}

async function better(first: Promise<Answer>, second: Promise<Answer>): Promise<Answer> {
  const either = await Promise.race([first, second]);
  if (isGood(either)) return either;
  const [one, other] = await Promise.all([first, second]);
  return [one, other].find(isGood) ?? [one, other].find((answer) => 'problem' in answer) ?? one;
}

function isGood(answer: Answer): boolean {
  return 'refusal' in answer && answer.refusal === null;
}
