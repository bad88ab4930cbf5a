import { type AppState, isUnderWay } from '#contract/state.ts';

/** A reading after a wake may hang on a connection that died meanwhile, and the icon is to be right all the same. */
const unattended = 2;

/**
 * How many times a token service that fails us may be asked whether it is well again, beside what is asked of it
 * anyway: somebody who waits wants to know at once, nobody else does.
 */
export function looksWorth(
  state: AppState,
  { isPopupOpen, isLocked }: { readonly isPopupOpen: boolean; readonly isLocked: boolean },
): number {
  if (isAsked(state)) return Number.POSITIVE_INFINITY;
  if (isLocked) return 0;
  return isPopupOpen ? Number.POSITIVE_INFINITY : unattended;
}

function isAsked({ session, publication, statusMessage, outOfOffice }: AppState): boolean {
  const isSending = statusMessage.asking.status === 'sending' || outOfOffice.asking.status === 'sending';
  return session.status === 'signingIn' || isUnderWay(publication) || isSending;
}
