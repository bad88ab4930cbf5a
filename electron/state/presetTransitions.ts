import type { FollowUp, Previous } from '#contract/followUp.ts';
import type { Preset } from '#contract/preset.ts';
import type { AppState, Choice, PresenceWish, Wish } from '#contract/state.ts';
import { heldWish, standingWish } from './transitions.ts';

/** A wish is on its way, and something is to follow it. */
export function followUpAsked(
  state: AppState,
  followUp: FollowUp,
  previous: Previous | null = state.previous,
): AppState {
  return { ...state, followUp, previous };
}

/** All of it is said as far as it could be, or its wish was given up. */
export function followUpOver(state: AppState): AppState {
  return { ...state, followUp: null };
}

/** The wish was accepted. What another preset replaced than the one that it is of is over. */
export function followUpBegun(state: AppState, { wish }: FollowUp): AppState {
  const presetId = wish.kind === 'presence' ? wish.presetId : undefined;
  return state.previous?.presetId === presetId ? state : { ...state, previous: null };
}

/** What a preset would replace, as far as it replaces it. What one that stands already replaced is kept. */
export function previousOf(state: AppState, preset: Preset): Previous {
  const { previous } = state;
  const seen = state.presence?.value;
  const known = seen?.outOfOfficeSettings;
  const replaced = {
    presetId: preset.id,
    wish: standingWish(state) ?? ({ kind: 'automatic' } as const),
    ...(preset.outOfOffice !== null && known !== undefined && { outOfOffice: known }),
    ...(preset.statusMessage !== null && { statusMessage: state.statusMessage.seen }),
    ...(preset.workLocation !== null && { workLocation: seen?.workLocation ?? null }),
  };
  const isStanding = [heldWish(state), state.chosen].some((held) => held?.presetId === preset.id);
  return previous?.presetId === preset.id && isStanding ? { ...replaced, ...previous } : replaced;
}

/**
 * How far the wish came that something follows: `open` while it may still be accepted, `givenUp` where another took its
 * place. Another end of it, or out of office said on top, makes it no other.
 */
export function stageOf(
  { session, publication, chosen }: AppState,
  { wish }: FollowUp,
): 'open' | 'accepted' | 'givenUp' {
  if (session.status !== 'signedIn') return 'open';
  if (publication.status === 'idle') return isLike(chosen, wish) ? 'accepted' : 'givenUp';
  if (!isLike(publication.wish.kind === 'presence' ? publication.wish : null, wish)) return 'givenUp';
  return publication.status === 'checking' || publication.status === 'notVisible' ? 'accepted' : 'open';
}

/** Null stands for what Microsoft 365 decides. */
function isLike(held: PresenceWish | Choice | null, wish: Wish): boolean {
  if (held === null || wish.kind === 'automatic') return held === null && wish.kind === 'automatic';
  const { availability, activity } = wish.presence;
  return (
    held.presence.availability === availability &&
    held.presence.activity === activity &&
    held.presetId === wish.presetId &&
    held.rule === wish.rule
  );
}
