import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppImageUpdater } from 'electron-updater/out/AppImageUpdater.js';
import type { InstallOptions } from 'electron-updater/out/BaseUpdater.js';
import { startProgram } from '../cli/startProgram.ts';
import { layProgram } from './layProgram.ts';

/**
 * Starts a program once a process has ended: a shell's script, given the process and the program's command line. What
 * Electron's own relaunch starts may gain no rights any more, without which no AppImage can mount itself, and is started
 * by a helper out of the mount that goes with this process.
 */
const startAfter = 'while kill -0 "$0" 2>/dev/null; do sleep 0.1; done; exec "$@"';

/**
 * Replaces the AppImage by one rename, so that whatever happens, and whenever, there is a whole one: the old or the new.
 * The library would remove the old one first, give the new one a name that no shortcut knows, and start it and wait for
 * its end, which does not come.
 */
export class SwappingUpdater extends AppImageUpdater {
  readonly #image: string;
  readonly #switches: readonly string[];

  constructor(image: string, switches: readonly string[]) {
    super();
    this.#image = image;
    this.#switches = switches;
  }

  /** What was laid stays ready while the library throws its own copy away, as it does before it fetches another. */
  protected override get installerPath(): string | null {
    return existsSync(this.#beside()) ? this.#beside() : null;
  }

  /** Lays the new one beside the old one, since only within a folder a rename is at once. Rejects as the file system does. */
  async prepare(fetched: string): Promise<void> {
    await layProgram(fetched, this.#beside());
  }

  /** Whoever asks for a restart gets one, of what is there then: the newer one or, where that cannot be had, the old one. */
  override install(isSilent?: boolean, isForceRunAfter = false): boolean {
    const isInstalled = super.install(isSilent, isForceRunAfter);
    if (isForceRunAfter && existsSync(this.#image))
      startProgram('/bin/sh', ['-c', startAfter, String(process.pid), this.#image, ...this.#switches]);
    return isInstalled;
  }

  protected override doInstall({ isForceRunAfter }: InstallOptions): boolean {
    // Whoever took the old one away wants none, unless they ask for a restart.
    if (!isForceRunAfter && !existsSync(this.#image)) return false;
    renameSync(this.#beside(), this.#image);
    return true;
  }

  #beside(): string {
    return join(dirname(this.#image), `.${basename(this.#image)}.new`);
  }
}
