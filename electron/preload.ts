import { contextBridge, ipcRenderer } from 'electron';
import type { AppState } from '#contract/state.ts';
import { type Bridge, channels } from './contract/bridge.ts';

const listeners = new Set<(state: AppState) => void>();
let latest: AppState | null = null;

ipcRenderer.on(channels.state, (_event, state: AppState) => {
  latest = state;
  for (const listener of listeners) listener(state);
});
// Asked before the page has read its script, so that what it draws first is what holds.
ipcRenderer.send(channels.watch);

const bridge: Bridge = {
  send: (command, ...input) => ipcRenderer.invoke(channels.command, command, input[0]),
  onState(listener) {
    listeners.add(listener);
    if (latest !== null) listener(latest);
    return () => listeners.delete(listener);
  },
};
contextBridge.exposeInMainWorld('bridge', bridge);
