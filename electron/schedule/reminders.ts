import { Temporal } from 'temporal-polyfill';
import { type Instant, toEpoch } from '#contract/instant.ts';
import type { Span } from '#contract/outOfOfficePlan.ts';

/** What is said of an absence by itself: the evening before, on its last day, and on return. */
const reminders = ['starts', 'ends', 'over'] as const;
export type Reminder = (typeof reminders)[number];

const eveningHour = 17;
const morningHour = 8;
const dayMilliseconds = 86_400_000;
/** A user who starts the program later than this after the end knows of it by now. */
const longestOver = 3 * dayMilliseconds;

/**
 * The reminders whose time has come, each with the key by which it is given once.
 *
 * Units: `now` in milliseconds since 1970; `timeZone` as an IANA name, since evenings are the user's own.
 */
export function dueReminders(
  span: Span,
  now: number,
  timeZone: string,
): readonly { readonly kind: Reminder; readonly key: string }[] {
  const { from, until } = span;
  const kinds: Record<Reminder, boolean> = {
    starts: from !== null && now < toEpoch(from) && now >= hourOf(from, -1, eveningHour, timeZone),
    ends: isLastDay(span, now, timeZone),
    over: until !== null && now >= toEpoch(until) && now - toEpoch(until) < longestOver,
  };
  return reminders
    .filter((kind) => kinds[kind])
    .map((kind) => ({ kind, key: `${kind} ${(kind === 'starts' ? from : until) ?? ''}` }));
}

/** An absence of less than a day needs nobody to tell that it ends. */
function isLastDay({ from, until }: Span, now: number, timeZone: string): boolean {
  if (until === null || now >= toEpoch(until)) return false;
  if (from !== null && (now < toEpoch(from) || toEpoch(until) - toEpoch(from) < dayMilliseconds)) return false;
  // An end at midnight or before the morning has its last day the day before.
  const morning = hourOf(until, 0, morningHour, timeZone);
  return now >= (morning < toEpoch(until) ? morning : hourOf(until, -1, morningHour, timeZone));
}

/** An hour of the day on which a moment lies, or of one so many days off. */
function hourOf(instant: Instant, days: number, hour: number, timeZone: string): number {
  const at = Temporal.Instant.fromEpochMilliseconds(toEpoch(instant)).toZonedDateTimeISO(timeZone);
  return at.toPlainDate().add({ days }).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
}
