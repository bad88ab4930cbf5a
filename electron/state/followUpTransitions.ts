import type { FollowUp, Previous } from '#contract/followUp.ts';
import { isSamePair } from '#contract/presence.ts';
import { findPreset, type Preset } from '#contract/preset.ts';
import type { AppState, Choice, PresenceWish, Wish } from '#contract/state.ts';
import type { StatusMessage } from '#contract/statusMessage.ts';
import { standingWish } from './transitions.ts';

/** A wish is on its way, and something is to follow it. */
export function followUpAsked(state: AppState, followUp: FollowUp): AppState {
  return { ...state, followUp };
}

/** Somebody asked for something else: a pair that was to be given back, and nothing more, may be what they choose now. */
export function giveBackDropped(state: AppState): AppState {
  const { followUp } = state;
  if (followUp?.isGivenBack !== true) return state;
  const isAll = followUp.statusMessage === undefined && followUp.workLocation === undefined;
  return isAll ? { ...state, followUp: null } : state;
}

/** All of it is said as far as it could be, or its wish was given up. */
export function followUpOver(state: AppState): AppState {
  return { ...state, followUp: null };
}

/** The wish was accepted. What another preset than the wish's own had replaced is forgotten. */
export function followUpBegun(state: AppState, { wish, previous }: FollowUp): AppState {
  if (previous !== undefined) return { ...state, previous };
  const presetId = wish.kind === 'presence' ? wish.presetId : undefined;
  return state.previous?.presetId === presetId ? state : { ...state, previous: null };
}

/** What a preset would replace, as far as it replaces it and that is known. What one that stands replaced is kept. */
export function previousOf(state: AppState, preset: Preset): Previous {
  const { previous, presence } = state;
  const { outOfOffice, statusMessage, workLocation, id } = preset;
  const isStanding = state.chosen?.presetId === id;
  const standing = isStanding ? null : standingWish(state);
  const replaced = {
    presetId: id,
    wish: standing ?? ({ kind: 'automatic' } as const),
    ...(presence !== null && {
      ...(outOfOffice !== null && { outOfOffice: presence.value.outOfOfficeSettings }),
      ...(statusMessage !== null && { statusMessage: shownMessage(state) }),
      ...(workLocation !== null && { workLocation: presence.value.workLocation ?? null }),
    }),
  };
  return previous?.presetId === id && isStanding ? { ...replaced, ...previous } : replaced;
}

function shownMessage({ statusMessage: { seen, asking } }: AppState): StatusMessage | null {
  const shown = asking.status === 'sending' ? asking.message : seen;
  return shown?.text === '' ? null : shown;
}

/** Whether a preset replaces what was not known when it was set. */
export function isPreviousUnknown(state: AppState, followUp: FollowUp): boolean {
  const { previous, statusMessage, workLocation } = followUp;
  if (previous === undefined) return false;
  return (
    (statusMessage !== undefined && previous.statusMessage === undefined) ||
    (workLocation !== undefined && previous.workLocation === undefined) ||
    (previous.outOfOffice === undefined && replacesOutOfOffice(state, followUp) && isUnsent(state, followUp))
  );
}

/** What a preset replaces was read just now. A message of the preset itself is none from before it. */
export function previousSeen(state: AppState): AppState {
  const { followUp, presence } = state;
  if (followUp?.previous === undefined || presence?.evidence !== 'seen') return state;
  const { statusMessage, workLocation } = followUp;
  const shown = shownMessage(state);
  const isBefore = isUnsent(state, followUp);
  const isOurs = !isBefore && shown !== null && shown.text === followUp.previous.replacedBy;
  const previous = {
    ...(statusMessage !== undefined && !isOurs && { statusMessage: shown }),
    ...(workLocation !== undefined && { workLocation: presence.value.workLocation ?? null }),
    ...(isBefore && replacesOutOfOffice(state, followUp) && { outOfOffice: presence.value.outOfOfficeSettings }),
    ...followUp.previous,
  };
  return { ...state, previous: isBefore ? state.previous : previous, followUp: { ...followUp, previous } };
}

/** Out of office goes along with the presence of its preset, so it is replaced before anything follows. */
export function isUnsent(state: AppState, followUp: FollowUp): boolean {
  return stageOf(state, followUp) === 'open' && !state.openRequests.some(({ wish }) => wish === followUp.wish);
}

/** Whether the preset itself sets out of office; otherwise the settings that go along were asked for before. */
function replacesOutOfOffice({ settings }: AppState, { previous }: FollowUp): boolean {
  const preset = previous === undefined ? undefined : findPreset(settings.presets, previous.presetId);
  return preset !== undefined && preset.outOfOffice !== null;
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
  return (
    isSamePair(held.presence, wish.presence) &&
    held.presetId === wish.presetId &&
    // A user who plans another end for a rule's preset makes it their own.
    (held.rule === wish.rule || held.presetId !== undefined)
  );
}
