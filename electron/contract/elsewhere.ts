import type { AppState } from './state.ts';

/** What no device reports by itself. Busy may come from the calendar, too, where nobody can tell it from a choice. */
const chosenStates: readonly string[] = ['Busy', 'DoNotDisturb', 'BeRightBack'];

/** Whether others see what somebody chose elsewhere, as in Teams, and nothing that was chosen here. */
export function isElsewhere({ chosen, publication, presence }: AppState): boolean {
  if (chosen !== null || publication.status !== 'idle' || presence?.evidence !== 'seen') return false;
  const { availability, activity } = presence.value;
  return chosenStates.includes(availability) && activity === availability;
}
