import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { app } from 'electron';
import type { Clock } from '../ports.ts';

/**
 * Keeps the app small, since it waits all day and works for moments; must be called before the app is ready.
 *
 * Shape: this process runs V8 with --optimize-for-size. Pages only get a smaller young generation, which still holds
 * what a click allocates: the other memory flags would delay the first paint. Pages are drawn without the graphics card
 * and without its software stand-in: both take more memory than a popup that hardly moves is worth.
 */
export function beSmall(): void {
  setFlagsFromString('--optimize-for-size');
  app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=1');
  app.disableHardwareAcceleration();
  app.commandLine.appendSwitch('disable-software-rasterizer');
}

/**
 * V8 gives up what a function was compiled to after six collections that found it unused; the next ones free it.
 * Source: bytecode_old_age in V8's flag-definitions.h
 */
const collections = 8;
/** What waits for this process is let through between two collections. Units: milliseconds. */
const breath = 50;

/**
 * Frees the memory that a start leaves behind, with the code that only a start runs. Left alone, V8 collects only once
 * the heap has doubled.
 */
export async function tidyUp({ wait }: Pick<Clock, 'wait'>): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') return;
  for (let collection = 0; collection < collections; collection += 1) {
    collect();
    await wait(breath);
  }
}
