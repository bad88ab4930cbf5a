import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRoot, type LaunchedApp } from '../../build/launch.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await startWorkplace({ keyring: 'none' });
  mkdirSync(dataFolder(workplace.desktop), { recursive: true });
});
afterAll(() => workplace.stop());

/** Starts the app with another file system in its data folder's place, as only it sees it. */
function mounted(options: string, more: string): readonly string[] {
  const script = `mount -t tmpfs -o ${options} none "$0" && { ${more}; exec "$@"; }`;
  return ['unshare', '-r', '-m', 'sh', '-c', script, dataFolder(workplace.desktop)];
}

async function launch(wrapper: readonly string[] = []): Promise<[LaunchedApp, Page]> {
  const launched = await workplace.launch({ wrapper });
  await trayTurns(workplace.desktop, 'grey');
  await clickTray(workplace.desktop);
  return [launched, await launched.popup()];
}

it.each([
  ['row 44: a folder that can only be read', 'ro', 'true'],
  ['row 42: a full disk', 'size=128k', 'cat /dev/zero > "$0/fill" 2>/dev/null || true'],
])('[B4] %s: the app works, and says that it forgets', async (_row, options, more) => {
  const [launched, page] = await launch(mounted(options, more));
  await signIn(workplace, launched);
  await page.getByRole('radio', { name: 'Busy' }).click();
  await trayTurns(workplace.desktop, 'red');
  await page
    .getByRole('complementary')
    .getByText(/forgets when it is closed/)
    .waitFor();
  expect(launched.logEvents().filter(({ event }) => event === 'unhandled')).toEqual([]);
  await launched.stop();
});

const config = () => join(dataFolder(workplace.desktop), 'config.json');

it.each([
  ['a pipe', () => void execFileSync('mkfifo', [config()])],
  ['a folder', () => void mkdirSync(config())],
  ['a link to itself', () => symlinkSync(config(), config())],
  ['a link to what never ends', () => symlinkSync('/dev/zero', config())],
  [
    'somebody else’s file',
    () => {
      writeFileSync(config(), '{}');
      // Only root can give one away, and only others can be shut out of one.
      if (isRoot()) chownSync(config(), 65_534, 65_534);
      else chmodSync(config(), 0);
    },
  ],
])('[B2] row 46: %s in place of config.json is said, and not waited for', async (_what, put) => {
  rmSync(config(), { recursive: true, force: true });
  put();
  const [launched, page] = await launch();
  await page
    .getByRole('complementary')
    .getByText(/config\.json can’t be read/)
    .waitFor();
  await launched.stop();
});
