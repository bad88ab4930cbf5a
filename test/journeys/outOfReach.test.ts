import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSecretFile } from '../../electron/storage/secretFile.ts';
import { recordLog } from '../fakes/log.ts';
import { createFakeSecretBox } from '../fakes/secretBox.ts';
import { whileShutOut } from '../fakes/shutOut.ts';
import { createKeyring, type Journey, startJourney, startSignedIn } from './app.ts';

/** Until the files are looked for again, and then. */
async function lookAgain({ upkeep, clock }: Journey): Promise<void> {
  await upkeep();
  await clock.advance(15_000);
  await upkeep();
}

const busy = { availability: 'Busy', activity: 'Busy' } as const;
const away = { availability: 'Away', activity: 'Away' } as const;
const heldUp = { session: { status: 'signedOut' }, notices: [{ kind: 'savedOutOfReach' }] };

it('[S4] a saved sign-in that cannot be read at the start is taken up later, and nobody is told that it is gone', async () => {
  const place = mkdtempSync(join(tmpdir(), 'presently-tokens-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const options = { path: join(place, 'session.bin'), box: createFakeSecretBox(), log: recordLog() };
  const { simulator, folder, clock } = await startSignedIn({ tokenStore: createSecretFile(options) });
  const next = await startJourney({ simulator, folder, clock, tokenStore: createSecretFile(options) });
  await whileShutOut(place, next.restoreSession);
  expect(next.store.get()).toMatchObject(heldUp);
  await lookAgain(next);
  expect(next.store.get()).toMatchObject({ session: { status: 'signedIn', keptBy: 'keyring' }, notices: [] });
});

/**
 * The next start of somebody who is busy until they choose something else. They keep what they chose on a disk that is
 * not there yet, and is once `mount` is called.
 */
async function startUnmounted(tokenStore = createKeyring()) {
  const { simulator, folder, clock, handlers, saved } = await startSignedIn({ tokenStore });
  await handlers.setPresence(busy);
  await saved();
  const disk = join(folder, 'disk.json');
  renameSync(join(folder, 'desired.json'), disk);
  symlinkSync(join(folder, 'mounted.json'), join(folder, 'desired.json'));
  const next = await startJourney({ simulator, folder, clock, tokenStore });
  return { next, mount: () => renameSync(disk, join(folder, 'mounted.json')) };
}

it('[W1][B3] nothing is begun while it cannot be read what somebody wanted, and all of it is there later', async () => {
  const { next, mount } = await startUnmounted();
  await next.restoreSession();
  expect(next.store.get()).toMatchObject(heldUp);
  mount();
  await lookAgain(next);
  const { session, notices, chosen } = next.store.get();
  expect([session.status, notices, chosen?.presence]).toEqual(['signedIn', [], busy]);
});

it('[W1][B3] whoever signs in anew begins without it, and nothing is written over it', async () => {
  const { next, mount } = await startUnmounted();
  await next.restoreSession();
  await next.handlers.signIn('browser');
  const { session, notices, chosen } = next.store.get();
  expect([session.status, notices, chosen]).toEqual(['signedIn', [], null]);
  await next.handlers.setPresence(away);
  await next.saved();
  mount();
  const chosenIn = (name: string) => JSON.parse(readFileSync(join(next.folder, name), 'utf8')).chosen.presence;
  expect([chosenIn('desired.json'), chosenIn('desired.json.bad')]).toEqual([away, busy]);
});

it('[S4][B3] what holds the start up now is told in place of what did before, each once', async () => {
  const keyring = createKeyring();
  const { next } = await startUnmounted(keyring);
  keyring.setLocked(true);
  await next.restoreSession();
  expect(next.store.get().notices).toEqual([{ kind: 'signInLocked' }]);
  keyring.setLocked(false);
  await next.restoreSession();
  expect(next.store.get()).toMatchObject(heldUp);
  await next.handlers.dismissNotices(undefined);
  await next.restoreSession();
  expect(next.store.get().notices).toEqual([]);
});

it('[B3][D1] a pause of the rules is not lost where its file is out of reach at the start', async () => {
  const { simulator, folder, clock, tokenStore, handlers } = await startSignedIn();
  await handlers.pauseAutomation('tomorrow');
  renameSync(join(folder, 'automation.json'), join(folder, 'disk.json'));
  symlinkSync(join(folder, 'mounted.json'), join(folder, 'automation.json'));
  const next = await startJourney({ simulator, folder, clock, tokenStore });
  await next.hear('lock');
  expect(next.store.get().automation.pausedUntil).toBeNull();
  renameSync(join(folder, 'disk.json'), join(folder, 'mounted.json'));
  await next.restoreSession();
  await clock.advance(15_000);
  await next.hear('unlock');
  expect(next.store.get().automation.pausedUntil).not.toBeNull();
});
