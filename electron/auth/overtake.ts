import type { Answer, Ask, EntraRequest } from './entraExchange.ts';
import type { Recovery } from './recovery.ts';

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
 * are never more than two. A refusal beside a request that got lost says little: the token may have been spent by
 * that one. So it is told as the trouble that the other met, and the next call will hear it again if it is meant.
 * Problems: those of `Ask`.
 */
export async function askOrOvertake(ask: Ask, recovery: Recovery, request: EntraRequest): Promise<Answer> {
  const decided = new AbortController();
  const { signal } = decided;
  let isAnswering = false;
  const onHeaders = () => {
    isAnswering = true;
  };
  recovery.look(request);
  const listening = new AbortController();
  const signOfLife = recovery.signOfLife(listening.signal);
  const first = ask(request, { signal, onHeaders });
  const isOvertaken = await Promise.race([first.then(() => false), signOfLife.then(() => true)]);
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
