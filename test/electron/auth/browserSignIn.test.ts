import { afterEach, describe, expect, it } from 'vitest';
import { people } from '../../../electron/simulator/people.ts';
import { createSignInWorld, eventually, graphScopes, type SignInWorld, signIn } from './signInWorld.ts';

const mira = {
  homeAccountId: `${people.mira.oid}.${people.mira.tid}`,
  id: people.mira.oid,
  tenantId: people.mira.tid,
  username: people.mira.username,
  name: people.mira.name,
};

let world: SignInWorld;
afterEach(() => world.simulator.close());

const lastPage = () => world.simulator.pages.at(-1)?.body ?? '';
const failed = (problem: object) => ({ status: 'failed', problem });

describe('signing in with the browser', () => {
  it('[S2] a person signs in, the page says so, and the tokens are kept', async () => {
    world = await createSignInWorld();
    expect(await signIn(world.auth)).toEqual({ status: 'signedIn', account: mira, keptBy: 'keyring' });
    await world.browser.settled();
    expect(lastPage()).toContain('You’re signed in.');
    expect((await world.auth.getToken()).ok).toBe(true);
    expect(world.asked.map(({ path }) => path.split('/').at(-1))).toEqual(['token']);
  });

  it('[S2] asks with PKCE, state, nonce, form_post, CP1 and exactly our permissions', async () => {
    world = await createSignInWorld();
    await signIn(world.auth);
    const query = new URL(world.browser.opened[0] ?? '').searchParams;
    expect({
      mode: query.get('response_mode'),
      method: query.get('code_challenge_method'),
      prompt: query.get('prompt'),
      redirect: query.get('redirect_uri'),
      scope: query.get('scope'),
      capability: JSON.parse(query.get('claims') ?? '')?.access_token?.xms_cc?.values,
      lengths: ['state', 'nonce', 'code_challenge'].map((name) => query.get(name)?.length),
    }).toEqual({
      mode: 'form_post',
      method: 'S256',
      prompt: 'select_account',
      redirect: expect.stringMatching(/^http:\/\/localhost:\d+$/),
      scope: [...graphScopes, 'openid', 'profile', 'offline_access'].join(' '),
      capability: ['CP1'],
      lengths: [43, 43, 43],
    });
    expect(query.get('state')).not.toBe(query.get('nonce'));
  });

  it('[S2] a second sign-in while one runs joins it', async () => {
    world = await createSignInWorld();
    const outcomes = await Promise.all([signIn(world.auth), signIn(world.auth)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['signedIn', 'signedIn']);
    expect(world.browser.opened).toHaveLength(1);
  });

  it('[S2] a cancelled sign-in ends at once, frees its port, and the next one works', async () => {
    let isPatient = true;
    world = await createSignInWorld({ visit: async (url, simulator) => !isPatient && simulator.visit(url) });
    const first = signIn(world.auth);
    const link = await eventually(() => world.auth.signInLink());
    world.auth.cancelSignIn();
    expect(await first).toEqual({ status: 'cancelled' });
    const redirect = new URL(link).searchParams.get('redirect_uri') ?? '';
    await expect(fetch(redirect.replace('localhost', '127.0.0.1'))).rejects.toThrow('fetch failed');
    expect(world.auth.signInLink()).toBeNull();
    isPatient = false;
    expect((await signIn(world.auth)).status).toBe('signedIn');
  });

  it('[S2] a sign-in that nobody finishes times out', async () => {
    world = await createSignInWorld({ visit: async () => undefined });
    const outcome = signIn(world.auth);
    await eventually(() => world.auth.signInLink());
    await world.clock.advance(299_000);
    expect(world.auth.signInLink()).not.toBeNull();
    await world.clock.advance(1_000);
    expect(await outcome).toEqual(failed({ kind: 'signInTimedOut' }));
    expect(world.clock.waiting()).toBe(0);
  });

  it('[S2] the page can be opened again, and a browser that does not open is said', async () => {
    const opened: string[] = [];
    let hasBrowser = true;
    const openBrowser = async (url: string) => {
      if (!hasBrowser) throw new Error('no browser');
      opened.push(url);
    };
    world = await createSignInWorld({ auth: { openBrowser } });
    const outcome = signIn(world.auth);
    const link = await eventually(() => world.auth.signInLink());
    await world.auth.reopenSignIn();
    hasBrowser = false;
    await world.auth.reopenSignIn();
    expect([opened, world.log.events.at(-1)]).toEqual([[link, link], 'auth.browserNotReopened']);
    world.auth.cancelSignIn();
    await outcome;
    expect(await signIn(world.auth)).toEqual(failed({ kind: 'browserNotOpened' }));
  });

  it('[S7] a person who says no is told so, and the page says it failed', async () => {
    world = await createSignInWorld({ visit: (url, simulator) => simulator.visit(url, { outcome: 'deny' }) });
    expect(await signIn(world.auth)).toEqual(failed({ kind: 'signInDenied' }));
    await world.browser.settled();
    expect(lastPage()).toContain('You’re not signed in.');
    expect(world.store.saved).toEqual([]);
  });

  it('[S7] a code that cannot be redeemed never shows a page of success', async () => {
    world = await createSignInWorld();
    world.simulator.setRefusal({ at: 'exchange', code: 53003 });
    const trace = { code: 'AADSTS53003', requestId: expect.any(String) };
    expect(await signIn(world.auth)).toEqual(failed({ kind: 'signInBlocked', trace }));
    await world.browser.settled();
    expect(lastPage()).toContain('You’re not signed in.');
  });

  it('[S7] a personal account is refused and not kept', async () => {
    world = await createSignInWorld({
      visit: (url, simulator) => simulator.visit(url, { person: people.personal }),
    });
    world.simulator.admitPersonalAccounts();
    expect(await signIn(world.auth)).toEqual(failed({ kind: 'personalAccount' }));
    expect([world.store.saved, await world.auth.getToken()]).toEqual([
      [],
      { ok: false, problem: { kind: 'signInRequired' } },
    ]);
  });

  it('[S7] a permission that was not granted is named', async () => {
    world = await createSignInWorld();
    world.simulator.setGrantable(['Presence.Read']);
    const scopes = ['https://graph.microsoft.com/Presence.ReadWrite'];
    expect(await signIn(world.auth)).toEqual(failed({ kind: 'consentRequired', scopes }));
  });

  it('[S1] no code, token, state or name reaches the log', async () => {
    world = await createSignInWorld();
    await signIn(world.auth);
    const token = await world.auth.getToken();
    const secrets = JSON.stringify([...world.asked.map(({ form }) => [...form.values()]), token, world.store.text()]);
    const long = secrets.match(/[\w.-]{30,}/g) ?? [];
    expect(long.length).toBeGreaterThan(5);
    expect(long.filter((secret) => world.log.text().includes(secret))).toEqual([]);
    expect(world.log.text()).not.toMatch(/contoso|Mira/);
  });
});
