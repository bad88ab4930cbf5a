import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { faultOf, isDuring, isOver, type OutOfOfficePlan, type PlanFault } from '#contract/outOfOfficePlan.ts';
import type { MailboxAccess } from '#contract/outOfOfficeState.ts';
import { lacksReplies } from '#contract/outOfOfficeWords.ts';
import type { AppState } from '#contract/state.ts';
import type { WordId } from '#contract/words.ts';
import type { Change } from './request.ts';

export type OutOfOfficeChange = NonNullable<Change['outOfOffice']>;

/** What turns out of office on, and what is to be said of the mail: that it stays as planned, or that there is none. */
export interface TurnOn {
  readonly command: readonly ['saveOutOfOffice', OutOfOfficePlan] | readonly ['setOutOfOffice', OutOfOfficeSettings];
  readonly remark: WordId | null;
}

/**
 * What a command line asks for that turns out of office on: in the presence, and as a reply to colleagues where there is
 * a text for it and the user has let Presently change automatic replies. Nobody outside the organisation gets any.
 *
 * Shape: without a text, mail that was planned goes on as it is. Only the times that are named change, and where none is,
 * an absence that is still to come is left alone. Units: `now` in milliseconds since 1970.
 */
export function turnOn(change: OutOfOfficeChange, state: AppState, timeZone: string, now: number): TurnOn {
  const { from, until, reply } = change;
  const { access, isInPresence } = state.outOfOffice;
  const planned = plannedMail(state, now);
  if (reply === null && planned !== null) {
    const isAlone = from === null && until === null && !isDuring(planned, now);
    if (isAlone)
      return { command: ['setOutOfOffice', { isOutOfOffice: true, message: null }], remark: 'cli.repliesKept' };
    const moved = { ...planned, from: from ?? planned.from, until: until ?? planned.until };
    return { command: ['saveOutOfOffice', moved], remark: 'cli.repliesKept' };
  }
  const mayReply = access === 'ready';
  const plan: OutOfOfficePlan = {
    ...{ from, until, timeZone, inPresence: isInPresence, statusMessage: null },
    organisation: { text: reply ?? '' },
    replies: mayReply && reply !== null ? { audience: 'none', others: 'same' } : null,
  };
  return { command: ['saveOutOfOffice', plan], remark: reply === null || mayReply ? null : whyNoReplies(access) };
}

/** Whether a reply is asked for, and the mailbox is still to say whether it can be sent. */
export function asksMailbox({ isOutOfOffice, reply }: OutOfOfficeChange, { outOfOffice }: AppState): boolean {
  return isOutOfOffice && reply !== null && unsettled.includes(outOfOffice.access);
}

const unsettled: readonly MailboxAccess[] = ['unknown', 'reading', 'failed'];

/** What is wrong with what is asked for, to be told before any of it is done. Units: `now` in milliseconds since 1970. */
export function turnOnFault(on: TurnOn, now: number): PlanFault | null {
  return on.command[0] === 'saveOutOfOffice' ? faultOf(on.command[1], now) : null;
}

/** Why there is nothing to turn on where presences have no out of office, and what there is instead; null elsewhere. */
export function whyNothing(
  on: TurnOn,
  { reply }: OutOfOfficeChange,
  { outOfOffice }: AppState,
): readonly WordId[] | null {
  const [name, input] = on.command;
  const { access, isInPresence } = outOfOffice;
  if (isInPresence || (name === 'saveOutOfOffice' && input.replies !== null)) return null;
  if (name === 'setOutOfOffice') return ['cli.notInPresence', 'cli.repliesKept'];
  if (lacksReplies(access)) return ['cli.notInPresence', 'cli.noReplies'];
  const mayHelp = reply === null && access !== 'notAllowed';
  return ['cli.notInPresence', mayHelp ? 'cli.addReply' : whyNoReplies(access)];
}

/** They can be allowed only where that has not been decided by somebody, or by what the account is. */
function whyNoReplies(access: MailboxAccess): WordId {
  if (lacksReplies(access)) return `outOfOffice.mailbox.${access}`;
  return access === 'failed' ? 'cli.repliesNotRead' : 'cli.repliesNotAllowed';
}

/** The newest plan that sends mail, accepted or on its way, and not over. */
function plannedMail({ outOfOffice }: AppState, now: number): OutOfOfficePlan | null {
  const { asking, unconfirmed, absence } = outOfOffice;
  const isOpen = (asking.status === 'sending' || asking.status === 'waiting') && asking.task.kind === 'save';
  const plan = isOpen ? asking.task.plan : (unconfirmed ?? absence)?.plan;
  return plan === undefined || plan.replies === null || isOver(plan, now) ? null : plan;
}
