import { constants } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';

/**
 * Lays a copy of a program at a path, whole or not at all: an earlier one there stays until the copy is on the disk, and
 * may be taken at any moment. Rejects as the file system does.
 */
export async function layProgram(from: string, to: string): Promise<void> {
  const part = `${to}.part`;
  try {
    await copyFile(from, part, constants.COPYFILE_FICLONE);
    const file = await open(part, 'r+');
    try {
      await file.chmod(0o755);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, to);
  } finally {
    await rm(part, { force: true });
  }
}
