import { app } from 'electron';
import type { Log, LoginItem } from '../ports.ts';
import { createAutostart } from './autostart.ts';
import { createSystemLoginItem, hidden } from './systemLoginItem.ts';

export interface LoginItemParts {
  /** How this program is started again. */
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

/** Makes the switch that lets the system open the app at login. What it says is read back, never guessed. */
export function createLoginItem({ program, environment, log }: LoginItemParts): LoginItem {
  if (process.platform !== 'linux') return createSystemLoginItem(app, process.platform, process.execPath);
  return createAutostart({
    ...{ configFolder: app.getPath('appData'), command: [...program, hidden] },
    ...{ environment, log },
  });
}
