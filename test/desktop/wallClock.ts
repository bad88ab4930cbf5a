import { existsSync, readdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desktop } from '../../build/desktop.mjs';

/** The clock on the wall as a program sees it, which can be set while the program runs. */
export interface WallClock {
  /** For the programs that are to see it. What they measure by the other clock, the one that only runs, stays true. */
  readonly environment: Readonly<Record<string, string>>;
  /** Units: milliseconds ahead of the true time. Programs see it within a second. */
  setAhead(milliseconds: number): Promise<void>;
  /** Units: milliseconds since 1970. */
  set(now: number): Promise<void>;
}

/** Debian has it in a folder that is named for the processor. */
function library(): string {
  const folders = readdirSync('/usr/lib').map((name) => join('/usr/lib', name, 'faketime/libfaketimeMT.so.1'));
  const found = folders.find((file) => existsSync(file));
  if (found === undefined) throw new Error('libfaketime is not there (Debian: faketime).');
  return found;
}

/** Makes a clock for programs on this desktop; it is right until it is set. */
export async function createWallClock({ home }: Desktop): Promise<WallClock> {
  const file = join(home, 'wall-clock');
  async function setAhead(milliseconds: number): Promise<void> {
    const seconds = Math.round(milliseconds / 1_000);
    // In one step, since it may be read at any time.
    await writeFile(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
    await rename(`${file}.new`, file);
  }
  await setAhead(0);
  return {
    environment: {
      LD_PRELOAD: library(),
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      // Else every wait for a moment on the other clock is over at once, and the program spins.
      FAKETIME_FORCE_MONOTONIC_FIX: '0',
    },
    setAhead,
    set: (now) => setAhead(now - Date.now()),
  };
}
