import { findPresence, isChosenElsewhere, isPlain } from './presence.ts';
import type { AppState } from './state.ts';

/**
 * What no device reports by itself; offline without one has another activity than appear offline. Busy may come from
 * the calendar, too, where nobody can tell it from a choice.
 */
const chosenStates: readonly string[] = ['Busy', 'DoNotDisturb', 'BeRightBack', 'Offline'];

/** Whether others see what somebody chose elsewhere, as in Teams, and nothing that was chosen or is asked for here. */
export function isElsewhere(state: AppState): boolean {
  return state.publication.status === 'idle' && isSetElsewhere(state);
}

/** The same, whatever is asked for here by now. */
export function isSetElsewhere({ chosen, presence }: AppState): boolean {
  if (chosen !== null || presence?.evidence !== 'seen') return false;
  const pair = findPresence(presence.value.availability, presence.value.activity);
  return pair !== undefined && isPlain(pair) && chosenStates.includes(pair.availability);
}

/** Whether others have never seen the choice, and see one that somebody made elsewhere. */
export function isOverridden({ chosen, presence }: AppState): boolean {
  if (chosen === null || chosen.isShown || presence?.evidence !== 'seen') return false;
  return isChosenElsewhere(presence.value, chosen.presence);
}
