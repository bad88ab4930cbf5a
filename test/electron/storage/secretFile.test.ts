import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretFile } from '../../../electron/storage/secretFile.ts';
import { recordLog } from '../../fakes/log.ts';
import { createFakeSecretBox } from '../../fakes/secretBox.ts';
import { aMoment, whileShutOut } from '../../fakes/shutOut.ts';

const secret = '{"RefreshToken":"very secret"}';
const nothing = { text: '', loss: null };
const locked = { text: '', loss: 'locked' };
const unreadable = { text: '', loss: 'unreadable' };
const unreachable = { text: '', loss: 'unreachable' };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-file-'));
  path = join(folder, 'deep', 'session.bin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = recordLog();
const open = (box = createFakeSecretBox()) => createSecretFile({ path, box, log });
const files = () => (existsSync(join(folder, 'deep')) ? readdirSync(join(folder, 'deep')).sort() : []);

describe('the secret file', () => {
  it('[S4] keeps a text sealed, for its owner only, until the next start', async () => {
    expect(await open().load()).toEqual(nothing);
    const umask = process.umask(0);
    expect(await open().save(secret)).toBe('keyring');
    process.umask(umask);
    expect([statSync(path).mode & 0o777, statSync(join(folder, 'deep')).mode & 0o777]).toEqual([0o600, 0o700]);
    expect(readFileSync(path, 'latin1')).not.toContain('secret');
    expect(await open().load()).toEqual({ text: secret, loss: null });
    expect(files()).toEqual(['session.bin']);
  });

  it('[S4] without a safe box the text lives in memory, and no file is written', async () => {
    const store = open(createFakeSecretBox({ isSafe: false }));
    expect(await store.save(secret)).toBe('memory');
    expect([files(), await store.load()]).toEqual([[], { text: secret, loss: null }]);
  });

  it('[S4] a file of another login stays as it is while the box is closed', async () => {
    await open().save(secret);
    const box = createFakeSecretBox({ isSafe: false });
    const store = open(box);
    expect([await store.load(), await store.save('new')]).toEqual([locked, 'memory']);
    expect(await open().load()).toEqual({ text: secret, loss: null });
    box.unlock();
    expect(await store.save('newer')).toBe('keyring');
    expect((await open().load()).text).toBe('newer');
  });

  it('[S4] a file whose key is lost is set aside, not deleted', async () => {
    await open().save(secret);
    const sealed = readFileSync(path);
    const store = open(createFakeSecretBox({ key: 'second' }));
    expect([await store.load(), files()]).toEqual([unreadable, ['session.bin.unreadable']]);
    expect(readFileSync(`${path}.unreadable`)).toEqual(sealed);
    expect([await store.save('again'), files()]).toEqual(['keyring', ['session.bin', 'session.bin.unreadable']]);
  });

  it('[S4] a box that closes in the middle says nothing about the file', async () => {
    await open().save(secret);
    const box = createFakeSecretBox();
    const closing = (bytes: Uint8Array) => {
      box.lock();
      return box.open(bytes);
    };
    const store = createSecretFile({ path, log, box: { ...box, open: closing } });
    expect([await store.load(), files()]).toEqual([locked, ['session.bin']]);
  });

  it('[S4] a box that fails once and is still safe is asked again before the file is given up', async () => {
    await open().save(secret);
    const box = createFakeSecretBox();
    let asked = 0;
    const slow = async (bytes: Uint8Array) => {
      asked += 1;
      if (asked === 1) throw new Error('the keyring did not answer in time');
      return box.open(bytes);
    };
    const store = createSecretFile({ path, log, box: { ...box, open: slow } });
    expect([await store.load(), files()]).toEqual([{ text: secret, loss: null }, ['session.bin']]);
  });

  it('[S4] a file that cannot be reached for a moment is waited for', async () => {
    await open().save(secret);
    const { loading } = await whileShutOut(join(folder, 'deep'), async () => {
      const loading = open().load();
      await aMoment();
      return { loading };
    });
    expect(await loading).toEqual({ text: secret, loss: null });
  });

  it('[S4] a file that cannot be reached for a moment is written all the same', async () => {
    const store = open();
    await store.save('old');
    const { saving } = await whileShutOut(join(folder, 'deep'), async () => {
      const saving = store.save(secret);
      await aMoment();
      return { saving };
    });
    expect([await saving, (await open().load()).text, files()]).toEqual(['keyring', secret, ['session.bin']]);
  });

  it('[S4] a file that cannot be reached for longer is left as it is, and found later', async () => {
    await open().save(secret);
    const store = open();
    expect(await whileShutOut(join(folder, 'deep'), store.load)).toEqual(unreachable);
    expect([files(), await store.load()]).toEqual([['session.bin'], { text: secret, loss: null }]);
  });

  it.each<[string, () => void]>([
    ['garbage', () => writeFileSync(path, 'garbage')],
    ['a file of two mebibytes', () => writeFileSync(path, Buffer.alloc(2_097_152))],
    ['a link', () => symlinkSync('/etc/passwd', path)],
    ['a link to nowhere', () => symlinkSync('/nowhere', path)],
    ['a pipe', () => execFileSync('mkfifo', [path])],
    ['a folder', () => mkdirSync(path)],
  ])('[S4] %s in its place is neither followed nor waited for, and the next save works', async (_title, place) => {
    mkdirSync(join(folder, 'deep'));
    place();
    const store = open();
    expect([await store.load(), files()]).toEqual([unreadable, ['session.bin.unreadable']]);
    expect([await store.save(secret), statSync(path).isFile()]).toEqual(['keyring', true]);
    expect(statSync('/etc/passwd').size).toBeGreaterThan(secret.length);
  });

  it('a save that fails keeps the old file and the new text in memory', async () => {
    await open().save('old');
    const store = open();
    mkdirSync(`${path}.new`);
    expect([await store.save('new'), (await store.load()).text]).toEqual(['memory', 'new']);
    expect((await open().load()).text).toBe('old');
  });

  it('a place where no file can be is survived', async () => {
    writeFileSync(join(folder, 'deep'), 'a file where the folder should be');
    const store = open();
    expect([await store.load(), await store.save(secret), (await store.load()).text]).toEqual([
      unreachable,
      'memory',
      secret,
    ]);
  });

  it('saves one after the other, the last one last', async () => {
    const store = open();
    await Promise.all(Array.from({ length: 20 }, (_, index) => store.save(`${index}`)));
    expect([(await open().load()).text, files()]).toEqual(['19', ['session.bin']]);
  });

  it('[S1] says nothing of the text in the log', async () => {
    const ownLog = recordLog();
    await open().save(secret);
    const store = createSecretFile({ path, box: createFakeSecretBox({ key: 'second' }), log: ownLog });
    await store.load();
    mkdirSync(`${path}.new`);
    await store.save(secret);
    expect(ownLog.events).toEqual(['secret.unreadable', 'secret.notSaved']);
    expect(ownLog.text()).not.toMatch(/very|RefreshToken|secret-file/);
  });
});
