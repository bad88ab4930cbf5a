import { readFile, stat } from 'node:fs/promises';
import { writeFile } from 'atomically';
import type { Log } from '../ports.ts';

/** What a read of a small file came to. A missing file is nothing special; anything else that is no file is `unreadable`. */
export type FileText =
  | { readonly status: 'found'; readonly text: string }
  | { readonly status: 'missing' }
  | { readonly status: 'unreadable' };

const largestFileBytes = 1_000_000;

/** Reads a small text file of ours. A directory, a pipe or a huge file is refused before it can block or flood. */
export async function readTextFile(path: string, log: Log): Promise<FileText> {
  try {
    const facts = await stat(path);
    if (!facts.isFile() || facts.size > largestFileBytes) return { status: 'unreadable' };
    return { status: 'found', text: (await readFile(path, 'utf8')).replace(/^\uFEFF/, '') };
  } catch (cause) {
    if (isMissing(cause)) return { status: 'missing' };
    log.warn('file.unreadable', { cause: String(cause) });
    return { status: 'unreadable' };
  }
}

/** Writes a small text file of ours, all or nothing and for the owner only. Tells whether it worked. */
export async function writeTextFile(path: string, text: string, log: Log): Promise<boolean> {
  try {
    await writeFile(path, text, { mode: 0o600 });
    return true;
  } catch (cause) {
    log.warn('file.notWritten', { cause: String(cause) });
    return false;
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
