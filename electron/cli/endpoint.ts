import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where the running Presently listens for its command line. */
export interface Endpoint {
  /** A socket's path, or a pipe's name. */
  readonly address: string;
  /** Its folder, open to its owner only; null where addresses are no files. */
  readonly folder: string | null;
}

export interface EndpointParts {
  readonly platform: NodeJS.Platform;
  readonly dataFolder: string;
  /** Undefined where users have no numbers. */
  readonly userId: number | undefined;
}

/** A longer path is cut by the system. Units: bytes. */
const longestAddress = 100;

/**
 * Names the endpoint of a data folder, the same for both sides.
 *
 * Shape: in the data folder; where that makes too long a path, in a folder of the user's own for temporary files.
 */
export function endpointOf({ platform, dataFolder, userId }: EndpointParts): Endpoint {
  const id = createHash('sha256').update(dataFolder).digest('hex').slice(0, 32);
  if (platform === 'win32') return { address: `\\\\.\\pipe\\presently-${id}`, folder: null };
  const near = join(dataFolder, 'control', 'socket');
  const isShort = Buffer.byteLength(near) <= longestAddress;
  const address = isShort ? near : join(tmpdir(), `presently-${userId ?? 0}-${id}`, 'socket');
  return { address, folder: dirname(address) };
}

/** Makes the folder, if need be. Tells whether it is the user's own and closed to all others. */
export function prepareFolder({ folder }: Endpoint, userId: number | undefined): boolean {
  if (folder === null) return true;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return isOwn(folder, userId);
}

/** Whether it is there, the user's own, closed to all others, and no link to elsewhere. */
export function isOwn(path: string, userId: number | undefined): boolean {
  const facts = lstatSync(path, { throwIfNoEntry: false });
  return facts !== undefined && !facts.isSymbolicLink() && facts.uid === userId && (facts.mode & 0o077) === 0;
}
