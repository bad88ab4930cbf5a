import type { Instant } from '#contract/instant.ts';
import type { AppState } from '#contract/state.ts';
import type { UpdatedBy, UpdateStep } from '#contract/updates.ts';

/** It is known who brings newer versions of this copy. */
export function updaterKnown(state: AppState, by: UpdatedBy): AppState {
  return { ...state, updates: { ...state.updates, by } };
}

/** The look for a newer version got so far. */
export function updateStepped(state: AppState, step: UpdateStep): AppState {
  return { ...state, updates: { ...state.updates, step } };
}

/** It was found what there is, if only that there is nothing newer. */
export function updatesChecked(state: AppState, step: UpdateStep, at: Instant): AppState {
  return { ...state, updates: { ...state.updates, step, checkedAt: at } };
}
