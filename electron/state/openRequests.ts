import { type Instant, toEpoch } from '#contract/instant.ts';
import { isAsAsked, isChosenElsewhere, plainPresence, type SeenPresence } from '#contract/presence.ts';
import type { AppState, OpenRequest, Wish } from '#contract/state.ts';

/** A request is on its way. */
export function requestSent(state: AppState, request: OpenRequest): AppState {
  return { ...state, openRequests: [...state.openRequests, request] };
}

/** Its answer came, so that nothing more is to be expected of it. */
export function requestAnswered(state: AppState, request: OpenRequest): AppState {
  return { ...state, openRequests: state.openRequests.filter((open) => open !== request) };
}

/** No answer will come any more; until then it may still be carried out. */
export function requestLost(state: AppState, request: OpenRequest, until: Instant): AppState {
  const openRequests = state.openRequests.map((open) => (open === request ? { ...open, until } : open));
  return { ...state, openRequests };
}

/** A reading showed no effect of the lost requests: those that could no longer be carried out are dropped. */
export function openRequestsSettled(state: AppState, askedAt: number): AppState {
  const openRequests = state.openRequests.filter((request) => isFresh(request, askedAt));
  return openRequests.length === state.openRequests.length ? state : { ...state, openRequests };
}

/** No request of ours is on its way for longer. Units: milliseconds. */
const longestWay = 60_000;

/** Whether it may still be carried out, rather than only its traces be found. Units: `now` in milliseconds. */
export function isFresh({ until }: OpenRequest, now: number): boolean {
  const left = toEpoch(until) - now;
  return left >= 0 && left < longestWay;
}

/** Whether what shows while a wish stands is an older request of ours that was carried out late. */
export function isLate({ openRequests }: AppState, seen: SeenPresence, standing: Wish): boolean {
  if (standing.kind === 'presence' && isAsAsked(seen, standing.presence, standing.outOfOfficeSettings)) return false;
  return openRequests.some(({ wish }) => {
    if (wish.kind === 'presence') return isAsAsked(seen, wish.presence, null);
    // What Microsoft computes shows after a reset.
    return standing.kind === 'presence' && !isChosenElsewhere(seen, plainPresence('Available'));
  });
}
