import { constants } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createLine } from '../line.ts';
import type { Log, SecretBox, TokenStore } from '../ports.ts';
import { codeOf, isNoFile, patiently } from './diskTrouble.ts';

export interface SecretFileOptions {
  readonly path: string;
  readonly box: SecretBox;
  readonly log: Log;
}

/** Units: bytes. MSAL's cache of one account takes about 5 000. */
const largestFile = 1_048_576;

/** What lies at a path: bytes, nothing, or something that is no file of ours. */
type Found = Uint8Array | 'nothing' | 'strange' | 'unreachable';

const nothingKept = { text: '', loss: null } as const;
const locked = { text: '', loss: 'locked' } as const;
const unreadable = { text: '', loss: 'unreadable' } as const;
const unreachable = { text: '', loss: 'unreachable' } as const;

/**
 * Keeps a secret text in a file sealed by the secret box, or in memory while there is no safe box or no room on disk.
 *
 * Shape: without an open box a file of an earlier login is neither read nor touched. A file that cannot be opened
 * although the box is open is set aside as `<path>.unreadable`; one that cannot be reached is left for another time. A
 * link, pipe or folder in its place is never followed.
 * Problems: none; what goes wrong is logged and shows in the answers.
 */
export function createSecretFile({ path, box, log }: SecretFileOptions): TokenStore {
  const asidePath = `${path}.unreadable`;
  const newPath = `${path}.new`;
  let memory: string | null = null;
  const inTurn = createLine();

  async function load(): ReturnType<TokenStore['load']> {
    if (memory !== null) return { text: memory, loss: null };
    const found = await find(path, log);
    if (found === 'nothing') return nothingKept;
    if (found === 'unreachable') return unreachable;
    if (found === 'strange') {
      await setAside(new TypeError('not a file of ours'));
      return unreadable;
    }
    if (!(await box.isSafe())) {
      log.warn('secret.notSafe', { step: 'load' });
      return locked;
    }
    return unseal(found);
  }

  async function unseal(sealed: Uint8Array, isAgain = false): ReturnType<TokenStore['load']> {
    try {
      memory = await box.open(sealed);
      return { text: memory, loss: null };
    } catch (cause) {
      // A box that was closed meanwhile, or was only slow to answer, says nothing about the file.
      if (!(await box.isSafe())) return locked;
      if (!isAgain) return unseal(sealed, true);
      await setAside(cause);
      return unreadable;
    }
  }

  async function setAside(cause: unknown): Promise<void> {
    log.warn('secret.unreadable', { cause: codeOf(cause) });
    try {
      await rename(path, asidePath);
    } catch (failure) {
      log.warn('secret.notSetAside', { cause: codeOf(failure) });
    }
  }

  async function save(text: string): Promise<'keyring' | 'memory'> {
    memory = text;
    try {
      if (!(await box.isSafe())) return 'memory';
      const sealed = await box.seal(text);
      await patiently(() => writeWhole(path, newPath, sealed));
      return 'keyring';
    } catch (cause) {
      log.warn('secret.notSaved', { cause: codeOf(cause) });
      return 'memory';
    }
  }

  async function wipe(): Promise<boolean> {
    memory = null;
    const wiped = await Promise.all([path, newPath, asidePath].map((file) => erase(file, log)));
    return wiped.every((isErased) => isErased);
  }

  return { load: () => inTurn(load), save: (text) => inTurn(() => save(text)), wipe: () => inTurn(wipe) };
}

/** Opens without following a link and without waiting for the other end of a pipe. */
const carefully = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function find(path: string, log: Log): Promise<Found> {
  try {
    return await patiently(() => read(path));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return 'nothing';
    if (isNoFile(cause)) return 'strange';
    log.warn('secret.unreachable', { cause: codeOf(cause) });
    return 'unreachable';
  }
}

async function read(path: string): Promise<Found> {
  const file = await open(path, constants.O_RDONLY | carefully);
  try {
    const about = await file.stat();
    if (!about.isFile() || about.size > largestFile) return 'strange';
    // A sign-out empties what it cannot delete; some safes would open that as an empty text.
    if (about.size === 0) return 'nothing';
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Writes beside the file and puts it in its place: at every moment the old text or the new one is there. */
async function writeWhole(path: string, newPath: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rm(newPath, { force: true });
  const file = await open(newPath, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(newPath, path);
}

/** Deletes a file, or empties it where it cannot be deleted. Tells whether nothing of what was in it is left. */
async function erase(path: string, log: Log): Promise<boolean> {
  try {
    await patiently(() => rm(path, { force: true }));
    return true;
  } catch (cause) {
    log.warn('secret.notDeleted', { cause: codeOf(cause) });
  }
  try {
    const file = await open(path, constants.O_WRONLY | constants.O_TRUNC | carefully);
    await file.sync().finally(() => file.close());
    return true;
  } catch (cause) {
    log.warn('secret.notWiped', { cause: codeOf(cause) });
    return codeOf(cause) === 'ENOENT' || isNoFile(cause);
  }
}
