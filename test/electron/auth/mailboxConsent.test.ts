import { describe, expect, it } from 'vitest';
import type { VisitAnswer } from '../../../electron/simulator/browser.ts';
import { people } from '../../../electron/simulator/people.ts';
import { createGate } from '../../fakes/gate.ts';
import { createSignInWorld, type SignInWorld, signIn } from './signInWorld.ts';

/** Mira, signed in with her presence only; `answers` are what she then does in the browser, in order. */
async function signedIn(...answers: readonly VisitAnswer[]): Promise<SignInWorld> {
  const left = [{}, ...answers];
  const world = await createSignInWorld({ visit: (url, simulator) => simulator.visit(url, left.shift()) });
  await signIn(world.auth);
  return world;
}

async function allow(world: SignInWorld) {
  const { account } = await world.auth.restore();
  return world.auth.signIn('browser', { account, isForMailbox: true, onDeviceCode: () => {} });
}

const scopeOf = (link: string | undefined) => new URL(link ?? '').searchParams.get('scope');

describe('[O4] the permission for the mailbox', () => {
  it('is never asked by a sign-in, and a token for it is refused without harm', async () => {
    const world = await signedIn();
    expect(scopeOf(world.browser.opened[0])).not.toContain('Mailbox');
    expect(await world.auth.getToken({ isForMailbox: true })).toMatchObject({ problem: { kind: 'consentRequired' } });
    expect((await world.auth.getToken({ isRefused: true })).ok).toBe(true);
  });

  it('is asked for by itself, of the same person, and then never again', async () => {
    const world = await signedIn({});
    expect(await allow(world)).toMatchObject({ status: 'signedIn', keptBy: 'keyring' });
    const link = new URL(world.browser.opened[1] ?? '');
    expect([link.searchParams.get('login_hint'), link.searchParams.get('prompt')]).toEqual(['mira@contoso.com', null]);
    expect(scopeOf(world.browser.opened[1])).toContain('https://graph.microsoft.com/MailboxSettings.ReadWrite');
    expect((await world.auth.getToken({ isForMailbox: true })).ok).toBe(true);
    expect((await world.auth.getToken({ isForMailbox: true, isRefused: true })).ok).toBe(true);
    expect((await world.auth.getToken()).ok).toBe(true);
    expect(world.browser.opened).toHaveLength(2);
  });

  it('that nobody has answered yet gives way to a sign-in, which asks for no mailbox', async () => {
    let isPatient = false;
    const world = await createSignInWorld({ visit: async (url, { visit }) => !isPatient && visit(url) });
    await signIn(world.auth);
    isPatient = true;
    const asking = allow(world);
    await expect.poll(() => world.browser.opened.length).toBe(2);
    isPatient = false;
    expect(await world.auth.signIn('browser', { account: null, onDeviceCode: () => {} })).toMatchObject({
      status: 'signedIn',
    });
    expect([await asking, world.auth.signInLink()]).toEqual([{ status: 'cancelled' }, null]);
    expect(world.browser.opened.map((link) => scopeOf(link)?.includes('Mailbox'))).toEqual([false, true, false]);
  });

  it('given while a token is on its way, ends no session', async () => {
    const world = await signedIn({});
    const { answer } = world.network;
    const refresh = createGate();
    const isRefresh = (body: unknown) => String(body).includes('grant_type=refresh_token');
    world.network.answer = async (input, init) => {
      if (isRefresh(init?.body)) await refresh.opened;
      return answer(input, init);
    };
    const token = world.auth.getToken({ isRefused: true });
    expect((await allow(world)).status).toBe('signedIn');
    world.network.answer = answer;
    refresh.open();
    expect((await token).ok).toBe(true);
  });

  it('refused, leaves the session as it was', async () => {
    const world = await signedIn({ outcome: 'decline' });
    expect(await allow(world)).toMatchObject({ status: 'failed', problem: { kind: 'signInDenied' } });
    expect((await world.auth.getToken({ isRefused: true })).ok).toBe(true);
  });

  it('given by somebody else, changes nothing', async () => {
    const world = await signedIn({ person: people.jonas });
    expect(await allow(world)).toMatchObject({ status: 'failed', problem: { kind: 'signInDenied' } });
    expect((await world.auth.restore()).account?.id).toBe(people.mira.oid);
    expect((await world.auth.getToken({ isRefused: true })).ok).toBe(true);
  });
});
