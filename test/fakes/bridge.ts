import type { Bridge } from '#contract/bridge.ts';
import type { AppState } from '#contract/state.ts';

/** The wall, seen from the renderer: remembers what was asked for, and tells the states that it is given. */
export function createFakeBridge(first: AppState) {
  const sent: (readonly unknown[])[] = [];
  const listeners = new Set<(state: AppState) => void>();
  const bridge = {
    send: async (command, ...input) => {
      sent.push([command, ...input]);
    },
    onState: (listener) => {
      listeners.add(listener);
      listener(first);
      return () => listeners.delete(listener);
    },
  } satisfies Bridge;
  function tell(state: AppState): void {
    for (const listener of listeners) listener(state);
  }
  return { bridge, sent, tell };
}
