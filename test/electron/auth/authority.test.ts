import { describe, expect, it } from 'vitest';
import { createWords } from '#contract/words.ts';
import { missingScopes } from '../../../electron/auth/account.ts';
import { createAuth } from '../../../electron/auth/auth.ts';
import type { Fetch } from '../../../electron/ports.ts';
import { openIdConfiguration } from '../../../electron/simulator/entra/discovery.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { recordLog } from '../../fakes/log.ts';
import { createMemoryStore, graphScopes, signIn } from './signInWorld.ts';

const tenant = '3b1f7a52-0c4e-4d8b-9a67-5e2d8f10c4b9';

/** What a sign-in asks the network before the browser opens, and where it then sends the person. */
async function wayIn(authority: string, answer: Fetch = () => Promise.reject(new TypeError('fetch failed'))) {
  const asked: string[] = [];
  const opened: string[] = [];
  const auth = createAuth({
    ...{ clientId: 'c1a7e6d2-93b4-4f58-8e0c-7d2b6a915f30', authority, scopes: graphScopes, mailboxScopes: [] },
    ...{ clock: createFakeClock(), log: recordLog(), tokenStore: createMemoryStore(), say: createWords('en').say },
    looks: () => 0,
    fetch: (input, init) => {
      asked.push(String(input));
      return answer(input, init);
    },
    openBrowser: async (url) => {
      opened.push(new URL(url).origin + new URL(url).pathname);
      auth.cancelSignIn();
    },
  });
  return { outcome: await signIn(auth), asked, opened };
}

describe('the authority', () => {
  it('[C3] Microsoft’s own needs no discovery at all', async () => {
    expect(await wayIn('https://login.microsoftonline.com/organizations')).toEqual({
      outcome: { status: 'cancelled' },
      asked: [],
      opened: ['https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize'],
    });
  });

  it('[C3] an unknown host is an Entra ID of its own: only that host is asked', async () => {
    const origin = 'https://login.contoso.example:8443';
    const answer: Fetch = async () => new Response(JSON.stringify(openIdConfiguration(origin, origin, tenant)));
    expect(await wayIn(`${origin}/${tenant}`, answer)).toEqual({
      outcome: { status: 'cancelled' },
      asked: [`${origin}/${tenant}/v2.0/.well-known/openid-configuration`],
      opened: [`${origin}/${tenant}/oauth2/v2.0/authorize`],
    });
  });

  it.each([
    ['offline', undefined, { kind: 'offline' }],
    ['behind a portal', async () => new Response('<html>'), { kind: 'intercepted', trace: { status: 200 } }],
  ] as const)('[N4] an unknown host %s is not called misconfigured', async (_title, answer, problem) => {
    expect((await wayIn(`https://login.contoso.example/${tenant}`, answer)).outcome).toEqual({
      status: 'failed',
      problem,
    });
  });

  it('[C1] an authority that is none is misconfigured, and nothing is sent', async () => {
    for (const authority of [`http://login.contoso.example/${tenant}`, 'nonsense']) {
      const { outcome, asked } = await wayIn(authority);
      expect([outcome, asked]).toEqual([
        { status: 'failed', problem: { kind: 'misconfigured', trace: { code: expect.any(String) } } },
        [],
      ]);
    }
  });
});

describe('the permissions', () => {
  it.each([
    [[...graphScopes, 'openid'], []],
    [['presence.readwrite', 'Presence.Read'], []],
    [['Presence.ReadWrite'], []],
    [['Presence.Read', 'openid'], ['https://graph.microsoft.com/Presence.ReadWrite']],
    [[], graphScopes],
  ])('[S7] of %j granted, %j is missing', (granted, missing) => {
    expect(missingScopes(graphScopes, granted)).toEqual(missing);
  });
});
