import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';

/** Where this program keeps its files. */
export interface Folders {
  readonly config: string;
  readonly desired: string;
  readonly verdicts: string;
  readonly automation: string;
  readonly tokenCache: string;
  readonly logs: string;
}

/**
 * Decides where files go, before Chromium has written any: ours in the data folder, Chromium's own in a folder below.
 * A data folder named by the environment serves tests and people who carry the app around.
 */
export function chooseFolders(dataFolder: string | undefined): Folders {
  if (dataFolder) app.setPath('userData', resolve(dataFolder));
  const data = app.getPath('userData');
  app.setPath('sessionData', join(data, 'Session'));
  app.setAppLogsPath(join(data, 'logs'));
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return {
    config: join(data, 'config.json'),
    desired: join(data, 'desired.json'),
    verdicts: join(data, 'verdicts.json'),
    automation: join(data, 'automation.json'),
    tokenCache: join(data, 'token-cache.bin'),
    logs: join(data, 'logs'),
  };
}
