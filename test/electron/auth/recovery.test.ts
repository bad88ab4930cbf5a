import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../electron/ports.ts';
import { createGate } from '../../fakes/gate.ts';
import { createSignInWorld, eventually, pass, type SignInWorld, signIn } from './signInWorld.ts';

/** What a request to the token endpoint is: one that spends the refresh token, or one that only looks. */
type Kind = 'refresh' | 'look' | 'other';

let world: SignInWorld;
let sent: Kind[];
let inFlight: number;
let mostInFlight: number;

beforeEach(async () => {
  world = await createSignInWorld({ accessTokenSeconds: 1 });
  expect((await signIn(world.auth)).status).toBe('signedIn');
  [sent, inFlight, mostInFlight] = [[], 0, 0];
  answerWith(direct);
});
afterEach(() => world.simulator.close());

const direct: Fetch = (input, init) => globalThis.fetch(input, init);

/** A connection on which nothing comes any more. */
const never: Fetch = (_input, init) =>
  new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

function answerWith(answer: Fetch, only: (kind: Kind, nth: number) => boolean = () => true): void {
  world.network.answer = async (input, init) => {
    const kind = kindOf(String(init?.body ?? ''));
    sent.push(kind);
    inFlight += 1;
    mostInFlight = Math.max(mostInFlight, inFlight);
    const nth = sent.filter((each) => each === kind).length;
    try {
      return await (only(kind, nth) ? answer : direct)(input, init);
    } finally {
      inFlight -= 1;
    }
  };
}

function kindOf(body: string): Kind {
  if (body === '') return 'look';
  return new URLSearchParams(body).get('grant_type') === 'refresh_token' ? 'refresh' : 'other';
}

function count(kind: Kind): number {
  return sent.filter((each) => each === kind).length;
}

async function outcome(): Promise<string> {
  const token = await world.auth.getToken();
  return token.ok ? 'a token' : token.problem.kind;
}

/** Carries the request out at once and keeps the answer until told. */
function holdAnswers() {
  const { opened, open } = createGate();
  const answer: Fetch = async (input, init) => {
    const response = await globalThis.fetch(input, { ...init, signal: null });
    await opened;
    return response;
  };
  return { answer, letGo: open };
}

describe('a token request without an answer', () => {
  it('[N1] is sent once more when its connection is dead and the service is not', async () => {
    answerWith(never, (kind, nth) => kind === 'refresh' && nth === 1);
    const waiting = outcome();
    await pass(world.clock, 1_750);
    expect(await waiting).toBe('a token');
    expect([sent, mostInFlight, world.clock.waiting()]).toEqual([['refresh', 'look', 'refresh'], 2, 0]);
  });

  it('is not sent twice to a service that is slow, and its answer of the eighth second is good', async () => {
    world.simulator.setProfile({ name: 'slow', on: 'token', delayMilliseconds: 900 });
    const waiting = outcome();
    await eventually(() => count('refresh') === 1);
    await pass(world.clock, 8_000);
    expect(await waiting).toBe('a token');
    world.simulator.setProfile('acceptsAndShows');
    // The simulator ends a session whose refresh token came twice.
    expect([await outcome(), count('refresh'), mostInFlight]).toEqual(['a token', 2, 2]);
  });

  it('is still listened to after it was overtaken: a refused second costs nobody the account', async () => {
    const held = holdAnswers();
    answerWith(held.answer, (kind, nth) => kind === 'refresh' && nth === 1);
    const waiting = outcome();
    await eventually(() => count('refresh') === 1);
    await pass(world.clock, 2_000);
    expect(world.simulator.signIns.at(-1)).toMatchObject({ error: 'invalid_grant' });
    held.letGo();
    expect([await waiting, sent, mostInFlight]).toEqual(['a token', ['refresh', 'look', 'refresh'], 2]);
  });

  it('[S6] that got lost says more than a refusal of the second, which the next call hears again', async () => {
    const held = holdAnswers();
    answerWith(held.answer, (kind, nth) => kind === 'refresh' && nth === 1);
    const waiting = outcome();
    await eventually(() => count('refresh') === 1);
    await pass(world.clock, 10_000);
    expect([await waiting, (await world.auth.restore()).account?.username]).toEqual(['timedOut', 'mira@contoso.com']);
    expect(await outcome()).toBe('signInRequired');
  });

  it.each([
    ['not, where it may only be slower', false, 2],
    ['after a second', true, 3],
  ])('sent just before a sign of life, it is overtaken %s', async (_when, isDead, refreshes) => {
    answerWith(never);
    const earlier = outcome();
    await eventually(() => count('refresh') === 1);
    void world.auth.signOfLife(new AbortController().signal);
    await pass(world.clock, 10_400, 100);
    const held = holdAnswers();
    answerWith(isDead ? never : held.answer, (kind, nth) => kind === 'refresh' && nth === 2);
    const waiting = outcome();
    await eventually(() => count('refresh') === 2);
    await pass(world.clock, isDead ? 1_200 : 200, 100);
    held.letGo();
    expect([await earlier, await waiting, count('refresh')]).toEqual(['timedOut', 'a token', refreshes]);
  });

  it('is not repeated once the service has begun to answer it', async () => {
    world.simulator.setProfile({ name: 'stallsInBody', on: 'token', times: 1 });
    const waiting = outcome();
    await eventually(() => count('refresh') === 1);
    await pass(world.clock, 10_000);
    expect([await waiting, count('refresh')]).toEqual(['timedOut', 1]);
  });

  it('is never repeated when it redeems the code of a sign-in, nor looked after', async () => {
    await world.auth.signOut();
    answerWith(never);
    const waiting = signIn(world.auth);
    await eventually(() => count('other') === 1);
    await pass(world.clock, 30_000, 1_000);
    expect([await waiting, sent]).toEqual([{ status: 'failed', problem: { kind: 'timedOut' } }, ['other']]);
  });
});

