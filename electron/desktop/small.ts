import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { app } from 'electron';

/**
 * Keeps the app small, since it waits all day and works for moments; must be called before the app is ready.
 *
 * Shape: this process's engine saves memory in all its choices, a page's only where it would keep more room free for new
 * objects than a click fills; the other choices would have the page come up later. Pages are drawn without the graphics
 * card, and without what stands in for one: that is more to hold than a popup that hardly moves is to draw.
 */
export function beSmall(): void {
  setFlagsFromString('--optimize-for-size');
  app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=1');
  app.disableHardwareAcceleration();
  app.commandLine.appendSwitch('disable-software-rasterizer');
}

/** Gives back what a start leaves behind. Left alone, the engine looks only when twice as much has come together. */
export function tidyUp(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}
