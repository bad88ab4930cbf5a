import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder, launchPresently } from '../desktop/launch.ts';
import { clickTray } from '../desktop/tray.ts';
import { written } from '../desktop/written.ts';

let desktop: Desktop;
let launched: LaunchedApp | undefined;
beforeEach(async () => {
  desktop = await startDesktop();
});
afterEach(async () => {
  await launched?.stop();
  await desktop.stop();
});

const config = () => join(dataFolder(desktop), 'config.json');
const onLock = 'Stop when I lock the screen';

/** Starts the app, and opens the first page of its settings. */
async function openSettings(switches: readonly string[] = []): Promise<Page> {
  await launched?.stop();
  launched = await launchPresently({ desktop, switches });
  await clickTray(desktop);
  await (await launched.popup()).evaluate("window.bridge.send('showSettings', 'general')");
  return launched.settings();
}

it('[C5][A4] what administrators wrote holds, is locked on the screen, and is named where it cannot be used', async () => {
  const folder = join(desktop.home, 'policy');
  mkdirSync(folder);
  mkdirSync(dataFolder(desktop), { recursive: true });
  writeFileSync(join(folder, 'policy.json'), JSON.stringify({ stopVisibleOnLock: true, notifyFailed: 'perhaps' }));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ stopVisibleOnLock: false, notifyEnding: false }));
  writeFileSync(config(), JSON.stringify({ stopVisibleOnLock: false, notifyEnding: true, notifyElsewhere: false }));
  const settings = await openSettings([`--policy-folder=${folder}`]);
  const row = (name: string) => settings.getByRole('switch', { name });
  await settings.getByText('Managed by your organisation').first().waitFor();
  expect(await settings.getByText('Managed by your organisation').count()).toBe(2);
  const looks = [onLock, 'Five minutes before a choice ends', 'When my presence was changed elsewhere'].map(
    async (name) => [await row(name).isChecked(), await row(name).isDisabled()],
  );
  expect(await Promise.all(looks)).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
  await (await launched?.popup())?.getByText('notifyFailed in policy.json of').first().waitFor({ state: 'attached' });
  // Whoever has the page in hand changes nothing of it either.
  await settings.evaluate("window.bridge.send('changeSettings', { stopVisibleOnLock: false, notifyFailed: false })");
  await written(config(), '"notifyFailed": false');
  expect([await row(onLock).isChecked(), await row('When a change could not be applied').isChecked()]).toEqual([
    true,
    false,
  ]);
});

it('[C2] row 40: a config.json that was broken leaves what was last saved, and one that was deleted the defaults', async () => {
  const settings = await openSettings();
  await settings.getByRole('switch', { name: onLock }).click();
  await until('the copy', () => existsSync(`${config()}.bak`));
  writeFileSync(config(), '{ "stopVisible');
  const again = await openSettings();
  expect(await again.getByRole('switch', { name: onLock }).isChecked()).toBe(true);
  await (await launched?.popup())?.getByText('config.json can’t be read').first().waitFor({ state: 'attached' });
  expect(readFileSync(config(), 'utf8')).toBe('{ "stopVisible');
  rmSync(config());
  const anew = await openSettings();
  expect(await anew.getByRole('switch', { name: onLock }).isChecked()).toBe(false);
  expect(existsSync(`${config()}.bak`)).toBe(false);
});
