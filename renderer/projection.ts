import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { Bridge } from '#contract/bridge.ts';
import { type AppState, initialState } from '#contract/state.ts';

/** A copy of main's state to read from. */
export type Projection = Pick<StoreApi<AppState>, 'getState' | 'getInitialState' | 'subscribe'>;

/** Copies main's state from now on; `onState` is the copy's only writer. */
export function createProjection(onState: Bridge['onState']): Projection {
  const store = createStore<AppState>(() => initialState);
  onState((state) => store.setState(state, true));
  return store;
}

const ProjectionContext = createContext<Projection | null>(null);
export const ProjectionProvider = ProjectionContext.Provider;

export function useProjection(): Projection {
  const projection = useContext(ProjectionContext);
  if (projection === null) throw new Error('useProjection needs a ProjectionProvider above it');
  return projection;
}

export function useAppState(): AppState {
  return useStore(useProjection());
}
