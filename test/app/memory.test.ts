import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder, launchPresently } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';

let desktop: Desktop;
let launched: LaunchedApp;
beforeAll(async () => {
  desktop = await startDesktop();
  await mkdir(dataFolder(desktop), { recursive: true });
  await writeFile(join(dataFolder(desktop), 'config.json'), '{ "freeMemory": true }');
  launched = await launchPresently({ desktop, parameters: ['--demo'] });
});
afterAll(async () => {
  await launched.stop();
  await desktop.stop();
});

it('[T5] memory that is to be free while the popup is closed has no page in it before, and none some seconds after', async () => {
  await trayTurns(desktop, 'green');
  const pages = () => launched.app.windows().length;
  for (const _time of [1, 2]) {
    expect(pages()).toBe(0);
    await clickTray(desktop);
    const page = await launched.popup();
    await page.getByRole('radiogroup', { name: 'Availability' }).waitFor();
    await until('the popup', launched.isPopupShown);
    await page.keyboard.press('Escape');
    await until('the end of the page', () => pages() === 0);
  }
});
