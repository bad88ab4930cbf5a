import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import { launchBareTray, launchPresently } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { type Ear, startEar } from './catcher.ts';
import { leakChannels } from './leakChannels.ts';

/** Long enough for WebRTC's second packet, and for a page that is fetched to be used. Units: milliseconds. */
const lateWord = 2_500;
let desktop: Desktop;
let ear: Ear;
beforeAll(async () => {
  desktop = await startDesktop();
});
afterAll(() => desktop.stop());
// One for each, so that a late word of the last is not taken for one of the next.
beforeEach(async () => {
  ear = await startEar();
});
afterEach(() => ear.stop());

/** Starts a channel; what becomes of it is not waited for, since some never answer. */
async function tryChannel(page: Page, script: string): Promise<void> {
  const guarded = `setTimeout(() => { try { Promise.resolve(${script}).catch(() => {}); } catch {} }, 0), undefined`;
  await page.evaluate(guarded).catch(() => {});
}

/** Goes through all channels in one page, and tells what came of them. */
async function heardFrom(page: Page): Promise<readonly string[]> {
  const channels = Object.values(leakChannels(ear));
  // As SECURITY.md has it.
  expect(channels.length).toBe(59);
  for (const script of channels) {
    await tryChannel(page, script);
    await wait(20);
  }
  await wait(lateWord);
  return ear.heard;
}

it('the ear hears what an unprotected page says, else its silence would prove nothing', async () => {
  const bare = await launchBareTray(desktop);
  const page = await bare.popup();
  await (await bare.app.browserWindow(page)).evaluate((it) => it.webContents.setBackgroundThrottling(false));
  const heard = new Set(await heardFrom(page));
  await bare.stop();
  expect([...heard].sort()).toEqual(expect.arrayContaining(['/fetch', '/beacon', '/image', 'connection', 'packet']));
  expect(heard.size).toBeGreaterThanOrEqual(30);
});

it.each([
  ['who runs a script in it', false],
  ['who has the whole process, and no policy of the page any more', true],
])('[X5] a popup in the hands of an attacker reaches nobody: one %s', async (_who, isBypassing) => {
  const launched = await launchPresently({ desktop, parameters: ['--demo'] });
  await trayTurns(desktop, 'green');
  await clickTray(desktop);
  const page = await launched.popup();
  const debuggerOfPage = await page.context().newCDPSession(page);
  await debuggerOfPage.send('Page.setBypassCSP', { enabled: isBypassing });
  await page.reload();
  await page.getByRole('radio', { name: 'Busy' }).waitFor();
  expect(await heardFrom(page)).toEqual([]);
  expect(launched.app.windows().map((it) => it.url().split('#')[0])).toEqual(['app://presently/index.html']);
  await launched.stop();
});
