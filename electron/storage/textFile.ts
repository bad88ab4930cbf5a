import { constants } from 'node:fs';
import { access, lstat, open, readdir, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFile } from 'atomically';
import type { Log } from '../ports.ts';
import { codeOf, isNoFile, patience, patiently } from './diskTrouble.ts';

/**
 * What a read of a small file came to. A missing file is nothing special; anything else that is no file of ours is
 * `unreadable`, and one that may be read at another time `unreachable`.
 */
export type FileText =
  | { readonly status: 'found'; readonly text: string }
  | { readonly status: 'missing' }
  | { readonly status: 'unreadable' }
  | { readonly status: 'unreachable' };

const largestFileBytes = 1_000_000;

/** Where a copy of the last good content is, for files that people edit. */
export function backupOf(path: string): string {
  return `${path}.bak`;
}

/**
 * Reads a small text file of ours. A folder, a pipe, a huge file or one that belongs to somebody else is refused before
 * it can block, flood or lead. A link is followed, as people keep their configuration elsewhere, to a file of theirs.
 */
export async function readTextFile(path: string, log: Log): Promise<FileText> {
  try {
    return await patiently(() => read(path));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT' && !(await isThere(path))) return { status: 'missing' };
    log.warn('file.unreadable', { cause: String(cause) });
    return { status: isNoFile(cause) ? 'unreadable' : 'unreachable' };
  }
}

async function read(path: string): Promise<FileText> {
  // Asked of what was opened, since what lies at a path can change between two questions.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await file.stat();
    if (!facts.isFile() || facts.size > largestFileBytes) return { status: 'unreadable' };
    if (!isTrusted(facts.uid) && !(await isOwnerElsewhere(facts.uid, dirname(path)))) return { status: 'unreadable' };
    return { status: 'found', text: (await file.readFile('utf8')).replace(/^\uFEFF/, '') };
  } finally {
    await file.close();
  }
}

/**
 * Writes a small text file of ours, all or nothing and for the owner only. True only once the folder entry is on disk
 * too. Pass a function to make the text as late as possible, so that two quick changes are one write.
 */
export async function writeTextFile(path: string, text: string | (() => string), log: Log): Promise<boolean> {
  try {
    const file = await realpath(path).catch(() => path);
    await writeFile(file, typeof text === 'string' ? text : text(), { mode: 0o600, timeout: patience });
    await syncFolder(dirname(file));
    return true;
  } catch (cause) {
    log.warn('file.notWritten', { cause: String(cause) });
    return false;
  }
}

/** A kill in the middle of a write leaves its half beside the file; nobody else would ever remove it. */
export async function removeHalfWritten(path: string, log: Log): Promise<void> {
  try {
    const file = await realpath(path).catch(() => path);
    const start = `${basename(file)}.tmp-`;
    const halves = (await readdir(dirname(file))).filter((name) => name.startsWith(start) && isOfAWrite(name));
    for (const name of halves) await rm(join(dirname(file), name), { force: true });
  } catch (cause) {
    log.info('file.halvesNotRemoved', { cause: String(cause) });
  }
}

/** A link whose file is gone for the moment, as with a folder that is not mounted, is no file that somebody deleted. */
function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** As they are named while they are written: by the time, and by chance. */
function isOfAWrite(name: string): boolean {
  return /\.tmp-\d{10}[\da-f]{6}$/.test(name);
}

/** Some network and shared folders have no such thing, and the content itself is on disk by then. */
const unsyncable: readonly string[] = ['EINVAL', 'ENOTSUP', 'EISDIR', 'EACCES', 'EPERM'];

async function syncFolder(path: string): Promise<void> {
  // Nor has Windows.
  if (process.platform === 'win32') return;
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } catch (cause) {
    if (!unsyncable.includes(codeOf(cause))) throw cause;
  } finally {
    await folder.close();
  }
}

/** Ours, or root's, who could do anything anyway. Windows tells no owners. */
function isTrusted(owner: number): boolean {
  const own = process.getuid?.();
  return own === undefined || owner === own || owner === 0;
}

/**
 * A home on a server may name one owner for everything, and so may ours. Whoever can write a folder that only its owner
 * can write is that owner, whatever number they have on this computer.
 */
async function isOwnerElsewhere(owner: number, folder: string): Promise<boolean> {
  const { uid, mode } = await stat(folder);
  if (uid !== owner || (mode & 0o022) !== 0) return false;
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
