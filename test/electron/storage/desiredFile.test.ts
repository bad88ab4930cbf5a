import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Remembered } from '#contract/remembered.ts';
import type { Wish } from '#contract/state.ts';
import { createDesiredFile } from '../../../electron/storage/desiredFile.ts';
import { recordLog } from '../../fakes/log.ts';
import { desiredOf, empty, full } from './remembrances.ts';

const account = 'mira.contoso';
const openWish: Wish = {
  kind: 'presence',
  presence: { availability: 'Away', activity: 'Away' },
  outOfOfficeSettings: null,
  ending: null,
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desired-file-'));
  path = join(folder, 'desired.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = recordLog();
const open = () => createDesiredFile(path, log);
const files = () => readdirSync(folder).sort();
const stored = () => JSON.parse(readFileSync(path, 'utf8'));

async function keep(remembered: Remembered): Promise<void> {
  const file = open();
  file.save(account, remembered);
  expect(await file.saved()).toBe(true);
}

describe('what is desired', () => {
  it.each<[string, Remembered]>([
    ['all of it', full],
    ['the way back to automatic', { ...empty, desired: { ...desiredOf(full), wish: { kind: 'automatic' } } }],
    ['a wish that leaves the rest open', { ...empty, desired: { ...desiredOf(full), wish: openWish } }],
    ['a plan in the words of the menu', { ...empty, plan: { lasts: 'thisWeek', sequel: 'automatic' } }],
    ['nothing', empty],
  ])('is there after a restart: %s', async (_name, remembered) => {
    expect(await open().load(account)).toBeNull();
    await keep(remembered);
    expect([await open().load(account), files()]).toEqual([remembered, ['desired.json']]);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('is one account’s alone', async () => {
    await keep(full);
    expect(await open().load('jonas.contoso')).toBeNull();
    expect([await open().load(account), files()]).toEqual([full, ['desired.json']]);
  });

  it('is the newest when many come at once, and only that is waited for', async () => {
    const file = open();
    expect([file.isSaving(), await file.saved()]).toEqual([false, true]);
    for (let turn = 0; turn < 50; turn++) file.save(account, { ...empty, recent: [String(turn)] });
    const isSaving = file.isSaving();
    await file.saved();
    expect([isSaving, file.isSaving(), stored().recent]).toEqual([true, false, ['49']]);
    file.save(account, full);
    expect(await file.load(account)).toEqual(full);
  });

  it('is written once where it changes twice in one moment', async () => {
    await keep(empty);
    const names = new Set<string | null>();
    const watcher = watch(folder, (_event, name) => names.add(name));
    const file = open();
    file.save(account, empty);
    await Promise.resolve();
    file.save(account, full);
    await file.saved();
    await vi.waitFor(() => expect([...names]).toContain('desired.json'));
    watcher.close();
    expect([[...names].length, stored().recent]).toEqual([2, full.recent]);
  });

  it('is written on, not beside, while it is being read', async () => {
    await keep(empty);
    const file = open();
    const loading = file.load(account);
    file.save(account, full);
    expect([await loading, await file.saved(), stored().recent]).toEqual([empty, true, full.recent]);
  });

  it('tells when the disk takes nothing, and tries again with the next', async () => {
    path = join(folder, 'in-the-way');
    mkdirSync(join(path, 'folder'), { recursive: true });
    const file = open();
    file.save(account, full);
    expect([await file.saved(), file.isSaving(), await file.saved()]).toEqual([false, false, false]);
    rmSync(path, { recursive: true });
    file.save(account, full);
    expect([await file.saved(), await open().load(account)]).toEqual([true, full]);
  });
});

describe('a damaged file', () => {
  const whole = { version: 1, accountId: account, ...full };

  it.each([
    '',
    ' ',
    '{',
    'null',
    '[]',
    '7',
    '\u0000\u0000\u0000',
    '<html>',
    '{}',
    JSON.stringify({ ...whole, version: 2 }),
    JSON.stringify({ ...whole, accountId: 5 }),
  ])('that is none of ours (%j) is set aside and never in the way', async (text) => {
    writeFileSync(path, text);
    expect(await open().load(account)).toBeNull();
    expect([files(), readFileSync(`${path}.bad`, 'utf8')]).toEqual([['desired.json.bad'], text]);
    await keep(full);
    expect(await open().load(account)).toEqual(full);
  });

  it('cut off at any byte is either whole or set aside', async () => {
    await keep(full);
    const bytes = readFileSync(path);
    // The last byte ends the last line, and is nothing that could be missed.
    for (let length = 0; length < bytes.length - 1; length += 7) {
      writeFileSync(path, bytes.subarray(0, length));
      const found = await open().load(account);
      expect([length, found, existsSync(`${path}.bad`)]).toEqual([length, null, true]);
    }
  });

  it('[F2] that was set aside goes when whoever it may be of signs out', async () => {
    const file = open();
    for (const text of ['{', '[]']) {
      writeFileSync(path, text);
      await file.load(account);
      file.save(account, full);
      await file.saved();
      expect(files()).toEqual(['desired.json', 'desired.json.bad']);
      file.save('', empty);
      // Whoever comes at once brings nothing of it back.
      file.save('jonas.contoso', empty);
      await file.saved();
      expect(files()).toEqual(['desired.json']);
    }
  });

  it('[F2] that was set aside goes when another person signs in', async () => {
    writeFileSync(path, '{');
    const file = open();
    await file.load(account);
    file.save(account, full);
    await file.saved();
    await file.load('jonas.contoso');
    file.save('jonas.contoso', empty);
    await file.saved();
    expect(files()).toEqual(['desired.json']);
  });

  it('a folder in its place is set aside too', async () => {
    mkdirSync(path);
    expect(await open().load(account)).toBeNull();
    await keep(full);
    expect(files()).toEqual(['desired.json', 'desired.json.bad']);
  });

  it('what a kill left half written is removed, and nothing else', async () => {
    await keep(full);
    writeFileSync(`${path}.tmp-1234567890abcdef`, '{"vers');
    writeFileSync(join(folder, 'other.json.tmp-1234567890abcdef'), '');
    expect(await open().load(account)).toEqual(full);
    expect(files()).toEqual(['desired.json', 'other.json.tmp-1234567890abcdef']);
  });
});
