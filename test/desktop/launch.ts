import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Desktop } from '../../build/desktop.mjs';
import { type LaunchedApp, launchApp } from '../../build/launch.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface PresentlyParts {
  readonly desktop: Desktop;
  /** After the app's folder on the command line. */
  readonly parameters?: readonly string[];
  /** PRESENTLY_CLIENT_ID and the like. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A command that starts the rest of its line, and switches for the executable. */
  readonly wrapper?: readonly string[];
  readonly switches?: readonly string[];
}

/** Where an app on this desktop keeps its files; the next one started there finds them again. */
export function dataFolder(desktop: Desktop): string {
  return join(desktop.home, 'presently');
}

/** Starts the bundled app, as `npm start` would, on a virtual desktop. */
export function launchPresently({ parameters = [], environment = {}, ...parts }: PresentlyParts): Promise<LaunchedApp> {
  const own = { PRESENTLY_LOG: 'stdout', PRESENTLY_DATA_DIR: dataFolder(parts.desktop) };
  return launchApp({ ...parts, folder: root, parameters: [...parameters], environment: { ...own, ...environment } });
}

/** Starts the least app there can be, to try the harness on. */
export function launchBareTray(desktop: Desktop): Promise<LaunchedApp> {
  return launchApp({ desktop, folder: fileURLToPath(new URL('bareTray', import.meta.url)) });
}
