import { expect, it, vi } from 'vitest';
import { createKeyring, startJourney, startSignedIn } from './app.ts';

it('[S4] a keyring that opens after the start brings the sign-in back, and what it waited for is done', async () => {
  const keyring = createKeyring();
  const first = await startSignedIn({ tokenStore: keyring });
  const { simulator } = first;
  keyring.setLocked(true);
  const { restoreSession, handlers, upkeep, store, clock } = await startJourney({ tokenStore: keyring, simulator });
  await restoreSession();
  expect(store.get()).toMatchObject({ session: { status: 'signedOut' }, notices: [{ kind: 'signInLocked' }] });
  // Closing the bar that tells of it is no wish to stay signed out.
  await handlers.dismissNotices(undefined);
  await upkeep();
  keyring.setLocked(false);
  await upkeep();
  expect(store.get().session.status).toBe('signedOut');
  clock.advance(15_000);
  await upkeep();
  expect(store.get()).toMatchObject({
    session: { status: 'signedIn', keptBy: 'keyring' },
    notices: [],
    presence: { value: { availability: 'Available' } },
  });
});

it('[S4] a sign-in that was only in memory is kept as soon as the keyring opens', async () => {
  const keyring = createKeyring();
  keyring.setLocked(true);
  const { upkeep, store, clock, simulator } = await startSignedIn({ tokenStore: keyring });
  expect(store.get()).toMatchObject({ session: { keptBy: 'memory' }, notices: [{ kind: 'signInNotKept' }] });
  await upkeep();
  keyring.setLocked(false);
  clock.advance(15_000);
  await upkeep();
  expect(store.get()).toMatchObject({ session: { keptBy: 'keyring' }, notices: [] });
  const next = await startJourney({ tokenStore: keyring, simulator });
  await next.restoreSession();
  expect(next.store.get().session.status).toBe('signedIn');
});

it('a keyring that stays away is asked less and less often', async () => {
  const keyring = createKeyring();
  keyring.setLocked(true);
  const { upkeep, clock } = await startSignedIn({ tokenStore: keyring });
  let asked = 0;
  const { save } = keyring;
  keyring.save = (text) => {
    asked += 1;
    return save(text);
  };
  for (let minute = 0; minute < 60; minute += 1) {
    await upkeep();
    clock.advance(60_000);
  }
  expect(asked).toBeGreaterThan(5);
  expect(asked).toBeLessThan(12);
});

it('[S2] a sign-in that begins while the keyring is asked is not ended by its answer', async () => {
  const keyring = createKeyring();
  const { restoreSession, handlers, store } = await startJourney({ tokenStore: keyring });
  const restoring = restoreSession();
  const signingIn = handlers.signIn('browser');
  await Promise.all([restoring, signingIn]);
  expect(store.get().session.status).toBe('signedIn');
});

it('[S4] a keyring that opens after a sign-in was given up brings the sign-in back as well', async () => {
  const keyring = createKeyring();
  const { simulator } = await startSignedIn({ tokenStore: keyring });
  keyring.setLocked(true);
  const next = await startJourney({ tokenStore: keyring, simulator, visit: async () => {} });
  await next.restoreSession();
  const signingIn = next.handlers.signIn('browser');
  await vi.waitFor(() => expect(next.store.get().session.status).toBe('signingIn'));
  await next.handlers.cancelSignIn(undefined);
  await signingIn;
  keyring.setLocked(false);
  await next.upkeep();
  next.clock.advance(15_000);
  await next.upkeep();
  expect(next.store.get().session.status).toBe('signedIn');
});

it('[S4] once a sign-in is kept, nothing says that it is not', async () => {
  const keyring = createKeyring();
  keyring.setLocked(true);
  const { handlers, store } = await startSignedIn({ tokenStore: keyring });
  await handlers.signOut(undefined);
  keyring.setLocked(false);
  await handlers.signIn('browser');
  expect(store.get()).toMatchObject({ session: { keptBy: 'keyring' }, notices: [] });
});

it('[S4] a keyring that stays closed is told of once, however often it is asked', async () => {
  const keyring = createKeyring();
  const { simulator } = await startSignedIn({ tokenStore: keyring });
  keyring.setLocked(true);
  const { restoreSession, handlers, upkeep, store, clock } = await startJourney({ tokenStore: keyring, simulator });
  await restoreSession();
  await handlers.dismissNotices(undefined);
  for (let minute = 0; minute < 60; minute += 1) {
    await clock.advance(60_000);
    await upkeep();
    expect(store.get().notices).toEqual([]);
  }
});
