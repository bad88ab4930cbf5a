import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { AppState } from '#contract/state.ts';
import type { UpdateStep } from '#contract/updates.ts';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import { resolveElectron } from '../../build/electron-runtime.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { trustLocalhost } from '../desktop/certificates.ts';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray } from '../desktop/tray.ts';
import { type Pages, startUpdateFeed, type UpdateFeed } from './updateFeed.ts';

/** The list of what there is, by its path on the feed. */
export const list = '/latest-linux.yml';
/** The file that is started, before a newer one is in its place. */
export const old = '#!/bin/sh\n# the one that runs\n';

/** The app as it runs out of an AppImage, which it may replace, with *About* open. */
export interface Replaceable {
  readonly desktop: Desktop;
  readonly feed: UpdateFeed;
  readonly launched: LaunchedApp;
  readonly page: Page;
  /** The file that is started. */
  readonly image: string;
  /** Where a newer one may write that it was started. */
  readonly mark: string;
  /** Looks for a newer version where these are offered, and tells what came of it. */
  lookAt(pages: Pages): Promise<UpdateStep>;
  /** Ends the app by the button, which goes with its window, sometimes before the click is said to be done. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startReplaceable(switches: readonly string[] = []): Promise<Replaceable> {
  const desktop = await startDesktop();
  const feed = await startUpdateFeed(await trustLocalhost(desktop));
  const folder = join(desktop.home, 'apps');
  mkdirSync(folder);
  const image = join(folder, 'Presently.AppImage');
  writeFileSync(image, old, { mode: 0o755 });
  const file = join(desktop.home, 'app-update.yml');
  writeFileSync(file, `provider: generic\nurl: ${feed.url}\nchannel: latest\nupdaterCacheDirName: presently-updater\n`);
  const environment = { APPIMAGE: image, APPDIR: dirname(resolveElectron({ isQuiet: true }).exe) };
  const launched = await launchPresently({ desktop, environment, switches: [`--update-file=${file}`, ...switches] });
  await clickTray(desktop);
  await (await launched.popup()).evaluate("window.bridge.send('showSettings', 'about')");
  const page = await launched.settings();
  await page.getByRole('heading', { level: 1, name: 'About' }).waitFor();
  return {
    ...{ desktop, feed, launched, page, image, mark: join(desktop.home, 'started') },
    async lookAt(pages) {
      feed.offer(pages);
      await page.evaluate("window.bridge.send('checkForUpdates')");
      const state: AppState = await page.evaluate('new Promise((resolve) => window.bridge.onState(resolve))');
      return state.updates.step;
    },
    async restart() {
      await page
        .getByRole('button', { name: 'Restart now' })
        .click()
        .catch(() => {});
    },
    async stop() {
      await launched.stop();
      feed.stop();
      await desktop.stop();
    },
  };
}
