import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await startDesktop();
});
afterAll(() => desktop.stop());

it('[X7] row 54: a second start finds the first, and takes the place of one that is frozen', async () => {
  const first = await launchPresently({ desktop, parameters: ['--demo'] });
  await trayTurns(desktop, 'green');
  // One that is stopped as it starts may keep the whole screen to itself, as a tray icon does for a moment.
  await (await first.popup()).getByRole('radio', { name: 'Busy' }).waitFor({ state: 'attached' });
  const frozen = first.app.process();
  const died = once(frozen, 'exit');
  frozen.kill('SIGSTOP');
  // Nothing else ends it, if the second does not.
  onTestFinished(() => void frozen.kill('SIGKILL'));
  // Chromium by itself would take 20 s, and launching has less patience than that.
  const second = await launchPresently({ desktop, parameters: ['--demo'] });
  expect(await died).toEqual([null, 'SIGKILL']);
  await trayTurns(desktop, 'green');
  await clickTray(desktop);
  await (await second.popup()).getByRole('radio', { name: 'Busy' }).click();
  await trayTurns(desktop, 'red');
  expect(second.logEvents().filter(({ event }) => event === 'unhandled')).toEqual([]);
  await second.stop();
}, 60_000);
