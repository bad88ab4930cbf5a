import { constants, existsSync, renameSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import { AppImageUpdater } from 'electron-updater/out/AppImageUpdater.js';
import type { InstallOptions } from 'electron-updater/out/BaseUpdater.js';

/**
 * Replaces the AppImage by one rename, so that whatever happens, and whenever, there is a whole one: the old or the new.
 * The library takes the old one away first, gives the new one another name, which no shortcut knows, and starts it to
 * see it end, which it does not.
 */
export class SwappingUpdater extends AppImageUpdater {
  readonly #image: string;

  constructor(image: string) {
    super();
    this.#image = image;
  }

  /** Lays the new one beside the old one, since only within a folder a rename is at once. Rejects as the file system does. */
  async prepare(fetched: string): Promise<void> {
    await copyFile(fetched, this.#beside(), constants.COPYFILE_FICLONE);
    const file = await open(this.#beside(), 'r+');
    try {
      await file.chmod(0o755);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  protected override doInstall({ isForceRunAfter }: InstallOptions): boolean {
    // Whoever took the old one away wants none.
    if (!existsSync(this.#image) || !existsSync(this.#beside())) return false;
    renameSync(this.#beside(), this.#image);
    if (isForceRunAfter) app.relaunch({ execPath: this.#image, args: [] });
    return true;
  }

  #beside(): string {
    return join(dirname(this.#image), `.${basename(this.#image)}.new`);
  }
}
