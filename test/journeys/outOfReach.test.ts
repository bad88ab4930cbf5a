import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSecretFile } from '../../electron/storage/secretFile.ts';
import { recordLog } from '../fakes/log.ts';
import { createFakeSecretBox } from '../fakes/secretBox.ts';
import { whileShutOut } from '../fakes/shutOut.ts';
import { startJourney, startSignedIn } from './app.ts';

it('[S4] a saved sign-in that cannot be reached at the start is taken up later, and nobody is told that it is gone', async () => {
  const away = mkdtempSync(join(tmpdir(), 'presently-away-'));
  onTestFinished(() => rmSync(away, { recursive: true, force: true }));
  const options = { path: join(away, 'session.bin'), box: createFakeSecretBox(), log: recordLog() };
  const { simulator, folder, clock } = await startSignedIn({ tokenStore: createSecretFile(options) });
  const next = await startJourney({ simulator, folder, clock, tokenStore: createSecretFile(options) });
  await whileShutOut(away, next.restoreSession);
  expect(next.store.get()).toMatchObject({ session: { status: 'signedOut' }, notices: [{ kind: 'savedOutOfReach' }] });
  await next.upkeep();
  await clock.advance(15_000);
  await next.upkeep();
  expect(next.store.get()).toMatchObject({ session: { status: 'signedIn', keptBy: 'keyring' }, notices: [] });
});
