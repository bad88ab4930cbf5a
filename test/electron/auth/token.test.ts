import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../electron/ports.ts';
import { createSignInWorld, eventually, pass, type SignInWorld, signIn } from './signInWorld.ts';

let world: SignInWorld;
beforeEach(async () => {
  // Every token is as good as expired, so that each call is a refresh.
  world = await createSignInWorld({ accessTokenSeconds: 1 });
  expect((await signIn(world.auth)).status).toBe('signedIn');
});
afterEach(() => world.simulator.close());

const refreshes = () => world.asked.filter(({ form }) => form.get('grant_type') === 'refresh_token');
const reply = (status: number, body: string | null, headers: Record<string, string> = {}): Fetch => {
  return async () => new Response(body, { status, headers });
};
const html = '<html><body>Welcome to Hotel WLAN</body></html>';
const never: Fetch = () => new Promise(() => undefined);

async function problemOf(answer: Fetch) {
  const usual = world.network.answer;
  world.network.answer = answer;
  const token = await world.auth.getToken();
  world.network.answer = usual;
  return token.ok ? 'a token' : token.problem;
}

describe('a token', () => {
  it('[S6] is renewed without a word, and the new refresh token is kept', async () => {
    const first = world.store.text();
    expect((await world.auth.getToken()).ok).toBe(true);
    expect([refreshes().length, world.store.text() === first]).toEqual([1, false]);
  });

  it('equal calls share one refresh, different ones wait for each other', async () => {
    let underWay = 0;
    let most = 0;
    world.network.answer = async (input, init) => {
      most = Math.max(most, ++underWay);
      const response = await globalThis.fetch(input, init);
      underWay--;
      return response;
    };
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const calls = [{}, {}, { claims }, {}, { isRefused: true }, { claims }];
    const tokens = await Promise.all(calls.map((why) => world.auth.getToken(why)));
    expect([tokens.every(({ ok }) => ok), refreshes().length, most]).toEqual([true, 3, 1]);
  });

  it.each([
    ['no network', () => Promise.reject(new TypeError('fetch failed')), { kind: 'offline' }],
    ['a portal with 200', reply(200, html), { kind: 'intercepted', trace: { status: 200 } }],
    ['a portal with 403', reply(403, html), { kind: 'intercepted', trace: { status: 403 } }],
    ['511', reply(511, '{"error":"x"}'), { kind: 'intercepted', trace: { status: 511 } }],
    ['an empty answer', reply(200, ''), { kind: 'intercepted', trace: { status: 200 } }],
    ['null', reply(200, 'null'), { kind: 'intercepted', trace: { status: 200 } }],
    ['an array', reply(200, '[]'), { kind: 'intercepted', trace: { status: 200 } }],
    ['an object without a token', reply(200, '{}'), { kind: 'intercepted', trace: { status: 200 } }],
    ['two mebibytes', reply(200, 'x'.repeat(2_097_152)), { kind: 'intercepted', trace: { status: 200 } }],
    ['a gateway', reply(502, html), { kind: 'unavailable', trace: { status: 502 } }],
    ['a proxy', reply(407, html), { kind: 'proxyPassword' }],
  ] as const)('[N4] %s signs nobody out, and the next call works at once', async (_title, answer, problem) => {
    expect(await problemOf(answer)).toEqual(problem);
    expect((await world.auth.getToken()).ok).toBe(true);
  });

  it.each([
    ['seconds', '7', 7_000],
    ['a date, on the server’s clock', 'Tue, 01 Dec 2026 10:00:20 GMT', 20_000],
    ['nothing sensible', 'abc', 10_000],
    ['zero', '0', 1_000],
    ['a billion', '1000000000', 900_000],
  ])('[N2] Retry-After of %s is a floor', async (_title, value, milliseconds) => {
    const headers = { 'retry-after': value, date: 'Tue, 01 Dec 2026 10:00:00 GMT' };
    const retryAt = new Date(world.clock.now() + milliseconds).toISOString();
    expect(await problemOf(reply(429, '{}', headers))).toEqual({ kind: 'throttled', retryAt, trace: { status: 429 } });
    await world.clock.advance(milliseconds - 1);
    const before = refreshes().length;
    expect(await world.auth.getToken()).toMatchObject({ problem: { kind: 'throttled', retryAt } });
    expect(refreshes().length).toBe(before);
    await world.clock.advance(1);
    expect((await world.auth.getToken()).ok).toBe(true);
  });

  it('[N2] being throttled does not stop a person from signing in', async () => {
    await problemOf(reply(429, '{}', { 'retry-after': '600' }));
    expect((await signIn(world.auth)).status).toBe('signedIn');
    expect((await world.auth.getToken()).ok).toBe(true);
  });

  it('[N1] a server that never answers costs its time limit and nothing more', async () => {
    world.network.answer = never;
    const hanging = world.auth.getToken();
    await eventually(() => refreshes().length === 1);
    const next = world.auth.getToken({ isRefused: true });
    await world.clock.advance(10_000);
    expect(await hanging).toEqual({ ok: false, problem: { kind: 'timedOut' } });
    await eventually(() => refreshes().length === 2);
    world.network.answer = (input, init) => globalThis.fetch(input, init);
    await pass(world.clock, 2_000);
    expect((await next).ok).toBe(true);
    expect(world.clock.waiting()).toBe(0);
  });

  it('[N1] a body that stalls is timed as well', async () => {
    world.network.answer = async () =>
      new Response(new ReadableStream({ start: (part) => part.enqueue(Buffer.from('{"access')) }));
    const stalled = world.auth.getToken();
    await eventually(() => refreshes().length === 1);
    await new Promise(setImmediate);
    await world.clock.advance(10_000);
    expect(await stalled).toEqual({ ok: false, problem: { kind: 'timedOut' } });
  });

  it('an answer without a lifetime is good for a minute, not renewed at every call', async () => {
    world.network.answer = async (input, init) => {
      const response = await globalThis.fetch(input, init);
      const body = { ...((await response.json()) as object), expires_in: undefined };
      return new Response(JSON.stringify(body), { status: response.status });
    };
    const tokens = [await world.auth.getToken(), await world.auth.getToken()];
    expect([tokens.every(({ ok }) => ok), refreshes().length]).toEqual([true, 1]);
  });

  it('[N5] a challenge is answered with a token for its claims', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
    expect((await world.auth.getToken({ claims })).ok).toBe(true);
    expect(JSON.parse(refreshes()[0]?.form.get('claims') ?? '')).toMatchObject({
      access_token: { nbf: { value: '1700000000' }, xms_cc: { values: ['CP1'] } },
    });
  });

  it('[N5] when that is not enough, the next sign-in asks for what Entra ID demands, once', async () => {
    world.simulator.setRefusal({ at: 'refresh', code: 50076 });
    const account = (await world.auth.restore()).account;
    expect(await world.auth.getToken()).toEqual({ ok: false, problem: { kind: 'signInRequired' } });
    world.simulator.setRefusal(null);
    await signIn(world.auth, account);
    await signIn(world.auth, account);
    const demanded = world.browser.opened.map((link) => new URL(link).searchParams.get('claims')?.includes('capolids'));
    expect(demanded).toEqual([false, true, false]);
  });

  it('[S7] a block by policy is not taken for a sign-in that would help', async () => {
    world.simulator.setRefusal({ at: 'refresh', code: 53003 });
    const trace = { code: 'AADSTS53003', requestId: expect.any(String) };
    expect(await world.auth.getToken()).toEqual({ ok: false, problem: { kind: 'signInBlocked', trace } });
  });
});
