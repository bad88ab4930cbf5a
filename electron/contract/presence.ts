import type { OutOfOfficeSettings } from './outOfOffice.ts';
import type { StatusMessage } from './statusMessage.ts';
import type { WorkLocation } from './workLocation.ts';

/** The six coarse states a person can choose, in the order of the tiles and the menu. */
export const availabilities = ['Available', 'Busy', 'DoNotDisturb', 'BeRightBack', 'Away', 'Offline'] as const;
export type Availability = (typeof availabilities)[number];

/**
 * The legal pairs: for each availability the activities that may go with it, the plain one first.
 *
 * Shape: PascalCase as Graph's actions take it. Every pair stands in the table of setPresence or of
 * setUserPreferredPresence, so that either can express a wish that the create operation does not accept.
 * Source: https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence, …/presence-setpresence
 */
export const activities = {
  Available: ['Available'],
  Busy: ['Busy', 'InACall', 'InAConferenceCall'],
  DoNotDisturb: ['DoNotDisturb', 'Presenting'],
  BeRightBack: ['BeRightBack'],
  Away: ['Away'],
  Offline: ['OffWork'],
} as const satisfies Record<Availability, readonly [string, ...string[]]>;

/** A presence that can be asked for. A pair outside the table does not compile. */
export type Presence = {
  [A in Availability]: { readonly availability: A; readonly activity: (typeof activities)[A][number] };
}[Availability];

/** The presence of an availability when nobody says more about the activity. */
export function plainPresence(availability: Availability): Presence {
  return { availability, activity: activities[availability][0] } as Presence;
}

/** Finds the legal pair with these names, or nothing when the table has no such pair. */
export function findPresence(availability: string, activity: string): Presence | undefined {
  const known = availabilities.find((name) => name === availability);
  if (known === undefined) return undefined;
  const legal: readonly string[] = activities[known];
  return legal.includes(activity) ? ({ availability: known, activity } as Presence) : undefined;
}

/**
 * A presence as the service says it, which may be one that nobody can choose (in a meeting, unknown).
 *
 * Shape: `availability` is folded to what can be drawn: AvailableIdle is Available, BusyIdle is Busy, a word that
 * we do not know is PresenceUnknown. `activity` keeps the service's own word, so that a new one can still be shown.
 */
export interface SeenPresence {
  readonly availability: Availability | 'PresenceUnknown';
  readonly activity: string;
  readonly outOfOfficeSettings: OutOfOfficeSettings;
  /** Undefined where the service says nothing of it, as government clouds do. */
  readonly statusMessage?: StatusMessage | null;
  /** Undefined where the service says nothing that we know. */
  readonly workLocation?: WorkLocation;
}

/**
 * Whether the service says what was asked for: the pair, and out of office with its message where that was asked too.
 * Where automatic replies are sent, the service names the absence in place of a plain activity.
 *
 * Source: https://learn.microsoft.com/graph/cloud-communications-manage-presence-state, "Available, out of office"
 */
export function isAsAsked(seen: SeenPresence, asked: Presence, outOfOffice: OutOfOfficeSettings | null): boolean {
  const activity = seen.activity.toLowerCase();
  const isActivity = activity === asked.activity.toLowerCase() || (activity === 'outofoffice' && isPlain(asked));
  const isPair = seen.availability === asked.availability && isActivity;
  return isPair && (outOfOffice === null || isSameOutOfOffice(seen.outOfOfficeSettings, outOfOffice));
}

/** What devices and Teams report by themselves, although it could be chosen too. */
const computedActivities: readonly string[] = ['Away', 'InACall', 'InAConferenceCall', 'Presenting'];

/**
 * Whether what shows is another presence that somebody can choose. What Microsoft computes (a meeting, no session, an
 * idle device) lies over a choice and leaves it standing.
 */
export function isChosenElsewhere(seen: SeenPresence, asked: Presence): boolean {
  const elsewhere = findPresence(seen.availability, seen.activity);
  const isComputed = elsewhere === undefined || computedActivities.includes(elsewhere.activity);
  return !isComputed && !isAsAsked(seen, asked, null);
}

/** Whether it is the pair of an availability when nobody says more: just those can be a preferred presence. */
export function isPlain({ availability, activity }: Presence): boolean {
  return activity === activities[availability][0];
}

/** Whether two are the same pair, each from where it may be. */
export function isSamePair(one: Presence, other: Presence): boolean {
  return one.availability === other.availability && one.activity === other.activity;
}

/** Whether two say the same of being out of office; in the office, no message counts. */
export function isSameOutOfOffice(seen: OutOfOfficeSettings, asked: OutOfOfficeSettings): boolean {
  if (seen.isOutOfOffice !== asked.isOutOfOffice) return false;
  return !asked.isOutOfOffice || (seen.message ?? '').trim() === (asked.message ?? '').trim();
}

/**
 * The choosable presence nearest to what is shown: the service wants a pair even when only out of office changes, and
 * keeps it as long. Offline without having chosen it means that no device is there, and must not become "appear
 * offline"; a call, a meeting or a time of focus is soon over, and must not become one for the whole absence.
 */
export function nearestPresence({ availability, activity }: SeenPresence): Presence {
  const pair = findPresence(availability, activity);
  if (pair !== undefined && isPlain(pair)) return pair;
  return plainPresence(lasting.find((each) => each === availability) ?? 'Available');
}

/** What holds by itself for longer, whatever its activity. */
const lasting = ['BeRightBack', 'Away'] as const satisfies readonly Availability[];
