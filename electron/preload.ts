import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { AppState } from '#contract/state.ts';
import { type Bridge, channels } from './contract/bridge.ts';

/** Whoever opens it again at once finds it as it was. Units: milliseconds. */
const restDelay = 3_000;

/** What main says last on a channel, for whoever listens by then. */
function lastOf<Said>(channel: string) {
  const listeners = new Set<(said: Said) => void>();
  let last: { readonly said: Said } | null = null;
  ipcRenderer.on(channel, (_event, said: Said) => {
    last = { said };
    for (const listener of listeners) listener(said);
  });
  return (listener: (said: Said) => void) => {
    listeners.add(listener);
    if (last !== null) listener(last.said);
    return () => listeners.delete(listener);
  };
}

const onState = lastOf<AppState>(channels.state);
const onSeen = lastOf<boolean>(channels.seen);
// Asked before the page has read its script, so that what it draws first is what holds.
ipcRenderer.send(channels.watch);

let resting: ReturnType<typeof setTimeout> | undefined;
onSeen((isSeen) => {
  clearTimeout(resting);
  // What its start or a use has left is given back; Chromium would do so only where it may also stop painting.
  if (!isSeen) resting = setTimeout(() => webFrame.clearCache(), restDelay);
});

const bridge: Bridge = {
  send: (command, ...input) => ipcRenderer.invoke(channels.command, command, input[0]),
  onState,
  onSeen,
};
contextBridge.exposeInMainWorld('bridge', bridge);
