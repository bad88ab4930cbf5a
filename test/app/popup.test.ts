import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { launchPresently } from '../desktop/launch.ts';
import { trayIcon, trayTurns } from '../desktop/tray.ts';

const latePopup = fileURLToPath(new URL('../desktop/latePopup.cjs', import.meta.url));

let desktop: Desktop;
let launched: LaunchedApp;
let click: () => Promise<void>;
beforeAll(async () => {
  desktop = await startDesktop();
  launched = await launchPresently({ desktop, parameters: ['--demo'] });
  await trayTurns(desktop, 'green');
  // Found beforehand, so that a click comes at once.
  const { x, y, width, height } = await trayIcon(desktop);
  click = () => desktop.click(Math.round(x + width / 2), Math.round(y + height / 2));
});
afterAll(async () => {
  await launched.stop();
  await desktop.stop();
});

const shown = () => until('the popup', launched.isPopupShown);
const gone = () => until('the popup closed', async () => !(await launched.isPopupShown()));
const hide = async () => (await launched.popup()).evaluate(`window.bridge.send('hidePopup')`);

it.each([
  // Of what takes the focus just after it was opened, it is found out 400 ms later whether that lasts.
  ['by a key', 600, hide, 0],
  ['by the icon', 0, () => click(), 450],
  ['by the icon after a while', 600, () => click(), 450],
] as const)('a popup that was just closed %s opens on the next click', async (_how, opened, close, closed) => {
  await click();
  await shown();
  await wait(opened);
  await close();
  await gone();
  await wait(closed);
  await click();
  await shown();
  await wait(600);
  await hide();
  await gone();
  await wait(600);
});

describe('no popup is made amid an end, as other windows close:', () => {
  it.each([
    ['the one that is made after a start', ['-r', latePopup], async () => {}],
    ['one that is asked for, as by the Dock of a Mac', [], askedForOnceClosed],
  ] as const)(
    '%s',
    async (_what, switches, prepare) => {
      await launched.stop();
      launched = await launchPresently({ desktop, switches });
      const { app, logLines, popup } = launched;
      await trayTurns(desktop, 'grey');
      await click();
      await (await popup()).evaluate("window.bridge.send('showSettings', 'about')");
      await until('both windows', () => app.windows().length === 2);
      await prepare(launched);
      const ended = once(app.process(), 'exit');
      await app.evaluate((electron) => electron.app.quit()).catch(() => {});
      expect(await ended).toEqual([0, null]);
      expect(logLines().filter((line) => line.includes('quit.forced'))).toEqual([]);
    },
    20_000,
  );

  async function askedForOnceClosed({ app, popup }: LaunchedApp): Promise<void> {
    const url = (await popup()).url();
    await app.evaluate((electron, of) => {
      const window = electron.BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL() === of);
      window?.once('closed', () => queueMicrotask(() => electron.app.emit('activate', {}, false)));
    }, url);
  }
});
