import { contextBridge, ipcRenderer } from 'electron';
import type { AppState } from '#contract/state.ts';
import { type Bridge, channels } from './contract/bridge.ts';

const bridge: Bridge = {
  send: (command, ...input) => ipcRenderer.invoke(channels.command, command, input[0]),
  onState(listener) {
    const forward = (_event: unknown, state: AppState) => listener(state);
    ipcRenderer.on(channels.state, forward);
    ipcRenderer.send(channels.watch);
    return () => ipcRenderer.off(channels.state, forward);
  },
};
contextBridge.exposeInMainWorld('bridge', bridge);