describe('looking for a sign of life', () => {
  it('[S5] ends with the session', async () => {
    answerWith(never);
    const waiting = outcome();
    await pass(world.clock, 4_000);
    await world.auth.signOut();
    const looks = count('look');
    await pass(world.clock, 20_000, 1_000);
    expect([looks, count('look'), await waiting, world.clock.waiting()]).toEqual([2, 2, 'signInRequired', 0]);
  });

  it('[N2] ends when the service names a time, before which nothing is sent', async () => {
    world.simulator.setProfile([
      { name: 'unavailable503', on: 'token', times: 1 },
      { name: 'throttled429', on: 'token', retryAfterSeconds: 60 },
    ]);
    expect(await outcome()).toBe('unavailable');
    void world.auth.signOfLife(new AbortController().signal);
    await pass(world.clock, 55_000, 500);
    expect([sent, await outcome()]).toEqual([['refresh', 'look'], 'throttled']);
    expect(sent).toEqual(['refresh', 'look']);
  });

  const unavailable: Fetch = async () => new Response('', { status: 503 });
  it.each<[string, Fetch, (kind: Kind) => boolean]>([
    ['is silent', never, () => true],
    ['fails', unavailable, () => true],
    ['answers, and is silent when it matters', never, (kind) => kind === 'refresh'],
    ['answers, and fails when it matters', unavailable, (kind) => kind === 'refresh'],
  ])(
    'is no storm at a service that %s for an hour',
    async (_name, answer, only) => {
      answerWith(answer, only);
      let isOver = false;
      async function insist(): Promise<void> {
        while (!isOver && (await outcome()) !== 'a token') {
          const isOver = new AbortController();
          const { signal } = isOver;
          await Promise.race([world.clock.wait(60_000, signal), world.auth.signOfLife(signal)]);
          isOver.abort();
        }
      }
      const insisting = insist();
      await pass(world.clock, 180_000, 1_500, 3);
      const atFirst = sent.length;
      await pass(world.clock, 3_420_000, 20_000, 3);
      isOver = true;
      expect([mostInFlight <= 2, atFirst <= 120, (sent.length - atFirst) / 57 <= 6]).toEqual([true, true, true]);
      answerWith(direct);
      await pass(world.clock, 120_000, 1_000);
      await insisting;
      expect(await outcome()).toBe('a token');
    },
    60_000,
  );
});
