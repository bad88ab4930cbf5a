import { expect, it } from 'vitest';
import { english } from '#contract/languages/english.ts';
import { plainPresence } from '#contract/presence.ts';
import { sessionEnded } from '../../electron/state/sessionTransitions.ts';
import { createKeyring, startJourney, startSignedIn } from './app.ts';
import { answererOf, askerOf } from './asked.ts';

const status = { kind: 'status', isJson: false } as const;
const busy = { do: 'set', presence: plainPresence('Busy'), until: null, sequel: 'automatic' } as const;

it('[K2][S4] behind a keyring that is locked nobody knows who is signed in, and that is said', async () => {
  const tokenStore = createKeyring();
  const { simulator } = await startSignedIn({ tokenStore });
  tokenStore.setLocked(true);
  const journey = await startJourney({ tokenStore, simulator });
  await journey.restoreSession();
  const locked = { code: 3, text: english['notice.signInLocked'] };
  expect(await askerOf(journey)({ presence: busy })).toEqual(locked);
  expect(await answererOf(journey)(status)).toEqual(locked);
});

it('[K2][S6] a session that ended by itself is said to have, with what to do', async () => {
  const journey = await startSignedIn();
  journey.store.apply(sessionEnded, { kind: 'signInRequired' });
  const ended = { code: 3, text: `${english['problem.signInRequired']}\n${english['cli.signedOut']}` };
  expect(await askerOf(journey)({ presence: busy })).toEqual(ended);
  expect(await answererOf(journey)(status)).toEqual(ended);
});

it('[K2][S4] --sign-in says where the sign-in is not saved, since no keyring is open', async () => {
  const tokenStore = createKeyring();
  tokenStore.setLocked(true);
  const journey = await startJourney({ tokenStore });
  await journey.restoreSession();
  expect(await answererOf(journey)({ kind: 'signIn' })).toEqual({
    code: 0,
    text: `Signed in as mira@contoso.com.\n${english['notice.signInNotKept']}`,
  });
});

it('[K2] a start whose keyring does not answer does not know that nobody is signed in', async () => {
  const journey = await startJourney();
  const answered = answererOf(journey)(status);
  await journey.clock.advance(15_000);
  expect(await answered).toEqual({ code: 1, text: english['menu.starting'] });
});
