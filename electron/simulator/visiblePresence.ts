import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';

/** Two words of Graph's: a session's, a choice's, or the visible one. */
export interface Pair {
  readonly availability: string;
  readonly activity: string;
}

/**
 * A client that stands for the person: Teams, or one app.
 *
 * Units: instants in milliseconds since 1970. `expiresAt` is null for a session that nothing ends by itself;
 * `isRenewing` is a Teams client in use, which never fades.
 */
export interface PresenceSession extends Pair {
  readonly sessionId: string;
  readonly renewedAt: number;
  readonly expiresAt: number | null;
  readonly isRenewing: boolean;
}

/** Something in the calendar. `oof` is an event shown as out of office. */
export interface CalendarEvent {
  readonly showAs: 'busy' | 'oof';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly subject?: string;
}

/** Automatic replies as far as presence cares: `startsAt` and `endsAt` count while `scheduled` only. */
interface ReplyWindow {
  readonly status: 'disabled' | 'alwaysEnabled' | 'scheduled';
  readonly startsAt: number;
  readonly endsAt: number;
  readonly message: string | null;
  /** The moment up to which the presence knows the mailbox; now, unless told. */
  readonly noticedAt?: number;
}

/** All that the visible presence is computed from. */
export interface PresenceFacts {
  readonly sessions: readonly PresenceSession[];
  readonly preferred: (Pair & { readonly expiresAt: number | null }) | null;
  readonly declaredOutOfOffice: OutOfOfficeSettings;
  readonly replies: ReplyWindow;
  readonly events: readonly CalendarEvent[];
}

/** What others see. */
export interface VisiblePresence extends Pair {
  readonly outOfOfficeSettings: OutOfOfficeSettings;
}

/**
 * How long a choice without an end holds, in Teams and by setUserPreferredPresence. Units: milliseconds.
 *
 * Source: https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence
 */
export function usualChoiceMilliseconds(availability: string): number {
  const days = availability === 'Busy' || availability === 'DoNotDisturb' ? 1 : 7;
  return days * 86_400_000;
}

const idleAfterMilliseconds = 5 * 60_000;
const awayAfterMilliseconds = 10 * 60_000;
const weakestFirst = ['Away', 'Available', 'Busy', 'DoNotDisturb'];

/**
 * Computes the presence that others see.
 *
 * The user's choice stands above all sessions but needs one to show; else the strongest session or meeting wins,
 * the earlier one when two are equally strong. Availability without renewal fades.
 * Source: https://learn.microsoft.com/graph/cloud-communications-manage-presence-state
 */
export function visiblePresence(facts: PresenceFacts, now: number): VisiblePresence {
  const outOfOfficeSettings = outOfOfficeNow(facts, now);
  const live = facts.sessions.filter((session) => session.expiresAt === null || now < session.expiresAt);
  if (live.length === 0) return { availability: 'Offline', activity: 'Offline', outOfOfficeSettings };

  const { preferred } = facts;
  const isChosen = preferred !== null && (preferred.expiresAt === null || now < preferred.expiresAt);
  const { availability, activity } = isChosen ? preferred : strongestOf(live, facts, now);
  // Microsoft lists "Available, out of office" as Available / OutOfOffice, whoever said Available; here it is so when
  // mailbox or calendar say so, not when the person merely declared it with a presence of their own.
  const isAwayByMailbox = outOfOfficeSettings.isOutOfOffice && !facts.declaredOutOfOffice.isOutOfOffice;
  const isNamed = isAwayByMailbox && availability === 'Available';
  return { availability, activity: isNamed ? 'OutOfOffice' : activity, outOfOfficeSettings };
}

function strongestOf(live: readonly PresenceSession[], facts: PresenceFacts, now: number): Pair {
  return [...live.map((session) => faded(session, now)), ...meetings(facts, now)].reduce((held, next) =>
    strength(next) > strength(held) ? next : held,
  );
}

function faded(session: PresenceSession, now: number): Pair {
  const { availability, activity } = session;
  const age = now - session.renewedAt;
  if (session.isRenewing || availability !== 'Available' || age < idleAfterMilliseconds) {
    return { availability, activity };
  }
  return age < awayAfterMilliseconds
    ? { availability: 'Available', activity: 'AvailableInactive' }
    : { availability: 'Away', activity: 'Away' };
}

function meetings(facts: PresenceFacts, now: number): Pair[] {
  const isInMeeting = facts.events.some((event) => event.showAs === 'busy' && isDuring(event, now));
  return isInMeeting ? [{ availability: 'Busy', activity: 'InAMeeting' }] : [];
}

function strength(pair: Pair): number {
  return weakestFirst.indexOf(pair.availability);
}

function outOfOfficeNow(facts: PresenceFacts, now: number): OutOfOfficeSettings {
  const { declaredOutOfOffice, replies } = facts;
  if (declaredOutOfOffice.isOutOfOffice) return declaredOutOfOffice;
  const isReplying =
    replies.status === 'alwaysEnabled' ||
    (replies.status === 'scheduled' && isDuring(replies, replies.noticedAt ?? now));
  if (isReplying) return { isOutOfOffice: true, message: replies.message };
  const event = facts.events.find((candidate) => candidate.showAs === 'oof' && isDuring(candidate, now));
  if (event !== undefined) return { isOutOfOffice: true, message: event.subject ?? null };
  return { isOutOfOffice: false, message: null };
}

function isDuring(span: { readonly startsAt: number; readonly endsAt: number }, now: number): boolean {
  return span.startsAt <= now && now < span.endsAt;
}
