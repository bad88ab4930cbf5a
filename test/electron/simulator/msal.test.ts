import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type AuthenticationResult,
  type Configuration,
  CryptoProvider,
  InteractionRequiredAuthError,
  PublicClientApplication,
} from '@azure/msal-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VisitAnswer } from '../../../electron/simulator/browser.ts';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { graphClient } from './client.ts';

const scopes = ['https://graph.microsoft.com/Presence.Read', 'https://graph.microsoft.com/Presence.ReadWrite'];

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ deviceIntervalSeconds: 0.05 });
});
afterEach(() => simulator.close());

function createMsal(): PublicClientApplication {
  const { clientId, authority, authorityMetadata } = simulator;
  const auth: Configuration['auth'] = {
    ...{ clientId, authority, authorityMetadata },
    knownAuthorities: ['demo.invalid'],
    clientCapabilities: ['CP1'],
  };
  return new PublicClientApplication({ auth });
}

/** Listens as the app does, once; what the browser posted. */
async function listenOnce() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const posted = new Promise<URLSearchParams>((resolve) => {
    server.once('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      response.end('<h1>Done</h1>');
      server.close();
      resolve(new URLSearchParams(Buffer.concat(chunks).toString()));
    });
  });
  return { redirectUri: `http://localhost:${(server.address() as AddressInfo).port}`, posted };
}

async function signIn(
  msal: PublicClientApplication,
  request: { claims?: string; loginHint?: string } = {},
  answer: VisitAnswer = {},
): Promise<AuthenticationResult> {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const { redirectUri, posted } = await listenOnce();
  const shared = { scopes, redirectUri, nonce: 'the-nonce', ...request };
  const url = await msal.getAuthCodeUrl({
    ...shared,
    state: 'the-state',
    responseMode: 'form_post',
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
  });
  await simulator.visit(url, answer);
  const fields = await posted;
  return msal.acquireTokenByCode({
    ...shared,
    code: fields.get('code') ?? '',
    clientInfo: fields.get('client_info') ?? '',
    codeVerifier: verifier,
  });
}

describe('MSAL 7 against the simulator', () => {
  it('signs in through the browser, and then has its token silently', async () => {
    const msal = createMsal();
    const { mira } = simulator.people;
    const { account, accessToken, scopes: granted } = await signIn(msal);
    expect(account).toMatchObject({
      homeAccountId: `${mira.oid}.${mira.tid}`,
      localAccountId: mira.oid,
      tenantId: mira.tid,
      username: mira.username,
      name: mira.name,
      environment: 'demo.invalid',
    });
    expect(granted).toEqual(expect.arrayContaining(scopes));
    expect(simulator.pages.map(({ body }) => body)).toEqual(['<h1>Done</h1>']);

    const before = simulator.signIns.length;
    if (account === null) throw new Error('no account');
    const silent = await msal.acquireTokenSilent({ account, scopes });
    expect([silent.fromCache, silent.accessToken === accessToken, simulator.signIns.length]).toEqual([
      true,
      true,
      before,
    ]);
    const fresh = await msal.acquireTokenSilent({ account, scopes, forceRefresh: true });
    expect((await graphClient(simulator, fresh.accessToken)('GET', '/me/presence')).status).toBe(200);
  });

  it('picks the hinted person', async () => {
    const { account } = await signIn(createMsal(), { loginHint: simulator.people.jonas.username });
    expect(account?.name).toBe('Jonas Weber');
  });

  it('answers a claims challenge with one new token', async () => {
    const msal = createMsal();
    const { account, accessToken } = await signIn(msal);
    simulator.setProfile('claimsChallenge401');
    const refused = await graphClient(simulator, accessToken)('POST', '/me/presence/clearUserPreferredPresence', {});
    const claims = challengeOf(refused.headers);
    if (account === null) throw new Error('no account');
    const renewed = await msal.acquireTokenSilent({ account, scopes, claims });
    const graph = graphClient(simulator, renewed.accessToken);
    expect([refused.status, (await graph('POST', '/me/presence/clearUserPreferredPresence', {})).status]).toEqual([
      401, 200,
    ]);
  });

  it('where the new token is not enough, a sign-in with the claims is', async () => {
    const msal = createMsal();
    const { account, accessToken } = await signIn(msal);
    simulator.setProfile({ name: 'claimsChallenge401', isInteractionNeeded: true });
    const refused = await graphClient(simulator, accessToken)('POST', '/me/presence/clearUserPreferredPresence', {});
    const claims = challengeOf(refused.headers);
    if (account === null) throw new Error('no account');
    const stepUp = await msal.acquireTokenSilent({ account, scopes, claims }).catch((error: unknown) => error);
    if (!(stepUp instanceof InteractionRequiredAuthError)) throw new Error('no interaction was asked for');
    const { accessToken: renewed } = await signIn(msal, { claims: stepUp.claims });
    const graph = graphClient(simulator, renewed);
    expect((await graph('POST', '/me/presence/clearUserPreferredPresence', {})).status).toBe(200);
  });

  it('signs in with a device code that somebody types', async () => {
    const msal = createMsal();
    const result = await msal.acquireTokenByDeviceCode({
      scopes,
      deviceCodeCallback: ({ userCode, verificationUri }) => {
        void simulator.visit(verificationUri, { userCode, person: simulator.people.jonas });
      },
    });
    expect(result?.account?.username).toBe('jonas@contoso.com');
  });

  it('a device code that somebody refuses ends the polling', async () => {
    const refused = createMsal().acquireTokenByDeviceCode({
      scopes,
      deviceCodeCallback: ({ userCode, verificationUri }) => {
        void simulator.visit(verificationUri, { userCode, outcome: 'deny' });
      },
    });
    await expect(refused).rejects.toThrow('authorization_declined');
  });
});

function challengeOf(headers: Headers): string {
  const encoded = /claims="([^"]+)"/.exec(headers.get('www-authenticate') ?? '')?.[1] ?? '';
  return Buffer.from(encoded, 'base64').toString();
}
