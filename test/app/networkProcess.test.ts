import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFolder } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await startWorkplace();
  const folder = dataFolder(workplace.desktop);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'config.json'), JSON.stringify({ freeMemory: true }));
});
afterAll(() => workplace.stop());

it('[T5] where memory is to be free, requests take no process of their own, and what else was asked of Chromium holds', async () => {
  const launched = await workplace.launch({ switches: ['--enable-features=OverlayScrollbar'] });
  await clickTray(workplace.desktop);
  await signIn(workplace, launched);
  const page = await launched.popup();
  await page.getByRole('radio', { name: 'Busy', exact: true }).click();
  await trayTurns(workplace.desktop, 'red');
  expect(workplace.posts().map(({ status }) => status)).toEqual([201]);
  const { processes, features } = await launched.app.evaluate(({ app }) => ({
    processes: app.getAppMetrics().map(({ type, name }) => name ?? type),
    features: app.commandLine.getSwitchValue('enable-features').split(','),
  }));
  expect(processes).not.toContain('Network Service');
  expect(features).toContain('OverlayScrollbar');
  const ended = once(launched.app.process(), 'exit');
  await launched.app.evaluate(({ app }) => app.quit());
  expect(await ended).toEqual([0, null]);
});
