import { type AppState, isUnderWay, type PresenceWish } from '#contract/state.ts';

/** The wish for a presence that is still on its way, on which the next one builds; null when there is none. */
export function openWish({ publication }: AppState): PresenceWish | null {
  return isUnderWay(publication) && publication.wish.kind === 'presence' ? publication.wish : null;
}
