import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProfileName } from '../../../electron/simulator/profiles.ts';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { graphClient, postForm, scopes, signInByHand } from './client.ts';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

/** A refresh whose answer may be anything. */
async function refresh(token: unknown): Promise<{ readonly status: number; readonly text: string }> {
  const reply = await postForm(`${simulator.origin}/${simulator.tenantId}/oauth2/v2.0/token`, {
    client_id: simulator.clientId,
    grant_type: 'refresh_token',
    refresh_token: String(token),
    scope: scopes,
  });
  return { status: reply.status, text: await reply.text() };
}

type Row = [name: ProfileName, lifetime: unknown];
const lifetimes: Row[] = [
  ['tokenReplyExpired', 1],
  ['tokenReplyNoLifetime', undefined],
  ['tokenReplyBadLifetime', 'soon'],
];

describe('the token endpoint', () => {
  it.each(lifetimes)('with %s gives a good token with a lifetime of %s', async (name, lifetime) => {
    simulator.setProfile(name);
    const { access_token, refresh_token, expires_in, ext_expires_in } = await signInByHand(simulator);
    const second: Record<string, unknown> = JSON.parse((await refresh(refresh_token)).text);
    const read = await graphClient(simulator, access_token)('GET', '/me/presence');
    expect([expires_in, ext_expires_in, second['expires_in'], read.status]).toEqual([
      lifetime,
      lifetime,
      lifetime,
      200,
    ]);
  });

  it('leaves a refusal as it is', async () => {
    simulator.setProfile('tokenReplyExpired');
    const { status, text } = await refresh('unknown');
    expect([status, JSON.parse(text)['error'], JSON.parse(text)['expires_in']]).toEqual([
      400,
      'invalid_grant',
      undefined,
    ]);
  });

  it.each<[ProfileName, number, string]>([
    ['tokenReplyNull', 4, 'null'],
    ['tokenReplyEmpty', 0, ''],
    ['tokenReplyHuge', 50_000_014, '{"padding":'],
  ])('with %s answers 200 with %i characters, and spends no refresh token', async (name, length, start) => {
    const { refresh_token } = await signInByHand(simulator);
    simulator.setProfile({ name, times: 1 });
    const { status, text } = await refresh(refresh_token);
    expect([status, text.length, text.startsWith(start)]).toEqual([200, length, true]);
    expect((await refresh(refresh_token)).status).toBe(200);
  });

  it('can be down or hang by itself, while Graph is fine', async () => {
    const { refresh_token, access_token } = await signInByHand(simulator);
    simulator.setProfile([
      { name: 'unavailable503', on: 'token', times: 1 },
      { name: 'hangs', on: 'token', times: 1 },
    ]);
    expect((await refresh(refresh_token)).status).toBe(503);
    const hanging = refresh(refresh_token).then(
      () => 'answered',
      () => 'broken off',
    );
    await expect.poll(() => simulator.signIns.filter(({ status }) => status === null).length).toBe(1);
    expect((await graphClient(simulator, access_token)('GET', '/me/presence')).status).toBe(200);
    expect((await refresh(refresh_token)).status).toBe(200);
    await simulator.close();
    expect(await hanging).toBe('broken off');
  });
});
