import type { BrowserWindow } from 'electron';

/**
 * Tells a page that nobody sees it, until it is shown: a window that is made hidden passes for one that is seen, and its
 * page would go on watching the time. `isAwaited` says that it is about to be shown.
 */
export function restUnseen(window: BrowserWindow, isAwaited: () => boolean): void {
  window.once('ready-to-show', () => {
    if (!isAwaited() && !window.isVisible()) window.hide();
  });
}
