import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Remembered } from '#contract/remembered.ts';
import { createDesiredFile } from '../../../electron/storage/desiredFile.ts';
import { recordLog } from '../../fakes/log.ts';
import { aMoment, whileShutOut } from '../../fakes/shutOut.ts';
import { empty, full } from './remembrances.ts';

const account = 'mira.contoso';
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desired-file-'));
  path = join(folder, 'desired.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => createDesiredFile(path, recordLog());
const files = () => readdirSync(folder).sort();
const recentIn = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')).recent;

async function keep(remembered: Remembered): Promise<void> {
  const file = open();
  file.save(account, remembered);
  expect(await file.saved()).toBe(true);
}

describe('[B3] what is desired, where it cannot be read', () => {
  const unreachable = (file = open()) => whileShutOut(folder, () => file.load(account));

  it('for a moment is waited for', async () => {
    await keep(full);
    const { loading } = await whileShutOut(folder, async () => {
      const loading = open().load(account);
      await aMoment();
      return { loading };
    });
    expect([await loading, files()]).toEqual([full, ['desired.json']]);
  });

  it('for longer is left as it is, and found later', async () => {
    await keep(full);
    expect([await unreachable(), files()]).toEqual(['unreachable', ['desired.json']]);
    expect(await open().load(account)).toEqual(full);
  });

  it('as a link to a folder that is not mounted is left as it is', async () => {
    symlinkSync(join(folder, 'not-mounted/desired.json'), path);
    expect([await open().load(account), files()]).toEqual(['unreachable', ['desired.json']]);
  });

  it('is set aside, not written over, when something is to be kept all the same', async () => {
    await keep(full);
    const file = open();
    expect(await unreachable(file)).toBe('unreachable');
    for (const recent of [['first'], ['second']]) {
      file.save(account, { ...empty, recent });
      expect(await file.saved()).toBe(true);
    }
    expect([recentIn('desired.json'), JSON.parse(readFileSync(`${path}.bad`, 'utf8')).recent]).toEqual([
      ['second'],
      full.recent,
    ]);
  });

  it('that cannot be set aside either stays as it is, which is told, and is tried again with the next', async () => {
    await keep(full);
    const file = open();
    await unreachable(file);
    mkdirSync(join(`${path}.bad`, 'in-the-way'), { recursive: true });
    file.save(account, empty);
    expect([await file.saved(), await open().load(account)]).toEqual([false, full]);
    rmSync(`${path}.bad`, { recursive: true });
    file.save(account, empty);
    expect([await file.saved(), await open().load(account)]).toEqual([true, empty]);
  });

  it('that was read again is written as ever', async () => {
    await keep(full);
    const file = open();
    await unreachable(file);
    await file.load(account);
    file.save(account, empty);
    expect([await file.saved(), files()]).toEqual([true, ['desired.json']]);
  });

  it('[F2] is emptied when whoever it may be of signs out', async () => {
    await keep(full);
    const file = open();
    await unreachable(file);
    file.save('', empty);
    expect([await file.saved(), files(), recentIn('desired.json')]).toEqual([true, ['desired.json'], []]);
  });
});
