import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../electron/ports.ts';
import { createSignInWorld, pass, type SignInWorld, signIn } from './signInWorld.ts';

const everyTime = Number.POSITIVE_INFINITY;

let world: SignInWorld;
/** How many looks a service in trouble is worth. */
let looks: number;

beforeEach(async () => {
  looks = everyTime;
  world = await createSignInWorld({ accessTokenSeconds: 1, auth: { looks: () => looks } });
  expect((await signIn(world.auth)).status).toBe('signedIn');
  world.asked.length = 0;
});
afterEach(() => world.simulator.close());

const direct: Fetch = (input, init) => globalThis.fetch(input, init);

/** A connection on which nothing comes any more. */
const never: Fetch = (_input, init) =>
  new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

/** What reached the token endpoint: a look carries nothing. */
function sent(): readonly ('refresh' | 'look')[] {
  return world.asked.map(({ form }) => (form.has('refresh_token') ? 'refresh' : 'look'));
}

function count(kind: 'refresh' | 'look'): number {
  return sent().filter((each) => each === kind).length;
}

async function outcome(): Promise<string> {
  const token = await world.auth.getToken();
  return token.ok ? 'a token' : token.problem.kind;
}

describe('whether a token service in trouble is well again', () => {
  it('[N8] is not asked where nobody listens', async () => {
    world.simulator.setProfile({ name: 'unavailable503', on: 'token' });
    expect(await outcome()).toBe('unavailable');
    await pass(world.clock, 30_000, 500);
    expect([sent(), world.clock.waiting()]).toEqual([['refresh'], 0]);
  });

  it('[N8] is not asked any more once nobody listens, who then is not told either', async () => {
    world.simulator.setProfile({ name: 'unavailable503', on: 'token' });
    expect(await outcome()).toBe('unavailable');
    const isOver = new AbortController();
    let isTold = false;
    void world.auth.signOfLife(isOver.signal).then(() => {
      isTold = true;
    });
    await pass(world.clock, 3_500, 500);
    expect(count('look')).toBe(2);
    isOver.abort();
    world.simulator.setProfile('acceptsAndShows');
    await pass(world.clock, 30_000, 500);
    expect([await outcome(), count('look'), isTold, world.clock.waiting()]).toEqual(['a token', 2, false, 0]);
  });

  it('[N8] is asked no more often than it is worth, over all requests, until it is well', async () => {
    looks = 2;
    world.network.answer = never;
    for (const refreshes of [1, 2, 3]) {
      const waiting = outcome();
      await pass(world.clock, 12_000, 500);
      expect([await waiting, count('refresh'), count('look')]).toEqual(['timedOut', refreshes, 2]);
    }
    world.network.answer = direct;
    expect(await outcome()).toBe('a token');
    world.network.answer = never;
    const waiting = outcome();
    await pass(world.clock, 12_000, 500);
    expect([await waiting, count('look')]).toEqual(['timedOut', 4]);
  });

  it('[N3] is asked as soon as somebody comes to wait for a request that hangs already', async () => {
    looks = 0;
    world.network.answer = (input, init) => (world.asked.length === 1 ? never : direct)(input, init);
    const waiting = outcome();
    await pass(world.clock, 4_000);
    expect(sent()).toEqual(['refresh']);
    looks = everyTime;
    await pass(world.clock, 1_750);
    expect([await waiting, sent()]).toEqual(['a token', ['refresh', 'look', 'refresh']]);
  });
});
