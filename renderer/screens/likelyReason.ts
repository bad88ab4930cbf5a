import type { AppState } from '#contract/state.ts';

/** Why an accepted wish may not be what others see. */
export type LikelyReason = 'teamsClosed' | 'stronger' | 'calendar' | 'appearOffline';

/** How Microsoft 365 ranks what several devices say: the later one wins. */
const strength = ['Away', 'Available', 'Busy', 'DoNotDisturb'];

/** Guesses from what is seen instead; null where nothing points anywhere. */
export function likelyReason({ publication, presence, visibleUntil }: AppState): LikelyReason | null {
  if (publication.status !== 'notVisible' || publication.wish.kind !== 'presence' || presence === null) return null;
  const asked = publication.wish.presence.availability;
  const { availability, activity } = presence.value;
  if (availability === 'Offline' && asked !== 'Offline') {
    if (activity.toLowerCase() === 'offwork') return 'appearOffline';
    return visibleUntil === null ? 'teamsClosed' : null;
  }
  if (activity === 'InAMeeting') return 'calendar';
  return strength.indexOf(availability) > strength.indexOf(asked) ? 'stronger' : null;
}
