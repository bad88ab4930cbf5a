import type { AutomaticReplies } from './automaticReplies.ts';
import { type Instant, toEpoch } from './instant.ts';
import { inTheOffice, type OutOfOfficeSettings, outOfOfficeMessageLimit } from './outOfOffice.ts';
import { isDuring, isOver, type Span, untilPlaceholder } from './outOfOfficePlan.ts';
import type { AppState } from './state.ts';

/** What is true of being out of office, as the home row tells it. */
export type OutOfOfficeTruth =
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly until: Instant | null }
  | { readonly kind: 'endingSoon'; readonly until: Instant }
  | { readonly kind: 'scheduled'; readonly from: Instant }
  /** Somebody else than this program says so; `unknownZone` is a schedule that nobody can read. */
  | {
      readonly kind: 'elsewhere';
      readonly why: 'outlook' | 'calendar' | 'outlookOrCalendar' | 'unknownZone';
      readonly until: Instant | null;
    }
  /** It was asked for, or has ended, and others do not see it yet. */
  | { readonly kind: 'settling'; readonly isOn: boolean };

/** Units: milliseconds. */
const soon = 4 * 3_600_000;
/** Microsoft speaks of minutes; with a mailbox on the company's own servers it is up to an hour. */
const longestSettling = 3_600_000;

/**
 * Tells what is true: what others see first, then what is known to be planned, here or in the mailbox.
 *
 * Units: `now` in milliseconds since 1970.
 */
export function outOfOfficeTruth(state: AppState, now: number): OutOfOfficeTruth {
  const { absence, mailbox, isDeclared, changedAt } = state.outOfOffice;
  const isSeen = state.presence?.value.outOfOfficeSettings.isOutOfOffice ?? false;
  const own = absence === null || isOver(absence.plan, now) ? null : absence.plan;
  const sent = mailbox === null ? null : spanOf(mailbox.replies);
  const isSettling = changedAt !== null && Math.abs(now - toEpoch(changedAt)) < longestSettling;

  const moved = movedInOutlook(state, now);
  if (moved !== null) return { kind: 'elsewhere', why: 'outlook', until: moved.until };
  // Turned off in Outlook, or given an end there that has passed.
  const hasEnded = sent === null || (sent !== 'unknownZone' && isOver(sent, now));
  const isNotSent = own?.replies != null && mailbox !== null && hasEnded && !isSeen;
  // Nothing but the presence carries it, as where Microsoft refused that.
  const isNotShown = own?.inPresence === true && own.replies === null && !isSeen && state.presence?.evidence === 'seen';
  if (own !== null && isDuring(own, now) && (isSettling || !(isNotSent || isNotShown)))
    return isSeen || !isSettling ? running(own, now) : { kind: 'settling', isOn: true };
  if (sent === 'unknownZone') return { kind: 'elsewhere', why: 'unknownZone', until: null };
  if (sent !== null && isDuring(sent, now)) {
    return { kind: 'elsewhere', why: 'outlook', until: sent.until };
  }
  if (isSeen) {
    if (isDeclared) return { kind: 'on', until: null };
    if (isSettling) return { kind: 'settling', isOn: false };
    return { kind: 'elsewhere', why: mailbox === null ? 'outlookOrCalendar' : 'calendar', until: null };
  }
  return scheduled(own ?? sent, now);
}

/**
 * When replies are sent now, where somebody gave what was planned here another end in Outlook; null where nobody did.
 *
 * Units: `now` in milliseconds since 1970.
 */
export function movedInOutlook({ outOfOffice }: AppState, now: number): Span | null {
  const { absence, mailbox } = outOfOffice;
  const sent = mailbox === null ? null : spanOf(mailbox.replies);
  if (absence === null || absence.plan.replies === null || sent === null || sent === 'unknownZone') return null;
  if (!absence.hasBegun || isOver(absence.plan, now) || !isDuring(sent, now)) return null;
  return isSameEnd(absence.plan, sent) ? null : sent;
}

/** The mailbox may keep no seconds. */
function isSameEnd(one: Span, other: Span): boolean {
  if (one.until === null || other.until === null) return one.until === other.until;
  return Math.abs(toEpoch(one.until) - toEpoch(other.until)) < 60_000;
}

/** Whether the switch is on: others see it, will see it, or it is planned. */
export function isOutOfOffice(truth: OutOfOfficeTruth): boolean {
  return truth.kind === 'settling' ? truth.isOn : truth.kind !== 'off';
}

/** When replies are sent: null for never, `unknownZone` where their schedule cannot be read. */
export function spanOf({ status, from, until }: AutomaticReplies): Span | 'unknownZone' | null {
  if (status === 'disabled') return null;
  if (status === 'alwaysEnabled') return { from: null, until: null };
  if (from === null || until === null) return null;
  return from.at === null || until.at === null ? 'unknownZone' : { from: from.at, until: until.at };
}

/** What the service said last of being out of office. */
export function knownOutOfOffice({ presence }: AppState): OutOfOfficeSettings {
  return presence?.value.outOfOfficeSettings ?? inTheOffice;
}

/**
 * What a choice that says nothing of out of office repeats: what shows. But not what the mailbox is known to say by
 * itself, since what a choice said would show on when the mailbox does not say it any more.
 *
 * Units: `now` in milliseconds since 1970.
 */
export function repeatedOutOfOffice(state: AppState, now: number): OutOfOfficeSettings {
  const { isDeclared, mailbox, absence } = state.outOfOffice;
  // A new run has not read the mailbox yet, and knows only what it was given.
  const given = absence?.plan.replies == null ? null : absence.plan;
  const sent = mailbox === null ? given : spanOf(mailbox.replies);
  const isOfMailbox = sent !== null && sent !== 'unknownZone' && isDuring(sent, now);
  return isOfMailbox && !isDeclared ? inTheOffice : knownOutOfOffice(state);
}

/** Whether the user is told of the mailbox's schedule, so that turning it off ends that one. */
export function isOfMailbox(truth: OutOfOfficeTruth): boolean {
  if (truth.kind === 'elsewhere') return truth.why === 'outlook' || truth.why === 'unknownZone';
  return truth.kind === 'scheduled';
}

function running({ until }: Span, now: number): OutOfOfficeTruth {
  if (until !== null && toEpoch(until) - now <= soon) return { kind: 'endingSoon', until };
  return { kind: 'on', until };
}

function scheduled(span: Span | null, now: number): OutOfOfficeTruth {
  if (span === null || span.from === null || toEpoch(span.from) <= now) return { kind: 'off' };
  return { kind: 'scheduled', from: span.from };
}

/**
 * What the switch asks for: off ends mail, presence and message together; on is for the presence alone, since mail is
 * never sent by one click. A text that was written and not saved goes along.
 */
export function outOfOfficeCommand(
  state: AppState,
  now: number,
): readonly ['endOutOfOffice'] | readonly ['setOutOfOffice', OutOfOfficeSettings] {
  const { absence, draft } = state.outOfOffice;
  const truth = outOfOfficeTruth(state, now);
  if (isOutOfOffice(truth)) {
    return absence !== null || isOfMailbox(truth)
      ? ['endOutOfOffice']
      : ['setOutOfOffice', { isOutOfOffice: false, message: null }];
  }
  const text = draft === null || draft.organisation === 'kept' ? '' : draft.organisation.text.trim();
  const message = text === '' || text.includes(untilPlaceholder) ? null : text.slice(0, outOfOfficeMessageLimit);
  return ['setOutOfOffice', { isOutOfOffice: true, message }];
}
