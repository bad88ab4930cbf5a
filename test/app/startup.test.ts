import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { launchPresently } from '../desktop/launch.ts';

let desktop: Desktop;
let launched: LaunchedApp;
beforeAll(async () => {
  desktop = await startDesktop();
  launched = await launchPresently({ desktop, parameters: ['--demo'] });
});
afterAll(async () => {
  await launched.stop();
  await desktop.stop();
});

it('[D3] opening at login is an entry of the desktop, written and taken away by one switch', async () => {
  const entry = join(desktop.home, '.config/autostart/io.github.presently.Presently.desktop');
  const page = await launched.popup();
  const set = (isOn: boolean) => page.evaluate(`window.bridge.send('setOpenAtLogin', ${isOn})`);
  await set(true);
  expect(await readFile(entry, 'utf8')).toContain(' --hidden');
  await set(false);
  await expect(access(entry)).rejects.toThrow('ENOENT');
});
