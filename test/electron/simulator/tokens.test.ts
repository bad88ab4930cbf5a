import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { askToken, type Fields, graphClient, openGraph, postForm, scopes, signInByHand } from './client.ts';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

function refresh(token: unknown, change: Fields = {}) {
  return askToken(simulator, {
    grant_type: 'refresh_token',
    refresh_token: String(token),
    scope: scopes,
    ...change,
  });
}

describe('keeping signed in', () => {
  it('a refresh token works once, and its second use ends all that came from the sign-in', async () => {
    const first = await signInByHand(simulator);
    const second = await refresh(first['refresh_token']);
    expect([second.status, second.body['refresh_token'] === first['refresh_token']]).toEqual([200, false]);
    const replayed = await refresh(first['refresh_token']);
    const afterwards = await refresh(second.body['refresh_token']);
    expect([replayed, afterwards].map(({ body }) => [body['error'], body['error_codes']])).toEqual([
      ['invalid_grant', [50173]],
      ['invalid_grant', [50173]],
    ]);
    expect((await graphClient(simulator, second.body['access_token'])('GET', '/me/presence')).status).toBe(401);
  });

  it('an access token ends with its time', async () => {
    const graph = await openGraph(simulator);
    simulator.clock.advance(3_598_000);
    expect((await graph('GET', '/me/presence')).status).toBe(200);
    simulator.clock.advance(2_000);
    expect((await graph('GET', '/me/presence')).json).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
  });

  it('revoked tokens are refused everywhere, a new sign-in is good', async () => {
    const old = await signInByHand(simulator);
    simulator.setProfile({ name: 'refreshRevoked', suberror: 'bad_token' });
    const graph = graphClient(simulator, old['access_token']);
    expect((await graph('GET', '/me/presence')).status).toBe(401);
    expect((await refresh(old['refresh_token'])).body).toMatchObject({ error: 'invalid_grant', suberror: 'bad_token' });
    expect((await (await openGraph(simulator))('GET', '/me/presence')).status).toBe(200);
  });

  it('a permission that nobody consented to is not got by a refresh', async () => {
    const { refresh_token } = await signInByHand(simulator);
    const { body } = await refresh(refresh_token, { scope: `${scopes} MailboxSettings.Read` });
    expect(body).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required', error_codes: [65001] });
  });

  it('an organisation that withholds a permission grants the others', async () => {
    simulator.setGrantable(['Presence.Read']);
    const { scope, access_token } = await signInByHand(simulator);
    const graph = graphClient(simulator, access_token);
    const clear = await graph('POST', '/me/presence/clearUserPreferredPresence', {});
    expect([scope, clear.status, clear.json]).toEqual([
      'Presence.Read openid profile email',
      403,
      { error: { code: 'Forbidden', message: '', innerError: expect.any(Object) } },
    ]);
  });

  it('a web page cannot redeem anything, nor a client with a secret', async () => {
    const url = `${simulator.origin}/common/oauth2/v2.0/token`;
    const fields = { client_id: simulator.clientId, grant_type: 'refresh_token', refresh_token: 'any' };
    const page = await postForm(url, fields, { Origin: 'https://evil.example' });
    const secret = await postForm(url, { ...fields, client_secret: 'hush' });
    const codes = await Promise.all([page, secret].map(async (reply) => (await reply.json()) as object));
    expect(codes).toMatchObject([{ error_codes: [9002326] }, { error_codes: [700025] }]);
    expect(JSON.stringify(simulator.signIns)).not.toContain('hush');
  });
});
