import { initialState } from '#contract/state.ts';
import { createChangeSettings } from '../../../electron/commands/changeSettings.ts';
import { loadConfiguration } from '../../../electron/configuration.ts';
import type { Log } from '../../../electron/ports.ts';
import { createStore } from '../../../electron/state/store.ts';
import { createSettingsFile } from '../../../electron/storage/settingsFile.ts';
import { changeOf, foldersIn } from './settingsWrites.ts';

// A program that does nothing but change settings, and says so when they are kept. Made to be killed.

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const [folder = '', made = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
  const folders = foldersIn(folder);
  const store = createStore(initialState);
  await loadConfiguration({ folders, environment: {}, log: silent }, store);
  const change = createChangeSettings(store, createSettingsFile(folders.config, silent));
  for (let count = Number(made) + 1; ; count += 1) {
    await change(changeOf(count));
    if (store.get().notices.length > 0) throw new Error(`change ${count} was not kept`);
    process.stdout.write(`${count}\n`);
  }
}

void main();
