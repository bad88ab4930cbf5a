import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { launchPresently } from '../desktop/launch.ts';
import { trayIcon, trayTurns } from '../desktop/tray.ts';

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
