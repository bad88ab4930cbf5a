import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextFile } from '../../../electron/storage/textFile.ts';
import { recordLog } from '../../fakes/log.ts';

const found = { status: 'found', text: '{}' };
const unreadable = { status: 'unreadable' };
const [ours, stranger] = [65_534, 12_345];

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'owners-'));
  path = join(folder, 'file.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lets folder and file belong to somebody, with those rights for the folder. */
function give(folderOwner: number, mode: number, fileOwner: number): void {
  writeFileSync(path, '{}', { mode: 0o644 });
  chownSync(path, fileOwner, fileOwner);
  chownSync(folder, folderOwner, folderOwner);
  chmodSync(folder, mode);
}

const read = () => readTextFile(path, recordLog());

// Only root can give a file away; and root can write everywhere, as can whom a server takes for the owner.
describe.runIf(process.getuid?.() === 0)('[B2] where a server has one number for everybody', () => {
  it.each(['700', '755'])('a file is ours in a folder that only its owner can write, and we can (%s)', async (mode) => {
    give(ours, Number.parseInt(mode, 8), ours);
    expect(await read()).toEqual(found);
  });

  it.each(['770', '757', '1777'])('a file is not ours in a folder that others can write (%s)', async (mode) => {
    give(ours, Number.parseInt(mode, 8), ours);
    expect(await read()).toEqual(unreadable);
  });

  it('a file of yet another number is not ours', async () => {
    give(ours, 0o700, stranger);
    expect(await read()).toEqual(unreadable);
  });

  it('a link in our folder leads to nobody else’s', async () => {
    give(0, 0o700, 0);
    const elsewhere = mkdtempSync(join(tmpdir(), 'owners-elsewhere-'));
    const theirs = join(elsewhere, 'file.json');
    writeFileSync(theirs, '{}');
    for (const each of [theirs, elsewhere]) chownSync(each, stranger, stranger);
    rmSync(path);
    symlinkSync(theirs, path);
    expect(await read()).toEqual(unreadable);
    rmSync(elsewhere, { recursive: true });
  });

  it('a file is not ours in a folder that we cannot write', async () => {
    const program = join(folder, 'program');
    const input = join(import.meta.dirname, 'readerProcess.ts');
    await build({
      ...{ configFile: false, logLevel: 'silent', ssr: { noExternal: true } },
      build: { ssr: true, rollupOptions: { input }, outDir: program },
    });
    give(ours, 0o755, ours);
    const readAs = (uid: number) =>
      JSON.parse(execFileSync(process.execPath, [join(program, 'readerProcess.js'), path], { uid, encoding: 'utf8' }));
    expect([readAs(stranger), readAs(ours)]).toEqual([unreadable, found]);
  });
});
