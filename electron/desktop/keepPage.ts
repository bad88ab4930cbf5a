import type { BrowserWindow } from 'electron';
import type { Clock, Log } from '../ports.ts';

/** The page of a window, as somebody who brings it back sees it. */
export interface KeptPage {
  /** Loads the page again if its process is gone, because somebody is about to look at it. */
  revive(): void;
}

/** A page that crashes again at once is not worth another try before somebody asks for it. Units: milliseconds. */
const reloadPause = 10_000;

/**
 * Brings a window's page back when its process ends, and ends the process when it no longer answers. `name` is how the
 * log calls it.
 */
export function keepPage(window: BrowserWindow, name: 'popup' | 'settings', clock: Clock, log: Log): KeptPage {
  const contents = window.webContents;
  let isGone = false;
  let reloadedAt = Number.NEGATIVE_INFINITY;

  function reload(): void {
    isGone = false;
    reloadedAt = clock.now();
    contents.reload();
  }

  contents.on('render-process-gone', (_event, { reason }) => {
    log.warn(`${name}.gone`, { reason });
    isGone = true;
    // A clock that was set back must not make "just now" last for hours.
    const isAgain = Math.abs(clock.now() - reloadedAt) < reloadPause;
    if (reason !== 'clean-exit' && !isAgain) reload();
  });
  contents.on('unresponsive', () => {
    log.warn(`${name}.unresponsive`);
    // A page in an endless loop hears no request to load again; without its process it is loaded by the listener above.
    contents.forcefullyCrashRenderer();
  });
  return {
    revive: () => {
      if (isGone && !window.isDestroyed()) reload();
    },
  };
}
