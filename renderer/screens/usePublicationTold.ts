import { useState } from 'react';
import type { Publication } from '#contract/state.ts';

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

/** The same, from one state to the next. */
export function publicationTold(told: Publication, publication: Publication): Publication {
  const isTriedAgain =
    publication.status === 'publishing' &&
    told.status === 'waiting' &&
    JSON.stringify(told.wish) === JSON.stringify(publication.wish);
  return isTriedAgain ? told : publication;
}
