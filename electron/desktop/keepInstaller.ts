import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { layProgram } from './layProgram.ts';

/**
 * Keeps the installer for one Windows user beside the folder for what is fetched, which the library empties as soon as it
 * hears of a still newer one: what is ready stays so until that is fetched, too.
 */
export class KeepingUpdater extends NsisUpdater {
  #ready: string | null = null;

  protected override get installerPath(): string | null {
    return this.#ready !== null && existsSync(this.#ready) ? this.#ready : null;
  }

  /** Rejects as the file system does. */
  async prepare(fetched: string): Promise<void> {
    const ready = join(dirname(dirname(fetched)), 'ready.exe');
    await layProgram(fetched, ready);
    this.#ready = ready;
  }
}
