import type { BrowserWindow } from 'electron';
import { channels } from '#contract/bridge.ts';

/** Tells a page whether anybody sees it, which one that stands painted behind the screen cannot know by itself. */
export function tellSeen(window: BrowserWindow): void {
  const tell = () => window.webContents.send(channels.seen, window.isVisible() && !window.isMinimized());
  window.on('show', tell);
  window.on('hide', tell);
  window.on('minimize', tell);
  window.on('restore', tell);
  window.webContents.on('did-finish-load', tell);
}
