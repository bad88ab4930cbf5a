import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Desktop } from '../../build/desktop.mjs';
import { resolveElectron } from '../../build/electron-runtime.mjs';
import { isRoot } from '../../build/launch.mjs';
import { dataFolder } from './launch.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What Chromium says of a system without this and that. */
const chromiumsOwn = /^\[\d+:\d+\/\d+\.\d+:[A-Z]+:.*\n/gm;

/** What a shell sees of a command. */
export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The program of the bundled app, and what comes before our own words. */
export function programOf(): readonly string[] {
  return [resolveElectron({ isQuiet: true }).exe, ...(isRoot() ? ['--no-sandbox'] : []), root];
}

/** Runs the bundled app's command line on a virtual desktop, as a shell would, to its end. */
export async function runCommand(
  desktop: Desktop,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const [file = '', ...parameters] = programOf();
  const child = desktop.start(file, [...parameters, ...words], {
    env: { ...desktop.env, PRESENTLY_DATA_DIR: dataFolder(desktop), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (piece) => {
    said.output += piece;
  });
  child.stderr?.on('data', (piece) => {
    said.errors += piece;
  });
  const [code] = await once(child, 'close');
  return { code, output: said.output, errors: said.errors.replace(chromiumsOwn, '') };
}
