import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { graphProblem } from '../../../electron/graph/graphProblem.ts';

const now = Date.UTC(2026, 10, 23, 12);
const html = '<html><body>Sign in to the hotel</body></html>';

function judge(status: number, body: string, headers: Record<string, string> = {}) {
  const hasBody = status !== 204 && body !== '';
  return graphProblem(new Response(hasBody ? body : null, { status, headers }), body, now);
}

describe('an answer of Graph', () => {
  it.each([
    [201, '{"id":"x"}'],
    [200, ''],
    [204, ''],
  ])('%i with %j is a success', (status, body) => {
    expect(judge(status, body)).toBeNull();
  });

  it.each([
    [200, html, 'intercepted'],
    [201, html, 'intercepted'],
    [511, html, 'intercepted'],
    [302, '', 'intercepted'],
    [307, '{}', 'intercepted'],
    [401, html, 'intercepted'],
    [403, html, 'intercepted'],
    [404, html, 'intercepted'],
    [405, html, 'intercepted'],
    [400, '{"error":{"code":"InvalidArgument","message":""}}', 'rejected'],
    [409, '{}', 'rejected'],
    [401, '', 'signInRequired'],
    [401, '{"error":{"code":"InvalidAuthenticationToken","message":""}}', 'signInRequired'],
    [403, '{"error":{"code":"Forbidden","message":""}}', 'forbidden'],
    [404, '', 'notOffered'],
    [405, '', 'notOffered'],
    [410, '', 'notOffered'],
    [501, '', 'notOffered'],
    [407, html, 'proxyPassword'],
    [500, '{}', 'unavailable'],
    [503, html, 'unavailable'],
    [504, '', 'unavailable'],
  ])('[N4] %i with %j means %s', (status, body, kind) => {
    expect(judge(status, body)?.kind).toBe(kind);
  });

  // Field reports: presence answers that to good tokens now and then, and for operations that it does not want.
  it.each(['Unauthorized', 'ServiceError', 'UnknownError'])('[N5] 401 %s is not about the token', (code) => {
    expect(judge(401, JSON.stringify({ error: { code, message: '' } }))).toEqual({
      kind: 'forbidden',
      trace: { status: 401, code },
    });
  });

  it('[N5] whatever word goes with it, a claims challenge is', () => {
    const headers = { 'www-authenticate': 'Bearer error="insufficient_claims", claims="e30="' };
    expect(judge(401, '{"error":{"code":"Unauthorized","message":""}}', headers)?.kind).toBe('signInRequired');
  });

  it('keeps what is needed to find the request again, and not the message', () => {
    const body = JSON.stringify({
      error: { code: 'Forbidden', message: 'secret', innerError: { 'request-id': 'r1' } },
    });
    expect(judge(403, body)).toEqual({ kind: 'forbidden', trace: { status: 403, code: 'Forbidden', requestId: 'r1' } });
    expect(judge(403, body, { 'request-id': 'r2' })).toEqual({
      kind: 'forbidden',
      trace: { status: 403, code: 'Forbidden', requestId: 'r2' },
    });
  });
});

describe('[N2] Retry-After', () => {
  const ahead = 'Mon, 23 Nov 2026 14:00:07 GMT';
  it.each<readonly [string, Record<string, string>, number]>([
    ['whole seconds', { 'retry-after': '7' }, 7],
    ['broken seconds', { 'retry-after': '2.5' }, 2.5],
    ['a date, on the clock of the service', { 'retry-after': ahead, date: 'Mon, 23 Nov 2026 14:00:00 GMT' }, 7],
    ['zero', { 'retry-after': '0' }, 1],
    ['a negative number', { 'retry-after': '-5' }, 10],
    ['an absurd number', { 'retry-after': '1000000000' }, 900],
    ['no number at all', { 'retry-after': 'abc' }, 10],
    ['nothing', {}, 10],
  ])('as %s waits %j → %s s', (_name, headers, seconds) => {
    expect(judge(429, '', headers)).toEqual({
      kind: 'throttled',
      retryAt: toInstant(now + seconds * 1000),
      trace: { status: 429 },
    });
  });

  it('is honoured on a 503 too', () => {
    expect(judge(503, html, { 'retry-after': '3' })?.kind).toBe('throttled');
  });
});
