import type { BrowserWindow } from 'electron';
import type { AppState } from '#contract/state.ts';
import type { OwnWindow } from '../ipc/serve.ts';

/** A window as the doorway sees it. */
export function ownWindow({ webContents }: BrowserWindow, url: string): OwnWindow {
  return {
    id: webContents.id,
    url,
    send: (channel: string, state: AppState) => {
      if (!webContents.isDestroyed()) webContents.send(channel, state);
    },
  };
}
