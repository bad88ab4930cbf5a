import type { AppState, Wish } from '#contract/state.ts';

type PresenceWish = Extract<Wish, { kind: 'presence' }>;

/** The wish for a presence that is still on its way, on which the next one builds; null when there is none. */
export function openWish({ publication }: AppState): PresenceWish | null {
  const isOpen = publication.status === 'publishing' || publication.status === 'waiting';
  return isOpen && publication.wish.kind === 'presence' ? publication.wish : null;
}
