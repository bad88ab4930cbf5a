import { rm } from 'node:fs/promises';
import { type Config, readConfig } from './config.ts';
import type { Folders } from './desktop/folders.ts';
import { policyTools, readSystemPolicy } from './policy/systemPolicy.ts';
import type { Log } from './ports.ts';
import { settingsKnown } from './state/settingsTransitions.ts';
import type { Store } from './state/store.ts';
import { noticed } from './state/transitions.ts';
import { backupOf, readTextFile, removeHalfWritten, writeTextFile } from './storage/textFile.ts';

export interface Sources {
  readonly folders: Folders;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

/** Reads all that decides how this copy behaves, and changes nothing. `text` is what config.json is, null without one. */
export async function readConfiguration({ folders, environment, log }: Sources) {
  // Another program takes its time to tell; meanwhile the files are read.
  const system = readSystemPolicy(policyTools[process.platform], log);
  const read = async (path: string) => {
    const file = await readTextFile(path, log);
    // What is there and cannot be read is no settings, which is not the same as nothing.
    return file.status === 'missing' ? null : file.status === 'found' ? file.text : '';
  };
  const text = await read(folders.config);
  const backup = (await read(backupOf(folders.config))) ?? '';
  const above = { machine: await read(folders.machine), policy: await read(folders.policy), ...(await system) };
  return { text, backup, ...readConfig(text, environment, backup, above) };
}

/**
 * Reads what the user and the organisation wrote, tells what of it cannot be used, and keeps a copy of the last good
 * config.json. What a kill left half written is removed. Who deletes that file wants the defaults, so the copy goes with it.
 */
export async function loadConfiguration(sources: Sources, store: Store): Promise<Config> {
  const { folders, log } = sources;
  const { text, backup, config, settings, unusable, unreadable, managedKeys, ...own } =
    await readConfiguration(sources);
  for (const path of [folders.config, backupOf(folders.config)]) await removeHalfWritten(path, log);
  if (own.isUnreadable) store.apply(noticed, { kind: 'configUnreadable' });
  else if (text === null) await rm(backupOf(folders.config), { force: true }).catch(() => {});
  else if (text !== backup) await writeTextFile(backupOf(folders.config), text, log);
  if (folders.isTemporary) store.apply(noticed, { kind: 'notSaved' });
  if (unusable.length + unreadable.length > 0) store.apply(noticed, { kind: 'configInvalid', unusable, unreadable });
  store.apply(settingsKnown, settings, managedKeys);
  return config;
}
