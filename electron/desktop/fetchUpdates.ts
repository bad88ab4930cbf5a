import { app, autoUpdater, type Session } from 'electron';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import type { Log, UpdateFound } from '../ports.ts';
import { KeepingUpdater } from './keepInstaller.ts';
import { SwappingUpdater } from './swapAppImage.ts';
import { problemOf } from './updateProblem.ts';

/** The part of a release's files that is ours to follow. As in build/electron-builder.yml. */
const channel = 'latest';
/** Where GitHub leads whoever fetches a file of a release. */
const storesOfGitHub = ['objects.githubusercontent.com', 'release-assets.githubusercontent.com'];
/** How long a download may stand still. Units: milliseconds. */
const patience = 60_000;
/** Requests of one check: for the list and the file, with their redirects. */
const mostRequests = 20;

export interface FetchParts {
  /** The packer's file, which names the feed and the folder for what is fetched. */
  readonly file: string;
  readonly feed: string;
  readonly image: string | undefined;
  /** Chromium's switches that this run was started with. */
  readonly switches: readonly string[];
  readonly log: Log;
}

export type FetchedUpdates = ReturnType<typeof fetchUpdates>;

/** Sets the library up so that it asks one feed by https, tells nobody who asks, and takes nothing older or unverified. */
export function fetchUpdates({ file, feed, image, switches, log }: FetchParts) {
  const updater = createLibrary(image, switches);
  // It would keep an id of this copy in a file, and send it along.
  Object.assign(updater, { stagingUserIdPromise: { value: Promise.resolve('') } });
  updater.logger = null;
  updater.forceDevUpdateConfig = !app.isPackaged;
  updater.updateConfigPath = file;
  updater.setFeedURL({ provider: 'generic', url: feed, channel });
  updater.channel = channel;
  // Setting `channel` turned this on.
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.autoDownload = false;
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  // A Mac's own part fetches it anew, and installs by itself.
  updater.autoInstallOnAppQuit = process.platform === 'darwin';
  const network = updater.netSession;
  const beginLook = keepTo(network, new URL(feed).host);
  let isReady = false;
  let isInstalling = false;
  let restarts = false;

  app.once('quit', (_event, code) => {
    if (updater instanceof MacUpdater || !isReady || !isInstalling || code !== 0) return;
    updater.install(true, restarts);
  });

  async function check(onFound: (version: string) => void): Promise<UpdateFound> {
    beginLook();
    try {
      const found = await whileItMoves(updater.checkForUpdates());
      if (!found?.isUpdateAvailable) return { status: 'idle' };
      const { version } = found.updateInfo;
      onFound(version);
      const [fetched = ''] = await whileItMoves(updater.downloadUpdate());
      if (!(updater instanceof MacUpdater)) await updater.prepare(fetched);
      isReady = true;
      log.info('update.ready', { version });
      return { status: 'ready', version };
    } catch (error) {
      const problem = problemOf(error);
      log.warn('update.failed', { problem, cause: error instanceof Error ? error.message.split('\n')[0] : '' });
      return { status: 'failed', problem };
    }
  }

  /** Electron's requests wait for ever; once their connections are closed, the library gives up. */
  async function whileItMoves<T>(work: Promise<T>): Promise<T> {
    const timer = setInterval(() => void network.closeAllConnections(), patience);
    const restart = () => timer.refresh();
    updater.on('download-progress', restart);
    try {
      return await work;
    } finally {
      clearInterval(timer);
      updater.off('download-progress', restart);
    }
  }

  return {
    check,
    setInstalling(isOn: boolean): void {
      isInstalling = isOn;
      if (updater instanceof MacUpdater) updater.autoInstallOnAppQuit = isOn;
    },
    hurry(): void {
      // The system would end the installer with everybody else, after it has taken the old program away.
      if (updater instanceof KeepingUpdater) isReady = false;
    },
    restart(): void {
      restarts = true;
      if (updater instanceof MacUpdater) updater.quitAndInstall();
      else {
        // As a Mac's own part tells it.
        autoUpdater.emit('before-quit-for-update');
        app.quit();
      }
    },
  };
}

function createLibrary(image: string | undefined, switches: readonly string[]) {
  if (process.platform === 'win32') return new KeepingUpdater();
  return image === undefined ? new MacUpdater() : new SwappingUpdater(image, switches);
}

/**
 * Lets requests reach only the feed's own host and GitHub's stores, by https, wherever the feed redirects; and only so
 * many of them, since the library would follow a loop. Call what it returns before each check.
 */
function keepTo(network: Session, host: string): () => void {
  let left = 0;
  network.setSpellCheckerEnabled(false);
  network.webRequest.onBeforeRequest(({ url }, answer) => {
    const asked = new URL(url);
    const isAllowed = asked.host === host || (host === 'github.com' && storesOfGitHub.includes(asked.host));
    left -= 1;
    answer({ cancel: asked.protocol !== 'https:' || !isAllowed || left < 0 });
  });
  return () => {
    left = mostRequests;
  };
}
