import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceCode } from '#contract/session.ts';
import type { VisitAnswer } from '../../../electron/simulator/browser.ts';
import { people } from '../../../electron/simulator/people.ts';
import { createSignInWorld, eventually, type SignInWorld } from './signInWorld.ts';

let world: SignInWorld;
afterEach(() => world.simulator.close());

function start() {
  const codes: DeviceCode[] = [];
  const outcome = world.auth.signIn('deviceCode', { account: null, onDeviceCode: (code) => codes.push(code) });
  return { outcome, code: () => eventually(() => codes[0]), codes };
}

const type = ({ verificationUri, userCode }: DeviceCode, answer: VisitAnswer) =>
  world.simulator.visit(verificationUri, { userCode, ...answer });
const polls = () => world.asked.filter(({ form }) => form.get('grant_type') === 'device_code').length;

describe('signing in with a device code', () => {
  it('[S2] shows code, address and expiry, and ends when the person is done elsewhere', async () => {
    world = await createSignInWorld({ deviceIntervalSeconds: 1 });
    const { outcome, code } = start();
    const shown = await code();
    expect(shown).toEqual({
      userCode: expect.stringMatching(/^[A-Z2-9]{9}$/),
      verificationUri: `${world.simulator.origin}/common/oauth2/deviceauth`,
      expiresAt: new Date(world.clock.now() + 900_000).toISOString(),
    });
    await type(shown, { person: people.mira });
    expect(await outcome).toMatchObject({ status: 'signedIn', account: { username: 'mira@contoso.com' } });
    expect((await world.auth.getToken()).ok).toBe(true);
  });

  it('[S2] is cancelled at once, and asks no more', async () => {
    world = await createSignInWorld({ deviceIntervalSeconds: 1 });
    const { outcome, code } = start();
    await code();
    await eventually(() => polls() === 1);
    world.auth.cancelSignIn();
    expect(await outcome).toEqual({ status: 'cancelled' });
    await eventually(() => world.log.events.includes('auth.tooLate'));
    expect(polls()).toBe(1);
  });

  it.each([
    ['without a network', () => Promise.reject(new TypeError('net::ERR_NETWORK_CHANGED'))],
    ['answered with 503', async () => new Response('<html>', { status: 503 })],
  ] as const)('[S2] is not over because one of its questions was %s', async (_what, answer) => {
    world = await createSignInWorld({ deviceIntervalSeconds: 1 });
    const usual = world.network.answer;
    world.network.answer = (...given) => (polls() === 1 ? answer() : usual(...given));
    const { outcome, code } = start();
    const shown = await code();
    await eventually(() => polls() === 1);
    await type(shown, { person: people.mira });
    expect(await outcome).toMatchObject({ status: 'signedIn' });
  });

  it('[S7] declined elsewhere is a denial', async () => {
    world = await createSignInWorld({ deviceIntervalSeconds: 1 });
    const { outcome, code } = start();
    await type(await code(), { outcome: 'deny' });
    expect(await outcome).toEqual({ status: 'failed', problem: { kind: 'signInDenied' } });
  });

  it('[S7] a registration that gets no code is told why, and nothing is shown', async () => {
    world = await createSignInWorld();
    world.simulator.setRefusal({ at: 'deviceCode', code: 7000218 });
    const { outcome, codes } = start();
    expect(await outcome).toMatchObject({ problem: { kind: 'misconfigured', trace: { code: 'AADSTS7000218' } } });
    expect([codes, polls()]).toEqual([[], 0]);
  });

  it('[N1] a server that names no interval is asked every five seconds, not a thousand times', async () => {
    world = await createSignInWorld();
    world.network.answer = async (input, init) => {
      const response = await globalThis.fetch(input, init);
      const body = { ...((await response.json()) as object), interval: undefined };
      return new Response(JSON.stringify(body), { status: response.status });
    };
    const { outcome, code } = start();
    await code();
    await eventually(() => polls() === 1);
    // As much as happens between many polls that follow one another at once.
    for (let turn = 0; turn < 50; turn += 1) await globalThis.fetch(`${world.simulator.origin}/nothing`);
    expect(polls()).toBe(1);
    world.auth.cancelSignIn();
    await outcome;
  });
});
