import { setTimeout } from 'node:timers/promises';

/** How long a file that somebody else has open is tried again. Units: milliseconds. */
export const patience = 1_000;
const pause = 50;

/** A scanner or a backup has it open, a server is coming back, or too much is open at this moment. */
const passing: readonly string[] = ['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'ENFILE', 'EAGAIN', 'ESTALE', 'EIO'];

/** Does what may fail for a moment only, again and again for a second. Rejects as the last try did. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const last = Date.now() + patience; ; await setTimeout(pause)) {
    try {
      return await work();
    } catch (cause) {
      if (!passing.includes(codeOf(cause)) || Date.now() >= last) throw cause;
    }
  }
}

/** The system's name for what went wrong, in which no path is. */
export function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

/** Whether it says that there is no file at that place, but a link that is not followed, a folder or a socket. */
export function isNoFile(cause: unknown): boolean {
  return ['ELOOP', 'EISDIR', 'ENXIO'].includes(codeOf(cause));
}
