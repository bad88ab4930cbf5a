import type { BrowserWindow } from 'electron';
import { channels } from '#contract/bridge.ts';

/** Lets the painted page appear before it is told, since its work would delay that. Units: milliseconds. */
const paintTime = 60;

/**
 * Tells a page whether anybody sees it, which one that stands painted behind the screen cannot know by itself. `later`
 * takes a step after some milliseconds.
 */
export function tellSeen(window: BrowserWindow, later: (milliseconds: number, step: () => void) => void): void {
  const tell = () => {
    if (!window.isDestroyed()) window.webContents.send(channels.seen, window.isVisible() && !window.isMinimized());
  };
  const tellSoon = () => later(paintTime, tell);
  window.on('show', tellSoon);
  window.on('restore', tellSoon);
  window.on('hide', tell);
  window.on('minimize', tell);
  // Before its script runs: one that hears it later closes what was opened by then.
  window.webContents.on('did-navigate', tell);
}
