import type { Page } from 'playwright-core';
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

const click = 'opener.click()';
/** Its release comes when the picker is there, which makes no click of it. */
const press = `opener.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))`;
const options = (page: Page) => page.getByRole('option', { name: '1 hour' }).waitFor();

it.each<[string, string, string, (page: Page) => Promise<void>]>([
  ['the menu', '[aria-haspopup="menu"]', click, (page) => page.getByRole('menuitem', { name: 'Settings' }).waitFor()],
  ['a picker', '[role="combobox"]', click, options],
  ['a picker under the finger', '[role="combobox"]', press, options],
  [
    'a page',
    '[title="Times, replies and message"]',
    click,
    (page) => page.getByRole('heading', { name: 'Out of office' }).waitFor(),
  ],
])(
  '[T5] %s that is asked for before it has followed the first page opens when it has',
  async (_what, opener, act, opens) => {
    await until('the end of the page', () => launched.app.windows().length === 0);
    await clickTray(desktop);
    const page = await launched.popup();
    // By the page itself: whoever drives it from outside is too slow to be early.
    await page.evaluate(`new Promise((resolve) => {
    (function look() {
      const opener = document.querySelector('${opener}');
      if (opener === null) return requestAnimationFrame(look);
      ${act};
      resolve();
    })();
  })`);
    await opens(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await until('the popup closed', async () => !(await launched.isPopupShown()));
  },
);
