import { useState } from 'react';
import type { AppState, Publication, Wish } from '#contract/state.ts';

/**
 * The state as the page tells it: why something failed or waits stays on screen during a retry, so that the user can
 * read it and it does not flicker with each try.
 */
export function useStillTold(state: AppState): AppState {
  const [known, setKnown] = useState({ of: state, told: state });
  if (known.of === state) return known.told;
  const told = stillTold(known.told, state);
  setKnown({ of: state, told });
  return told;
}

/** The same, from one state to the next. */
export function stillTold(told: AppState, state: AppState): AppState {
  const { reading, outOfOffice } = state;
  const { asking } = told.outOfOffice;
  const isReadAgain = told.reading.status === 'failed' && reading.status === 'reading';
  const isSentAgain =
    asking.status === 'waiting' &&
    outOfOffice.asking.status === 'sending' &&
    JSON.stringify(asking.task) === JSON.stringify(outOfOffice.asking.task);
  // A mailbox that was allowed is read first: only then is there something to tell of it.
  const isAsked = told.outOfOffice.access === 'asking' && outOfOffice.access === 'reading';
  // The network is back: what waited for it is tried for the first time, and not again.
  const isBack = state.isOnline && !told.isOnline;
  return {
    ...state,
    isOnline: state.isOnline && !(isBack && isUntried(told, state)),
    publication: isBack ? state.publication : publicationTold(told.publication, state.publication),
    reading: isReadAgain ? told.reading : reading,
    outOfOffice: {
      ...outOfOffice,
      ...(isSentAgain && { asking }),
      ...(isAsked && { access: 'asking' }),
    },
  };
}

/**
 * Whether a wish waits for the network as it did before that came back: Microsoft 365 is not to be called out of reach
 * before anything was asked of it.
 */
function isUntried(told: AppState, { publication, reading }: AppState): boolean {
  if (publication.status !== 'waiting' || publication.problem.kind !== 'offline') return false;
  const isReadInVain = reading.status === 'failed' && told.reading.status !== 'failed';
  return isHeldFor(told.publication, publication.wish) && !isReadInVain;
}

function publicationTold(told: Publication, publication: Publication): Publication {
  return publication.status === 'publishing' && isHeldFor(told, publication.wish) ? told : publication;
}

/** Whether it is this wish that waits. Compares by text: each state that comes is a new copy. */
function isHeldFor(publication: Publication, wish: Wish): boolean {
  return publication.status === 'waiting' && JSON.stringify(publication.wish) === JSON.stringify(wish);
}
