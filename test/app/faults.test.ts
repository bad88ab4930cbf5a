import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

let workplace: Workplace;
let launched: LaunchedApp;
/** Every token that the organisation gave out. */
const secrets = new Set<string>();

beforeAll(async () => {
  workplace = await startWorkplace();
  workplace.overhear((token) => secrets.add(token));
  launched = await workplace.launch();
  await clickTray(workplace.desktop);
  await signIn(workplace, launched);
});
afterAll(() => workplace.stop());

it('[F1] a bug of ours is said once and plainly, and the icon and its menu live on', async () => {
  const page = await launched.popup();
  for (const kind of ['throw', 'reject', 'throw']) {
    await launched.app.evaluate((_electron, how) => {
      const error = new Error('a bug of ours');
      setTimeout(
        how === 'reject'
          ? async () => Promise.reject(error)
          : () => {
              throw error;
            },
      );
    }, kind);
  }
  await until(
    'three lines in the log',
    () => launched.logEvents().filter(({ event }) => event === 'unhandled').length === 3,
  );
  expect(await page.locator('aside p', { hasText: 'Something in Presently went wrong' }).count()).toBe(1);
  await page.getByRole('radio', { name: 'Busy' }).click();
  await trayTurns(workplace.desktop, 'red');
});

it('[S1] no token is in a log, a file, an argument, the environment or what the page is told', async () => {
  const { app, desktop } = { app: launched.app, desktop: workplace.desktop };
  const page = await launched.popup();
  const told = await page.evaluate(
    'new Promise((resolve) => window.bridge.onState((state) => resolve(JSON.stringify(state))))',
  );
  const heap = await page.evaluate('document.documentElement.outerHTML');
  const pids = await app.evaluate((electron) => electron.app.getAppMetrics().map(({ pid }) => pid));
  const processes = pids.flatMap((pid) =>
    ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${pid}/${name}`, 'latin1')),
  );
  const folder = dataFolder(desktop);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'latin1'));
  const everything = [String(told), String(heap), launched.logLines().join('\n'), ...processes, ...files];
  expect([secrets.size >= 3, files.length > 2, processes.length > 4]).toEqual([true, true, true]);
  for (const secret of secrets) {
    expect(everything.filter((text) => text.includes(secret) || text.includes(secret.slice(0, 40)))).toEqual([]);
  }
});
