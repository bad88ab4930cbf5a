import { useState } from 'react';
import type { AppState, Publication } from '#contract/state.ts';

/**
 * What is told of a wish. While one that waited is tried again, it is still told why it waits: else the alert would be
 * gone before anybody has read it, and come anew after each try.
 */
export function usePublicationTold(publication: Publication): Publication {
  const [told, setTold] = useState(publication);
  const next = publicationTold(told, publication);
  if (told !== next) setTold(next);
  return next;
}

/** A state as it is told aloud: what failed or waits is still that while it is tried again. */
export function stillTold(told: AppState, state: AppState): AppState {
  const { reading, outOfOffice } = state;
  const { asking } = told.outOfOffice;
  const isReadAgain = told.reading.status === 'failed' && reading.status === 'reading';
  const isSentAgain =
    asking.status === 'waiting' &&
    outOfOffice.asking.status === 'sending' &&
    JSON.stringify(asking.task) === JSON.stringify(outOfOffice.asking.task);
  return {
    ...state,
    publication: publicationTold(told.publication, state.publication),
    reading: isReadAgain ? told.reading : reading,
    outOfOffice: isSentAgain ? { ...outOfOffice, asking } : outOfOffice,
  };
}

/** The same of a wish, from one state to the next. */
function publicationTold(told: Publication, publication: Publication): Publication {
  const isTriedAgain =
    publication.status === 'publishing' &&
    told.status === 'waiting' &&
    JSON.stringify(told.wish) === JSON.stringify(publication.wish);
  return isTriedAgain ? told : publication;
}
