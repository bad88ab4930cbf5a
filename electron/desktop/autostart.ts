import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import type { OpenAtLogin } from '#contract/openAtLogin.ts';
import type { Log, LoginItem } from '../ports.ts';
import { readTextFile, removeHalfWritten, writeTextFile } from '../storage/textFile.ts';
import { readEntry, withCommand, writeEntry } from './autostartEntry.ts';

export interface AutostartParts {
  /** Where the desktop keeps the settings of all programs. */
  readonly configFolder: string;
  /** What it is to start. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

/** Makes the switch for opening at login on a Linux desktop, which is a file that the desktop reads. */
export function createAutostart({ configFolder, command, environment, log }: AutostartParts): LoginItem {
  const path = join(configFolder, 'autostart', 'io.github.presently.Presently.desktop');
  // In a sandbox neither the folder nor the program is what the desktop sees.
  const isOffered = environment['FLATPAK_ID'] === undefined && environment['SNAP'] === undefined;

  async function read(): Promise<OpenAtLogin> {
    if (!isOffered) return 'notOffered';
    const text = await load();
    if (text === null) return 'off';
    return readEntry(text).isEnabled ? 'on' : 'disabledByUser';
  }

  async function load(): Promise<string | null> {
    const file = await readTextFile(path, log);
    return file.status === 'found' ? file.text : null;
  }

  async function save(text: string | null): Promise<boolean> {
    if (text === null) return false;
    const isThere = await isDone(mkdir(dirname(path), { recursive: true, mode: 0o700 }));
    return isThere && writeTextFile(path, text, log);
  }

  /** Whether the file system let us. */
  async function isDone(change: Promise<unknown>): Promise<boolean> {
    try {
      await change;
      return true;
    } catch (cause) {
      log.warn('autostart.notWritten', { cause: String(cause) });
      return false;
    }
  }

  return {
    read,
    async set(isOn) {
      if (!isOffered) return 'notOffered';
      if (isOn) return (await save(writeEntry(command))) ? read() : 'failed';
      return (await isDone(rm(path, { force: true }))) ? read() : 'failed';
    },
    /** Only where the program that it starts is gone: a second copy never takes the first one's place. */
    async repair() {
      const text = isOffered ? await load() : null;
      if (text === null) return;
      await removeHalfWritten(path, log);
      const entry = readEntry(text);
      const isGone = entry.program !== null && isAbsolute(entry.program) && !existsSync(entry.program);
      if (!entry.isEnabled || !isGone) return;
      if (await save(withCommand(text, command))) log.info('autostart.repaired');
    },
  };
}
