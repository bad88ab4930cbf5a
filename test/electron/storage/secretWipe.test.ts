import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretFile } from '../../../electron/storage/secretFile.ts';
import { recordLog } from '../../fakes/log.ts';
import { createFakeSecretBox } from '../../fakes/secretBox.ts';
import { aMoment, whileFixed, whileShutOut } from '../../fakes/shutOut.ts';

const secret = '{"RefreshToken":"very secret"}';
const nothing = { text: '', loss: null };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-wipe-'));
  path = join(folder, 'session.bin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (box = createFakeSecretBox()) => createSecretFile({ path, box, log: recordLog() });
const files = () => readdirSync(folder).sort();

describe('[S5] a wipe', () => {
  it('leaves nothing: no file, no rest, no memory, no save that was under way', async () => {
    await open().save(secret);
    const store = open(createFakeSecretBox({ key: 'second' }));
    await store.load();
    const saving = store.save(secret);
    const isWiped = await store.wipe();
    await saving;
    expect([isWiped, files(), await store.load()]).toEqual([true, [], nothing]);
  });

  it('is as well where there is nothing', async () => {
    path = join(folder, 'never/session.bin');
    expect(await open().wipe()).toBe(true);
  });

  it('waits for a file that cannot be deleted for a moment', async () => {
    const store = open();
    await store.save(secret);
    const { wiping } = await whileShutOut(folder, async () => {
      const wiping = store.wipe();
      await aMoment();
      return { wiping };
    });
    expect([await wiping, files()]).toEqual([true, []]);
  });

  it('empties files that cannot be deleted, and an emptied one is nothing at the next start', async () => {
    await open().save('older');
    await open(createFakeSecretBox({ key: 'second' })).load();
    const store = open();
    await store.save(secret);
    expect(await whileFixed(folder, store.wipe)).toBe(true);
    const sizes = files().map((name) => [name, statSync(join(folder, name)).size]);
    expect(sizes).toEqual([
      ['session.bin', 0],
      ['session.bin.unreadable', 0],
    ]);
    expect([await store.load(), await open().load()]).toEqual([nothing, nothing]);
  });

  it('tells where a file can be neither deleted nor emptied', async () => {
    const store = open();
    await store.save(secret);
    expect(await whileShutOut(folder, store.wipe)).toBe(false);
    expect([await store.wipe(), files()]).toEqual([true, []]);
  });

  it('has no quarrel with a folder in the place of a file', async () => {
    mkdirSync(join(path, 'inside'), { recursive: true });
    expect([await open().wipe(), readdirSync(path)]).toEqual([true, ['inside']]);
  });
});
