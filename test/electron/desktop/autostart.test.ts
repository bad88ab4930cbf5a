import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAutostart } from '../../../electron/desktop/autostart.ts';
import { recordLog } from '../../fakes/log.ts';

let configFolder: string;
let entry: string;
beforeEach(() => {
  configFolder = mkdtempSync(join(tmpdir(), 'autostart-'));
  entry = join(configFolder, 'autostart/io.github.presently.Presently.desktop');
});
afterEach(() => rmSync(configFolder, { recursive: true, force: true }));

function autostart(environment: Readonly<Record<string, string>> = {}) {
  const log = recordLog();
  const command = ['/opt/new/presently', '--hidden'];
  return { ...createAutostart({ configFolder, command, environment, log }), log };
}

/** An entry that stands already, and a second name for the very file that holds it. */
function standing(text: string): string {
  mkdirSync(join(configFolder, 'autostart'));
  writeFileSync(entry, text);
  const sameFile = join(configFolder, 'same');
  linkSync(entry, sameFile);
  return sameFile;
}

const ofProgram = (program: string) => `[Desktop Entry]\nName=Mine\nExec=${program} --hidden\nX-Delay=5\n`;

describe('[D3] opening at login on a Linux desktop', () => {
  it('is one file, there or not', async () => {
    const { read, set } = autostart();
    expect([await read(), await set(true), await read()]).toEqual(['off', 'on', 'on']);
    expect(readFileSync(entry, 'utf8')).toContain('\nExec=/opt/new/presently --hidden\n');
    expect([statSync(entry).mode & 0o777, readdirSync(join(configFolder, 'autostart')).length]).toEqual([0o600, 1]);
    expect([await set(false), await set(false), readdirSync(join(configFolder, 'autostart'))]).toEqual([
      'off',
      'off',
      [],
    ]);
  });

  it('[B1] is written beside the entry that stands and then takes its place, so that none is ever half', async () => {
    const old = ofProgram('/opt/gone/presently');
    const sameFile = standing(old);
    const half = `${entry}.tmp-1234567890abcdef`;
    writeFileSync(half, '[Desk');
    await autostart().repair();
    expect(readFileSync(entry, 'utf8')).toBe(old.replace('/opt/gone', '/opt/new'));
    expect(readFileSync(sameFile, 'utf8')).toBe(old);
    expect(readdirSync(join(configFolder, 'autostart')).length).toBe(1);
  });

  it.each([
    ['starts a program that is there', ofProgram(process.execPath)],
    ['was turned off in the system’s settings', `${ofProgram('/opt/gone/presently')}Hidden=true\n`],
    ['finds its program by its name', ofProgram('presently')],
  ])('leaves an entry alone that %s', async (_, text) => {
    standing(text);
    const { repair, log } = autostart();
    await repair();
    expect([readFileSync(entry, 'utf8'), log.events]).toEqual([text, []]);
  });

  it('[B2] does not wait for what is no file, and takes its place when told to', async () => {
    mkdirSync(join(configFolder, 'autostart'));
    execFileSync('mkfifo', [entry]);
    const { read, repair, set } = autostart();
    await repair();
    expect([await read(), await set(true)]).toEqual(['off', 'on']);
  });

  it('says so where the entry cannot be written or taken away', async () => {
    mkdirSync(join(entry, 'in the way'), { recursive: true });
    const { set, log } = autostart();
    expect([await set(true), await set(false)]).toEqual(['failed', 'failed']);
    expect(log.events).toContain('autostart.notWritten');
  });

  it('is not offered in a sandbox', async () => {
    const { read, set } = autostart({ FLATPAK_ID: 'io.github.presently.Presently' });
    expect([await read(), await set(true)]).toEqual(['notOffered', 'notOffered']);
  });
});
