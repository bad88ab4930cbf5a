import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAutomationFile } from '../../../electron/storage/automationFile.ts';
import { readTextFile, removeHalfWritten, writeTextFile } from '../../../electron/storage/textFile.ts';
import { createVerdictFile } from '../../../electron/storage/verdictFile.ts';
import { recordLog } from '../../fakes/log.ts';
import { aMoment, whileShutOut } from '../../fakes/shutOut.ts';

const place = { cloud: 'https://graph.microsoft.com', tenantId: 'contoso', userId: 'mira', appVersion: '0.1.0' };

let folder: string;
let path: string;
const log = recordLog();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'text-file-'));
  path = join(folder, 'file.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = () => readTextFile(path, log);
const unreadable = { status: 'unreadable' } as const;
const unreachable = { status: 'unreachable' } as const;
const isRoot = process.getuid?.() === 0;

describe('[B1] a file of ours', () => {
  it('is the owner’s alone, whoever could read it before, and leaves nothing beside it', async () => {
    writeFileSync(path, 'first');
    chmodSync(path, 0o666);
    expect(await writeTextFile(path, 'second', log)).toBe(true);
    expect([statSync(path).mode & 0o777, readFileSync(path, 'utf8')]).toEqual([0o600, 'second']);
    expect(readdirSync(folder)).toEqual(['file.json']);
  });

  it('is written through a link, and the link stays', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    const target = join(folder, 'elsewhere/dotfile.json');
    writeFileSync(target, 'mine');
    symlinkSync(target, path);
    expect(await read()).toEqual({ status: 'found', text: 'mine' });
    expect(await writeTextFile(path, 'new', log)).toBe(true);
    expect([readFileSync(target, 'utf8'), await read()]).toEqual(['new', { status: 'found', text: 'new' }]);
  });

  it('leaves no half beside it after a kill, through a link neither, and nothing of others is touched', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere/dotfile.json'), path);
    const theirs = ['dotfile.json', 'dotfile.json.tmp-mine', 'other.json.tmp-1234567890abcdef'];
    for (const name of [...theirs, 'dotfile.json.tmp-1234567890abcdef']) {
      writeFileSync(join(folder, 'elsewhere', name), '{"vers');
    }
    await removeHalfWritten(path, log);
    expect(readdirSync(join(folder, 'elsewhere')).sort()).toEqual(theirs);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['rules', () => createAutomationFile(path, log).load()],
    ['verdicts', () => createVerdictFile({ path, isStanding: () => true, log }).load(place)],
  ])('is rid of its halves when the memory of %s is loaded', async (_name, load) => {
    writeFileSync(`${path}.tmp-1234567890abcdef`, '{"vers');
    await load();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('without its mark of byte order is the same', async () => {
    writeFileSync(path, '\uFEFF{}');
    expect(await read()).toEqual({ status: 'found', text: '{}' });
  });
});

describe('[B3] what is out of reach', () => {
  it('is waited for, where it is only for a moment', async () => {
    writeFileSync(path, '{}');
    const { reading } = await whileShutOut(folder, async () => {
      const reading = read();
      await aMoment();
      return { reading };
    });
    expect(await reading).toEqual({ status: 'found', text: '{}' });
  });

  it('is neither missing nor unreadable', async () => {
    writeFileSync(path, '{}');
    expect(await whileShutOut(folder, read)).toEqual(unreachable);
    rmSync(path);
    symlinkSync(join(folder, 'not-mounted/config.json'), path);
    expect(await read()).toEqual(unreachable);
  });
});

describe('[B2] what is no file of ours', () => {
  it('is missing where there is nothing', async () => {
    expect(await read()).toEqual({ status: 'missing' });
  });

  it('is refused as a folder, a pipe, a device, a loop and a flood, without waiting for any of them', async () => {
    mkdirSync(path);
    expect(await read()).toEqual(unreadable);
    rmSync(path, { recursive: true });
    execFileSync('mkfifo', [path]);
    expect(await read()).toEqual(unreadable);
    rmSync(path);
    symlinkSync('/dev/zero', path);
    expect(await read()).toEqual(unreadable);
    rmSync(path);
    symlinkSync(path, path);
    expect(await read()).toEqual(unreadable);
    rmSync(path);
    writeFileSync(path, '');
    truncateSync(path, 100_000_000);
    expect(await read()).toEqual(unreadable);
  });

  // Only root can give a file away.
  it.runIf(isRoot)('is refused where it belongs to somebody else', async () => {
    writeFileSync(path, '{}');
    chownSync(path, 65_534, 65_534);
    expect(await read()).toEqual(unreadable);
  });

  it('tells when it cannot be written, and loses nothing', async () => {
    mkdirSync(join(path, 'inside'), { recursive: true });
    expect(await writeTextFile(path, 'text', log)).toBe(false);
    expect(readdirSync(path)).toEqual(['inside']);
    expect(await writeTextFile('/dev/null/file.json', 'text', log)).toBe(false);
  });
});
