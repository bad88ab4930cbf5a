import { rename, rm } from 'node:fs/promises';
import { parseJson } from '#contract/json.ts';
import type { Remembered } from '#contract/remembered.ts';
import type { Log } from '../ports.ts';
import { readRemembered, writeRemembered } from './remembered.ts';
import { readTextFile, removeHalfWritten, writeTextFile } from './textFile.ts';

/** Remembers over a restart, a crash or a kill what one account wants, so that no wish is ever lost. */
export interface DesiredFile {
  /** What is remembered for the account; null where there is nothing, or it is another account's. */
  load(accountId: string): Promise<Remembered | null>;
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
 * at all is set aside as `<path>.bad`.
 */
export function createDesiredFile(path: string, log: Log): DesiredFile {
  let next: string | null = null;
  let writing: Promise<boolean> | null = null;
  let isKept = true;
  let isOthers = false;
  let reading: Promise<unknown> = Promise.resolve();

  async function writeAll(): Promise<boolean> {
    await reading;
    while (next !== null) {
      if (isOthers) await removeSetAside(path, log);
      isOthers = false;
      isKept = await writeTextFile(path, takeNewest, log);
    }
    writing = null;
    return isKept;
  }

  function takeNewest(): string {
    const newest = next ?? '';
    next = null;
    return newest;
  }

  async function readAll() {
    await removeHalfWritten(path, log);
    const read = await readTextFile(path, log);
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
      if (found === null || found.accountId === accountId) return found?.remembered ?? null;
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

async function setAside(path: string, log: Log): Promise<void> {
  log.warn('desired.unreadable', {});
  try {
    await rename(path, asideOf(path));
  } catch (cause) {
    log.warn('desired.notSetAside', { cause: String(cause) });
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
