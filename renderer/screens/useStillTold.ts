import { useState } from 'react';
import type { AppState, Publication } from '#contract/state.ts';

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
  return {
    ...state,
    publication: publicationTold(told.publication, state.publication),
    reading: isReadAgain ? told.reading : reading,
    outOfOffice: {
      ...outOfOffice,
      ...(isSentAgain && { asking }),
      ...(isAsked && { access: 'asking' }),
    },
  };
}

function publicationTold(told: Publication, publication: Publication): Publication {
  const isTriedAgain =
    publication.status === 'publishing' &&
    told.status === 'waiting' &&
    JSON.stringify(told.wish) === JSON.stringify(publication.wish);
  return isTriedAgain ? told : publication;
}
