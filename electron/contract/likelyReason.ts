import type { Presence } from './presence.ts';
import type { AppState } from './state.ts';

/** Why an accepted wish may not be what others see. */
export type LikelyReason = 'teamsClosed' | 'stronger' | 'calendar' | 'appearOffline';

/** How Microsoft 365 ranks what several devices say: the later one wins. */
const strength = ['Away', 'Available', 'Busy', 'DoNotDisturb'];

/** Guesses from what is seen instead; null where nothing points anywhere. */
export function likelyReason(state: AppState): LikelyReason | null {
  const { publication } = state;
  if (publication.status !== 'notVisible' || publication.wish.kind !== 'presence') return null;
  return reasonUnseen(publication.wish.presence, state);
}

/** The same of a presence that was asked for, before it is called not visible. */
export function reasonUnseen(
  { availability: asked }: Presence,
  { presence, visibleUntil }: Pick<AppState, 'presence' | 'visibleUntil'>,
): LikelyReason | null {
  if (presence === null) return null;
  const { availability, activity } = presence.value;
  if (availability === 'Offline' && asked !== 'Offline') {
    if (activity.toLowerCase() === 'offwork') return 'appearOffline';
    return visibleUntil === null ? 'teamsClosed' : null;
  }
  if (activity === 'InAMeeting') return 'calendar';
  return strength.indexOf(availability) > strength.indexOf(asked) ? 'stronger' : null;
}
