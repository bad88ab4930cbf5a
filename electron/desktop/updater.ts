import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { loadOnce } from '../loadOnce.ts';
import type { Log, UpdateFound, Updater } from '../ports.ts';
import { appImage } from './appImage.ts';
import type { FetchedUpdates, FetchParts } from './fetchUpdates.ts';

export interface UpdaterParts {
  /** How this program is started again. */
  readonly program: readonly [file: string, ...switches: string[]];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

export interface ProgramUpdater extends Updater {
  /** The program ends because the computer does, or may. */
  readonly hurry: () => void;
}

/**
 * Makes what brings newer versions, where this copy is one that may replace itself: an AppImage, what our own installer
 * for one Windows user put there, or an app on a Mac. Everything else belongs to a package manager or an administrator.
 *
 * Shape: the library is large, so it is loaded when it is first needed.
 */
export function createUpdater({ program: [, ...switches], environment, log }: UpdaterParts): ProgramUpdater {
  const file = updateFile();
  const image = appImage(environment);
  const feed = isReplaceable(image) ? feedIn(file) : null;
  const load = feed === null ? null : loadOnce(() => loadUpdates({ file, feed, image, switches, log }));
  let updates: FetchedUpdates | null = null;
  let isInstalling = false;

  return {
    by: feed !== null ? 'itself' : app.isPackaged ? 'packageManager' : 'nobody',
    async check(onFound): Promise<UpdateFound> {
      if (load === null) return { status: 'idle' };
      updates = await load();
      updates.setInstalling(isInstalling);
      return updates.check(onFound);
    },
    setInstalling(isOn) {
      if (isOn === isInstalling) return;
      isInstalling = isOn;
      updates?.setInstalling(isOn);
    },
    restart: () => updates?.restart(),
    hurry: () => updates?.hurry(),
  };
}

async function loadUpdates(parts: FetchParts): Promise<FetchedUpdates> {
  const { fetchUpdates } = await import('./fetchUpdates.ts');
  return fetchUpdates(parts);
}

function isReplaceable(image: string | undefined): boolean {
  if (process.platform === 'darwin') return app.isPackaged;
  // Only the installer for one user leaves the way out beside the program; the other one is Windows' own.
  if (process.platform === 'win32')
    return existsSync(join(dirname(process.execPath), `Uninstall ${app.getName()}.exe`));
  return image !== undefined;
}

/** Written by the packer. A program run from its sources has none, but may be told of one. */
function updateFile(): string {
  if (app.isPackaged) return join(process.resourcesPath, 'app-update.yml');
  return app.commandLine.getSwitchValue('update-file');
}

/** Where newer versions are offered, by the packer's file. Never but by https. */
function feedIn(file: string): string | null {
  if (file === '' || !existsSync(file)) return null;
  const url = /^url: *['"]?(https:[^'"\s]+)/m.exec(readFileSync(file, 'utf8'))?.[1];
  return url ?? null;
}
