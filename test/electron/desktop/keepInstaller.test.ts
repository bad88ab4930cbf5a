import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper.js';
import { afterAll, expect, it } from 'vitest';
import { until } from '../../../build/until.mjs';
import { KeepingUpdater } from '../../../electron/desktop/keepInstaller.ts';

const folder = mkdtempSync(join(tmpdir(), 'presently-installer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('[G1] an installer that is ready is still started after the library has emptied its folder for a newer one', async () => {
  const mark = join(folder, 'started');
  const fetched = join(folder, 'pending/Presently.exe');
  mkdirSync(join(folder, 'pending'));
  writeFileSync(fetched, `#!/bin/sh\necho "$*" > '${mark}'\n`);
  const helper = new DownloadedUpdateHelper(folder);
  const app = { version: '1.0.0', name: 'Presently', isPackaged: true, onQuit: () => {}, quit: () => {} };
  const updater = new KeepingUpdater(null, {
    ...{ ...app, relaunch: () => {}, whenReady: async () => {} },
    ...{ appUpdateConfigPath: '', userDataPath: folder, baseCachePath: folder },
  });
  updater.logger = null;
  Object.assign(updater, { downloadedUpdateHelper: helper });
  const info = { version: '1.1.0', files: [], path: '', sha512: '', releaseDate: '' };
  const file = { url: new URL('https://localhost/Presently.exe'), info: { url: 'Presently.exe', sha512: '' } };
  await helper.setDownloadedFile(fetched, null, info, file, 'Presently.exe', true);
  await updater.prepare(fetched);
  await helper.clear();
  expect(updater.install(true, true)).toBe(true);
  const told = await until('the installer, started', () => existsSync(mark) && (readFileSync(mark, 'utf8') || null));
  expect(told).toBe('--updated /S --force-run\n');
});
