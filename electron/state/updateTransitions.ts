import type { Instant } from '#contract/instant.ts';
import type { AppState } from '#contract/state.ts';
import type { UpdatedBy, UpdateStep } from '#contract/updates.ts';

/** It is known who brings newer versions of this copy. */
export function updaterKnown(state: AppState, by: UpdatedBy): AppState {
  return { ...state, updates: { ...state.updates, by } };
}

/** The look for a newer version got so far. */
export function updateStepped(state: AppState, step: UpdateStep): AppState {
  return { ...state, updates: { ...state.updates, step: stepAfter(state, step) } };
}

/** It was found what there is, if only that there is nothing newer. */
export function updatesChecked(state: AppState, step: UpdateStep, at: Instant): AppState {
  return { ...state, updates: { ...state.updates, step: stepAfter(state, step), checkedAt: at } };
}

/** What is ready stays ready whatever a later look comes to, until another is. */
function stepAfter({ updates }: AppState, next: UpdateStep): UpdateStep {
  return updates.step.status === 'ready' && next.status !== 'ready' ? updates.step : next;
}
