import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProfileName } from '../../../electron/simulator/profiles.ts';
import { createSignInWorld, eventually, type SignInWorld, signIn } from './signInWorld.ts';

let world: SignInWorld;
beforeEach(async () => {
  // Every token is as good as expired, so that each call is a refresh.
  world = await createSignInWorld({ accessTokenSeconds: 1 });
  expect((await signIn(world.auth)).status).toBe('signedIn');
});
afterEach(() => world.simulator.close());

const recoveryMilliseconds = 2000;

function refreshes(): number {
  return world.asked.filter(({ form }) => form.get('grant_type') === 'refresh_token').length;
}

async function outcome(): Promise<string> {
  const token = await world.auth.getToken();
  return token.ok ? 'a token' : token.problem.kind;
}

/** Makes the token endpoint healthy, and says how long the next token then takes. Units: milliseconds. */
async function recover(): Promise<{ readonly next: string; readonly isInTime: boolean }> {
  world.simulator.setProfile('acceptsAndShows');
  const healthyAt = performance.now();
  const next = await outcome();
  return { next, isInTime: performance.now() - healthyAt <= recoveryMilliseconds };
}

const recovered = { next: 'a token', isInTime: true };

describe('trouble at the token endpoint', () => {
  it.each<[ProfileName, string]>([
    ['unavailable503', 'unavailable'],
    ['serverError500', 'unavailable'],
    ['html200', 'intercepted'],
    ['portal511', 'intercepted'],
    ['portalRedirect302', 'intercepted'],
    ['resets', 'offline'],
    ['tokenReplyNull', 'intercepted'],
    ['tokenReplyEmpty', 'intercepted'],
    ['tokenReplyHuge', 'intercepted'],
  ])('[N4] of the kind %s is %s however often, keeps the account, and is over when it is over', async (name, kind) => {
    const kept = world.store.text();
    world.simulator.setProfile({ name, on: 'token' });
    expect([await outcome(), await outcome(), await outcome()]).toEqual([kind, kind, kind]);
    expect([(await world.auth.restore()).account?.username, world.store.text() === kept]).toEqual([
      'mira@contoso.com',
      true,
    ]);
    expect(await recover()).toEqual(recovered);
  });

  it('[N1] a hang costs its ten seconds once, and nothing after it is healthy', async () => {
    world.simulator.setProfile({ name: 'hangs', on: 'token' });
    const hanging = [outcome(), outcome()];
    await eventually(() => refreshes() === 1);
    await world.clock.advance(10_000);
    expect(await Promise.all(hanging)).toEqual(['timedOut', 'timedOut']);
    expect(await recover()).toEqual(recovered);
    expect([refreshes(), world.clock.waiting()]).toEqual([2, 0]);
  });

  it('[N1] an answer that stalls within its body costs as much, and the account is kept', async () => {
    world.simulator.setProfile({ name: 'stallsInBody', on: 'token' });
    const stalled = outcome();
    await eventually(() => {
      const last = world.simulator.signIns.at(-1);
      return last?.parameters['grant_type'] === 'refresh_token' && last.status === 200;
    });
    await world.clock.advance(10_000);
    expect([await stalled, (await world.auth.restore()).account?.username]).toEqual(['timedOut', 'mira@contoso.com']);
  });

  it('[S6] a token that ends after a second is renewed without a word', async () => {
    world.simulator.setProfile('tokenReplyExpired');
    expect([await outcome(), await outcome(), refreshes()]).toEqual(['a token', 'a token', 2]);
  });

  it.each<ProfileName>(['tokenReplyNoLifetime', 'tokenReplyBadLifetime'])(
    'a token with %s makes no storm of refreshes',
    async (name) => {
      world.simulator.setProfile(name);
      const tokens = [await outcome(), await outcome(), await outcome()];
      expect([tokens, refreshes()]).toEqual([['a token', 'a token', 'a token'], 1]);
    },
  );

  it.each([undefined, 'bad_token'])(
    '[S6] a refresh token revoked with %s opens nothing, keeps the person, and a sign-in mends it',
    async (suberror) => {
      world.simulator.setProfile({ name: 'refreshRevoked', ...(suberror === undefined ? {} : { suberror }) });
      const calls = [await outcome(), await outcome(), await outcome()];
      const { account } = await world.auth.restore();
      expect([calls, account?.username, world.browser.opened.length]).toEqual([
        ['signInRequired', 'signInRequired', 'signInRequired'],
        'mira@contoso.com',
        1,
      ]);
      world.simulator.setProfile('acceptsAndShows');
      expect((await signIn(world.auth, account)).status).toBe('signedIn');
      expect(await outcome()).toBe('a token');
    },
  );

  it('[N5] an interaction that is wanted keeps the account, opens nothing, and ends by itself when it is not', async () => {
    world.simulator.setRefusal({ at: 'refresh', code: 50076 });
    expect([await outcome(), await outcome()]).toEqual(['signInRequired', 'signInRequired']);
    expect([(await world.auth.restore()).account?.username, world.browser.opened.length]).toEqual([
      'mira@contoso.com',
      1,
    ]);
    world.simulator.setRefusal(null);
    expect(await recover()).toEqual(recovered);
  });

  it('[N2] a long Retry-After is a floor, whether in seconds or as a date, and nothing is sent before it', async () => {
    for (const isRetryAfterDate of [false, true]) {
      world.simulator.setProfile({
        name: 'throttled429',
        on: 'token',
        times: 1,
        retryAfterSeconds: 40,
        isRetryAfterDate,
      });
      expect(await outcome()).toBe('throttled');
      const sent = refreshes();
      await world.clock.advance(38_000);
      expect([await outcome(), refreshes()]).toEqual(['throttled', sent]);
      await world.clock.advance(2000);
      expect(await recover()).toEqual(recovered);
    }
  });
});
