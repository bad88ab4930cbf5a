import type { Desktop, Log } from '../ports.ts';
import { readTextFile, writeTextFile } from '../storage/textFile.ts';

/** Makes the command that opens the settings file, after writing a first one where there is none. */
export function createOpenConfig(path: string, template: string, { openFile }: Pick<Desktop, 'openFile'>, log: Log) {
  return async (): Promise<void> => {
    if ((await readTextFile(path, log)).status === 'missing') await writeTextFile(path, template, log);
    await openFile(path);
  };
}
