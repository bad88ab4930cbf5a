import { createStore as createZustandStore } from 'zustand/vanilla';
import type { AppState } from '#contract/state.ts';

/** What is true now. Changed only by naming what happened: a transition and its arguments. */
export interface Store {
  get(): AppState;
  apply<A extends readonly unknown[]>(transition: (state: AppState, ...facts: A) => AppState, ...facts: A): void;
  /** Calls the listener after each change; returns its own unsubscribe. */
  watch(listener: (state: AppState) => void): () => void;
}

/** Makes the one mutable value of the program. */
export function createStore(initial: AppState): Store {
  const store = createZustandStore<AppState>(() => initial);
  return {
    get: store.getState,
    apply(transition, ...facts) {
      const before = store.getState();
      const after = transition(before, ...facts);
      if (after !== before) store.setState(after, true);
    },
    watch: (listener) => store.subscribe((state) => listener(state)),
  };
}
