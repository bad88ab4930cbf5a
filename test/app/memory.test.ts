import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';

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

it('[T5] memory that is to be free while the popup is closed has no page in it soon after, each time', async () => {
  await trayTurns(desktop, 'green');
  const pages = () => launched.app.windows().length;
  const hidden = await launched.popup();
  await hidden.evaluate(`window.bridge.send('changeSettings', { freeMemory: true })`);
  for (const _time of [1, 2]) {
    await until('the end of the page', () => pages() === 0);
    await clickTray(desktop);
    const page = await launched.popup();
    await page.getByRole('radiogroup', { name: 'Availability' }).waitFor();
    await until('the popup', launched.isPopupShown);
    expect(pages()).toBe(1);
    await page.keyboard.press('Escape');
  }
});
