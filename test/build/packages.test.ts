import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const project = mkdtempSync(join(tmpdir(), 'presently-packages-'));
const electron = join(project, 'electron');
afterAll(() => rmSync(project, { recursive: true, force: true }));

function put(path: string, content = 'ours'): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}

/** As much of each system's Electron as is touched by the packer. */
function putElectron(): void {
  const contents = 'electron/Electron.app/Contents';
  const helper = `${contents}/Frameworks/Electron Helper.app/Contents`;
  const plist = '<?xml version="1.0"?><plist version="1.0"><dict></dict></plist>';
  for (const path of [`${contents}/Info.plist`, `${helper}/Info.plist`]) put(path, plist);
  for (const path of [`${contents}/MacOS/Electron`, `${helper}/MacOS/Electron Helper`]) put(path);
  put(`${contents}/Frameworks/Electron Framework.framework/Versions/A/Resources/en.lproj/locale.pak`);
  for (const name of ['electron', 'electron.exe', 'locales/de.pak', 'resources/version']) put(`electron/${name}`);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) put(`electron/${name}`, 'of others');
}

/**
 * Makes the unpacked app for a system, by the packer and the settings of a release. What reads or changes Electron's own
 * bytes is left out, since there are none; and the packer runs in a process of its own, as it takes its end into its hands.
 */
function pack(platform: 'LINUX' | 'WINDOWS' | 'MAC'): void {
  const untouched = {
    electronFuses: null,
    disableAsarIntegrity: true,
    mac: { identity: null },
    win: { signAndEditExecutable: false },
  };
  const config = {
    extends: join(root, 'build/electron-builder.yml'),
    electronDist: electron,
    electronVersion: '45.0.0',
  };
  const script = `
    import { Arch, build, Platform } from 'electron-builder';
    const options = ${JSON.stringify({ projectDir: project, publish: 'never', config: { ...config, ...untouched } })};
    await build({ ...options, targets: Platform.${platform}.createTarget('dir', Arch.x64) });`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
}

function filesIn(folder: string): string[] {
  const all = readdirSync(join(project, 'dist', folder), { withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}

/** The files of ours that licences ask for. */
function thanksIn(folder: string): string[] {
  const named = filesIn(folder).filter((name) => ['LICENSE', 'THIRD-PARTY-NOTICES.txt'].includes(name));
  return named.filter((name) => readFileSync(join(project, 'dist', folder, name), 'utf8') === 'ours').sort();
}

describe('an unpacked app', { timeout: 60_000 }, () => {
  beforeAll(() => {
    put('package.json', JSON.stringify({ name: 'presently', version: '1.0.0', main: 'out/main/main.cjs' }));
    for (const path of ['LICENSE', 'out/THIRD-PARTY-NOTICES.txt', 'out/main/main.cjs', 'build/icon.icns']) put(path);
    putElectron();
  });

  it.each([
    ['LINUX', 'linux-unpacked'],
    ['WINDOWS', 'win-unpacked'],
  ] as const)('for %s has licence and notices beside the program', (platform, folder) => {
    pack(platform);
    expect(thanksIn(folder)).toEqual(['LICENSE', 'THIRD-PARTY-NOTICES.txt']);
  });

  it('for MAC has them among its resources: a file directly in Contents is code to codesign, and not signed', () => {
    pack('MAC');
    const contents = 'mac/Presently.app/Contents';
    expect(thanksIn(`${contents}/Resources`)).toEqual(['LICENSE', 'THIRD-PARTY-NOTICES.txt']);
    expect(filesIn(contents)).toEqual(['Info.plist']);
  });
});
