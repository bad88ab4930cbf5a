import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSecretFile } from '../../electron/storage/secretFile.ts';
import { recordLog } from '../fakes/log.ts';
import { createFakeSecretBox } from '../fakes/secretBox.ts';
import { whileShutOut } from '../fakes/shutOut.ts';
import { startSignedIn } from './app.ts';
import { answererOf } from './asked.ts';

/** Somebody whose sign-in is kept in a file of that folder. */
async function startKept() {
  const place = mkdtempSync(join(tmpdir(), 'presently-tokens-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const file = { path: join(place, 'session.bin'), box: createFakeSecretBox(), log: recordLog() };
  const journey = await startSignedIn({ tokenStore: createSecretFile(file) });
  return { ...journey, place, answer: answererOf(journey) };
}

it('[S5] a sign-out that cannot delete the saved sign-in says so, until there is another or none', async () => {
  const { handlers, store, place } = await startKept();
  const told = () => [store.get().session.status, store.get().notices];
  await whileShutOut(place, () => handlers.signOut(undefined));
  expect(told()).toEqual(['signedOut', [{ kind: 'signInNotDeleted' }]]);
  await handlers.signIn('browser');
  expect(told()).toEqual(['signedIn', []]);
  await whileShutOut(place, () => handlers.signOut(undefined));
  await handlers.signOut(undefined);
  expect(told()).toEqual(['signedOut', []]);
});

it('[S5][K2] --sign-out that cannot delete the saved sign-in is a failure, and can be repeated', async () => {
  const { answer, place } = await startKept();
  const text =
    'You are signed out, but your saved sign-in could not be deleted: the next start may find it. Delete token-cache.bin in the data folder.';
  expect(await whileShutOut(place, () => answer({ kind: 'signOut' }))).toEqual({ code: 1, text });
  expect(await answer({ kind: 'signOut' })).toEqual({ code: 0, text: 'Signed out.' });
});
