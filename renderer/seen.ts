import { createContext, useContext } from 'react';
import { createStore, type StoreApi } from 'zustand';
import type { Bridge } from '#contract/bridge.ts';

/** Whether anybody sees this page. The popup stands painted while it is hidden, which Chromium may take for visible. */
export type Seen = Pick<StoreApi<boolean>, 'getState' | 'subscribe'>;

/** Follows what main tells of it; a page that is told nothing is seen while it is there. */
export function createSeen(onSeen: Bridge['onSeen']): Seen {
  const store = createStore(() => true);
  onSeen((isSeen) => store.setState(isSeen));
  return store;
}

const SeenContext = createContext<Seen>(createStore(() => true));
export const SeenProvider = SeenContext.Provider;

export function useSeen(): Seen {
  return useContext(SeenContext);
}

/** Goes on with something while the page is seen: `begin` returns its end. */
export function whileSeen(seen: Seen, begin: () => () => void): () => void {
  let end: (() => void) | null = null;
  function follow(): void {
    end?.();
    end = seen.getState() ? begin() : null;
  }
  follow();
  const leave = seen.subscribe(follow);
  return () => {
    leave();
    end?.();
  };
}
