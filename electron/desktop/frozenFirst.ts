import { readlinkSync } from 'node:fs';
import { createConnection } from 'node:net';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';

/** Chromium itself waits 20 s for the one that runs, and its second one cannot say anything meanwhile. Units: milliseconds. */
const patience = 3_000;
/** No message of Chromium's, so that it is answered by hanging up; but only once it has come to its end. */
const question = 'PRESENTLY-ARE-YOU-THERE';

/**
 * Ends the copy of this program that has the data folder and does not answer, as one that was stopped does not. What it
 * knew is on disk, so that the next one goes on where it was.
 *
 * Shape: resolves with the id of the process that was ended; null where none runs, it answers, or it is not ours to end.
 */
export async function endFrozenFirst(dataFolder: string): Promise<number | null> {
  // Windows has no such files, and asks the user itself.
  const socket = linkAt(join(dataFolder, 'SingletonSocket'));
  const [, host, id] = /^(.+)-(\d+)$/.exec(linkAt(join(dataFolder, 'SingletonLock')) ?? '') ?? [];
  if (socket === null || host !== hostname() || id === undefined || !isThisProgram(id)) return null;
  if (await answers(socket)) return null;
  try {
    process.kill(Number(id), 'SIGKILL');
    return Number(id);
  } catch {
    return null;
  }
}

/** Where no socket can be reached nobody is frozen at its other end. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path, () => socket.end(question));
    const answer = (isAlive: boolean) => {
      socket.destroy();
      resolve(isAlive);
    };
    socket.setTimeout(patience, () => answer(false));
    socket
      .on('data', () => answer(true))
      .on('error', () => answer(true))
      .on('close', () => answer(true));
  });
}

/**
 * Its id may have passed to another program since. Only the name is compared: an AppImage has a place of its own for each
 * start, and a file that an update has replaced is called deleted.
 */
function isThisProgram(id: string): boolean {
  const file = linkAt(`/proc/${id}/exe`)?.replace(/ \(deleted\)$/, '');
  return file !== undefined && basename(file) === basename(process.execPath);
}

function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
