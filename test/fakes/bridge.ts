import type { Bridge } from '#contract/bridge.ts';
import type { AppState } from '#contract/state.ts';

/** The wall, seen from the renderer: remembers what was asked for, and tells the states and looks that it is given. */
export function createFakeBridge(first: AppState) {
  const sent: (readonly unknown[])[] = [];
  const listeners = new Set<(state: AppState) => void>();
  const watchers = new Set<(isSeen: boolean) => void>();
  const bridge = {
    send: async (command, ...input) => {
      sent.push([command, ...input]);
    },
    onState: (listener) => {
      listeners.add(listener);
      listener(first);
      return () => listeners.delete(listener);
    },
    onSeen: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  } satisfies Bridge;
  function tell(state: AppState): void {
    for (const listener of listeners) listener(state);
  }
  function look(isSeen: boolean): void {
    for (const watcher of watchers) watcher(isSeen);
  }
  return { bridge, sent, tell, look };
}
