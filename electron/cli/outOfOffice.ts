import type { OutOfOfficePlan } from '#contract/outOfOfficePlan.ts';
import type { AppState } from '#contract/state.ts';
import type { Change } from './request.ts';

type OutOfOfficeChange = NonNullable<Change['outOfOffice']>;

/**
 * The absence that a command line asks for: in the presence, and as a reply to colleagues where there is a text for it
 * and the user has let Presently change automatic replies. Nobody outside the organisation gets any.
 */
export function planOf(
  { from, until, reply }: OutOfOfficeChange,
  { outOfOffice }: AppState,
  timeZone: string,
): OutOfOfficePlan {
  const mayReply = reply !== null && outOfOffice.access === 'ready';
  return {
    ...{ from, until, timeZone, inPresence: true, statusMessage: null },
    organisation: { text: reply ?? '' },
    replies: mayReply ? { audience: 'none', others: 'same' } : null,
  };
}
