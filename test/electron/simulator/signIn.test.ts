import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { authorize, authorizeQuery, exchange, openGraph, redirectUri, signInByHand } from './client.ts';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

function payload(token: unknown): Record<string, unknown> {
  return JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString());
}

describe('signing in', () => {
  it('gives tokens shaped like those of Entra ID', async () => {
    const { mira } = simulator.people;
    const { access_token, refresh_token, id_token, client_info, ...rest } = await signInByHand(simulator);
    expect(rest).toEqual({
      token_type: 'Bearer',
      scope: 'Presence.Read Presence.ReadWrite openid profile email',
      expires_in: 3599,
      ext_expires_in: 3599,
    });
    expect(JSON.parse(Buffer.from(String(client_info), 'base64url').toString())).toEqual({
      uid: mira.oid,
      utid: mira.tid,
    });
    expect(payload(id_token)).toMatchObject({
      aud: simulator.clientId,
      iss: `https://demo.invalid/${mira.tid}/v2.0`,
      nonce: 'the-nonce',
      oid: mira.oid,
      tid: mira.tid,
      name: mira.name,
      preferred_username: mira.username,
    });
    expect([access_token, refresh_token]).toEqual([expect.stringMatching(/^ey/), expect.stringMatching(/^1\./)]);
  });

  it('asks for the account, then for permissions once, and posts the code to the app', async () => {
    const url = `${simulator.origin}/organizations/oauth2/v2.0/authorize?${authorizeQuery(simulator)}`;
    expect(await (await fetch(url)).text()).toContain('Demo · Microsoft 365 simulator');
    await simulator.visit(url, { outcome: 'close' });
    expect(simulator.pages.map(({ body }) => /data-page="(\w+)"/.exec(body)?.[1])).toEqual(['accounts']);

    const query = authorizeQuery(simulator);
    expect(await authorize(simulator, query, { consent: '' })).toEqual({
      request: expect.any(String),
      account: simulator.people.mira.oid,
    });
    await authorize(simulator, query);
    expect(await authorize(simulator, query, { consent: '' })).toMatchObject({
      code: expect.any(String),
      state: 'the-state',
      client_info: expect.any(String),
    });
  });

  it('a code works once, for its own verifier and its own redirect', async () => {
    const { code } = await authorize(simulator, authorizeQuery(simulator));
    const wrongVerifier = await exchange(simulator, code, { code_verifier: 'another' });
    const wrongRedirect = await exchange(simulator, code, { redirect_uri: `${redirectUri}/else` });
    const good = await exchange(simulator, code);
    const again = await exchange(simulator, code);
    expect([wrongVerifier, wrongRedirect, good, again].map(({ body }) => body['error_codes'] ?? 'good')).toEqual([
      [501481],
      [500112],
      'good',
      [54005],
    ]);
  });

  it('a code is too old after ten minutes', async () => {
    const { code } = await authorize(simulator, authorizeQuery(simulator));
    simulator.clock.advance(10 * 60_000);
    expect((await exchange(simulator, code)).body).toMatchObject({ error: 'invalid_grant', error_codes: [70008] });
  });

  it.each<[string, Record<string, string | null>, string]>([
    ['an unknown client', { client_id: '00000000-0000-0000-0000-000000000001' }, 'unauthorized_client AADSTS700016'],
    ['no PKCE', { code_challenge: null }, 'invalid_request AADSTS9002325'],
    ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request AADSTS9002325'],
    ['another response type', { response_type: 'id_token' }, 'invalid_request AADSTS90023'],
    ['an unknown prompt', { prompt: 'create' }, 'invalid_request AADSTS90023'],
    ['a silent sign-in', { prompt: 'none' }, 'login_required AADSTS50058'],
    ['an invented permission', { scope: 'Presence.Invented' }, 'invalid_client AADSTS650053'],
    ['claims in base64', { claims: 'eyJhY2Nlc3NfdG9rZW4iOnt9fQ' }, 'invalid_request AADSTS90023'],
  ])('%s is told to the app', async (_title, change, told) => {
    const fields = await authorize(simulator, authorizeQuery(simulator, change));
    expect(`${fields['error']} ${fields['error_description']?.split(':')[0]}`).toBe(told);
    expect(fields['state']).toBe('the-state');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a redirect to another computer', { redirect_uri: 'http://localhost.evil.example:8080' }, 'AADSTS50011'],
    ['a redirect of https', { redirect_uri: 'https://localhost:8080' }, 'AADSTS50011'],
    ['a redirect that bears a name', { redirect_uri: 'http://me@localhost:8080' }, 'AADSTS50011'],
    ['an answer in the query', { response_mode: 'query' }, 'AADSTS90023'],
  ])('%s is told on the page, never to the redirect', async (_title, change, told) => {
    const query = authorizeQuery(simulator, change);
    const response = await fetch(`${simulator.origin}/common/oauth2/v2.0/authorize?${query}`);
    const html = await response.text();
    expect([response.status, html.includes(told), html.includes('<form')]).toEqual([400, true, false]);
  });

  it('cancelling, declining, a personal account and a policy each have their number', async () => {
    const query = authorizeQuery(simulator);
    const cancelled = await authorize(simulator, query, { cancel: '1' });
    const declined = await authorize(simulator, query, { consent: 'declined' });
    const personal = await authorize(simulator, query, { account: simulator.people.personal.oid });
    simulator.setRefusal({ at: 'authorize', code: 53003 });
    const blocked = await authorize(simulator, query);
    const seen = [cancelled, declined, personal, blocked].map((fields) => [
      fields['error'],
      fields['error_subcode'],
      fields['error_description']?.split(':')[0],
    ]);
    expect(seen).toEqual([
      ['access_denied', 'cancel', 'AADSTS65004'],
      ['access_denied', undefined, 'AADSTS65004'],
      ['access_denied', undefined, 'AADSTS500200'],
      ['access_denied', undefined, 'AADSTS53003'],
    ]);
  });

  it('a personal account that is let in shows the tenant of all personal accounts', async () => {
    simulator.admitPersonalAccounts();
    const { personal } = simulator.people;
    const graph = await openGraph(simulator, { person: personal });
    const { id_token } = await signInByHand(simulator, { person: personal });
    expect(payload(id_token)['tid']).toBe('9188040d-6c67-4c5b-b112-36a304b66dad');
    expect((await graph('GET', '/me/presence')).status).toBe(400);
  });
});
