import { isElsewhere } from '#contract/elsewhere.ts';
import { outOfOfficeCommand } from '#contract/outOfOfficeTruth.ts';
import { sayOutOfOffice } from '#contract/outOfOfficeWords.ts';
import type { Availability, Presence } from '#contract/presence.ts';
import { saySource } from '#contract/sourceWords.ts';
import type { AppState } from '#contract/state.ts';
import { openWish, outOfOfficeWish, sayChange, sayOutOfOfficeChange, shownPresence } from '#contract/wishChange.ts';
import type { Words } from '#contract/words.ts';

/** The presence asked for on a tile. */
export function pendingPresence(state: AppState): Presence | null {
  const wish = openWish(state);
  return wish?.kind === 'presence' && outOfOfficeWish(state) === null ? wish.presence : null;
}

/** The availability that others see, where it is one that can be chosen. */
export function currentAvailability(state: AppState): Availability | null {
  const { availability } = shownPresence(state);
  return availability === 'PresenceUnknown' ? null : availability;
}

/** The line under the heading: what it changes to, else why it is what it is. */
export function sayCaption(words: Words, state: AppState, now: number): string {
  return sayChange(words, state) ?? saySource(words, state, now);
}

/** The line under "Out of office": what of it is on its way with the presence, else all that is true of it. */
export function sayOutOfOfficeRow(words: Words, state: AppState, now: number): string {
  return sayOutOfOfficeChange(words, state) ?? sayOutOfOffice(words, state, now);
}

/** Whether there is anything to give back to Microsoft 365. */
export function canReset(state: AppState): boolean {
  return state.chosen !== null || state.publication.status === 'notVisible' || isElsewhere(state);
}

/** Whether turning out of office off ends what was planned, here or in Outlook. Units: `now` in milliseconds. */
export function isPlanned(state: AppState, now: number): boolean {
  return outOfOfficeCommand(state, now)[0] === 'endOutOfOffice';
}
