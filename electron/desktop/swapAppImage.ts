import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import { AppImageUpdater } from 'electron-updater/out/AppImageUpdater.js';
import type { InstallOptions } from 'electron-updater/out/BaseUpdater.js';
import { layProgram } from './layProgram.ts';

/**
 * Replaces the AppImage by one rename, so that whatever happens, and whenever, there is a whole one: the old or the new.
 * The library would remove the old one first, give the new one a name that no shortcut knows, and start it and wait for
 * its end, which does not come.
 */
export class SwappingUpdater extends AppImageUpdater {
  readonly #image: string;

  constructor(image: string) {
    super();
    this.#image = image;
  }

  /** Lays the new one beside the old one, since only within a folder a rename is at once. Rejects as the file system does. */
  async prepare(fetched: string): Promise<void> {
    await layProgram(fetched, this.#beside());
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
