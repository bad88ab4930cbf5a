import type { Preset } from '#contract/preset.ts';
import type { AppState, Previous } from '#contract/state.ts';
import { heldWish, standingWish } from './transitions.ts';

/** A preset's wish is on its way, over what held before it. */
export function presetAsked(state: AppState, preset: Preset, previous: Previous): AppState {
  return { ...state, applyingPreset: preset, previous };
}

/** The preset is set as far as it could be, or its wish was given up. */
export function presetOver(state: AppState): AppState {
  return { ...state, applyingPreset: null };
}

/** What held before the preset is asked for again, so there is nothing before it any more. */
export function previousUsed(state: AppState): AppState {
  return { ...state, applyingPreset: null, previous: null };
}

/** What a preset would replace, as far as it replaces it. One that stands already keeps what it replaced. */
export function previousOf(state: AppState, preset: Preset): Previous {
  const { previous } = state;
  if (previous?.presetId === preset.id && heldWish(state)?.presetId === preset.id) return previous;
  const seen = state.presence?.value;
  const known = seen?.outOfOfficeSettings;
  return {
    presetId: preset.id,
    wish: standingWish(state) ?? { kind: 'automatic' },
    ...(preset.outOfOffice !== null && known !== undefined && { outOfOffice: known }),
    ...(preset.statusMessage !== null && { statusMessage: state.statusMessage.seen }),
    ...(preset.workLocation !== null && { workLocation: seen?.workLocation ?? null }),
  };
}

/**
 * How far the wish of a preset came: `open` while it may still be accepted, `givenUp` where another took its place.
 */
export function stageOf({ session, publication, chosen }: AppState, { id }: Preset): 'open' | 'accepted' | 'givenUp' {
  if (session.status !== 'signedIn') return 'open';
  if (publication.status === 'idle') return chosen?.presetId === id ? 'accepted' : 'givenUp';
  if (publication.wish.kind !== 'presence' || publication.wish.presetId !== id) return 'givenUp';
  return publication.status === 'checking' || publication.status === 'notVisible' ? 'accepted' : 'open';
}
