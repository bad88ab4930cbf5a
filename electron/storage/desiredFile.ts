import { rename, rm } from 'node:fs/promises';
import { parseJson } from '#contract/json.ts';
import type { Remembered } from '#contract/remembered.ts';
import type { Log } from '../ports.ts';
import { codeOf, patiently } from './diskTrouble.ts';
import { readRemembered, writeRemembered } from './remembered.ts';
import { readTextFile, removeHalfWritten, writeTextFile } from './textFile.ts';

/** Remembers over a restart, a crash or a kill what one account wants, so that no wish is ever lost. */
export interface DesiredFile {
  /**
   * What is remembered for the account; null where there is nothing, or it is another account's. `unreachable` where
   * something is there that cannot be read for now: it is left as it is, and is to be asked for again.
   */
  load(accountId: string): Promise<Remembered | null | 'unreachable'>;
  /**
   * Keeps the newest; what was overtaken while the disk was busy is never written. With what is nobody's (an empty
   * `accountId`) or another person's, what was set aside goes too. Problems: none; see `saved`.
   */
  save(accountId: string, remembered: Remembered): void;
  /** Settles when the newest is on disk, with false when it could not be kept. */
  saved(): Promise<boolean>;
  /** Whether something is still on its way to the disk. */
  isSaving(): boolean;
}

/**
 * Makes the memory of what is desired over one small file.
 *
 * Shape: written all or nothing, and flushed. A key that makes no sense never costs the others; a file that makes none
 * at all is set aside as `<path>.bad`. So is one that could not be read, but only when another is to take its place.
 */
export function createDesiredFile(path: string, log: Log): DesiredFile {
  let next: string | null = null;
  let writing: Promise<boolean> | null = null;
  let isKept = true;
  let isOthers = false;
  let isUnread = false;
  let reading: Promise<unknown> = Promise.resolve();

  async function writeAll(): Promise<boolean> {
    await reading;
    while (next !== null) {
      const hasRoom = await makeRoom();
      isKept = hasRoom && (await writeTextFile(path, takeNewest, log));
      if (!hasRoom) next = null;
    }
    writing = null;
    return isKept;
  }

  /** What nobody has read is never written over, unless its person signs out or another one signs in. */
  async function makeRoom(): Promise<boolean> {
    if (isOthers) await removeSetAside(path, log);
    else if (isUnread && !(await setAside(path, log))) return false;
    isOthers = false;
    isUnread = false;
    return true;
  }

  function takeNewest(): string {
    const newest = next ?? '';
    next = null;
    return newest;
  }

  async function readAll() {
    await removeHalfWritten(path, log);
    const read = await readTextFile(path, log);
    isUnread = read.status === 'unreachable';
    if (read.status === 'unreachable') return read.status;
    if (read.status === 'missing') return null;
    const content = read.status === 'found' ? readRemembered(parseJson(read.text), log) : null;
    if (content === null) await setAside(path, log);
    return content;
  }

  return {
    async load(accountId) {
      while (writing !== null) await writing;
      const content = readAll();
      reading = content;
      const found = await content;
      if (found === null || found === 'unreachable') return found;
      if (found.accountId === accountId) return found.remembered;
      isOthers = true;
      return null;
    },
    save(accountId, remembered) {
      next = `${JSON.stringify(writeRemembered(accountId, remembered), null, 2)}\n`;
      isOthers ||= accountId === '';
      writing ??= writeAll();
    },
    saved: async () => (await writing) ?? isKept,
    isSaving: () => writing !== null,
  };
}

/** Whether its place is free now. */
async function setAside(path: string, log: Log): Promise<boolean> {
  log.warn('desired.unreadable', {});
  try {
    await patiently(() => rename(path, asideOf(path)));
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return true;
    log.warn('desired.notSetAside', { cause: String(cause) });
    return false;
  }
}

/** It may hold texts of somebody else. */
async function removeSetAside(path: string, log: Log): Promise<void> {
  try {
    await rm(asideOf(path), { recursive: true, force: true });
  } catch (cause) {
    log.warn('desired.asideNotRemoved', { cause: String(cause) });
  }
}

function asideOf(path: string): string {
  return `${path}.bad`;
}
