import { Temporal } from 'temporal-polyfill';
import { lengths } from '#contract/plan.ts';
import type { Pause, StartupRule, WorkingHours } from '#contract/rules.ts';

/** The time between two edges of the hours. Units: `since` in milliseconds since 1970. */
export interface Period {
  readonly isInside: boolean;
  readonly since: number;
}

/** Within so many days there is an edge, or there are no hours. */
const daysBack = 8;

/**
 * The period in which a moment lies; null where there are no hours.
 *
 * Shape: the hours begin with the first clock that shows their begin and end with the last that shows their end, so
 * that a clock put back never ends and begins them again. A time that a clock put forward leaves out is the one it shows.
 * Units: `now` in milliseconds since 1970; `timeZone` as an IANA name.
 */
export function periodAt({ days, from, to }: WorkingHours, now: number, timeZone: string): Period | null {
  if (days.length === 0) return null;
  const today = zoned(now, timeZone).toPlainDate();
  // A clock that goes back over midnight shows a day twice.
  for (let back = -1; back <= daysBack; back += 1) {
    const date = today.subtract({ days: back });
    if (!days.includes(date.dayOfWeek)) continue;
    const begin = epochOf(date, from, timeZone, 'earlier');
    const end = epochOf(date, to, timeZone, 'later');
    // Hours that a clock put forward leaves out altogether are none.
    if (end <= begin) continue;
    if (begin <= now && now < end) return { isInside: true, since: begin };
    if (end <= now) return { isInside: false, since: end };
  }
  return null;
}

function epochOf(date: Temporal.PlainDate, time: string, zone: string, which: 'earlier' | 'later'): number {
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time));
  const isSkipped = !wanted.toZonedDateTime(zone, { disambiguation: 'later' }).toPlainDateTime().equals(wanted);
  return wanted.toZonedDateTime(zone, { disambiguation: isSkipped ? 'compatible' : which }).epochMilliseconds;
}

function zoned(now: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO(timeZone);
}

/**
 * Whether the startup rule is for this time at all.
 *
 * Shape: hours whose end is not after their begin go over midnight, and are of the day on which they begin. So where the
 * two are equal they are a whole day from that time on: a rule that never acts is what `never` is for.
 */
export function isTimeFor({ weekdays, from, to }: StartupRule, now: number, timeZone: string): boolean {
  const here = zoned(now, timeZone);
  const time = here.toPlainTime().toString({ smallestUnit: 'minute' });
  const [begin, end] = [from ?? '00:00', to ?? '24:00'];
  const today = here.toPlainDate();
  if (begin < end) return weekdays.includes(today.dayOfWeek) && begin <= time && time < end;
  const day = time < end ? today.subtract({ days: 1 }) : today;
  return weekdays.includes(day.dayOfWeek) && (begin <= time || time < end);
}

/** When a pause ends that begins now; null where rules are to act again. Units: milliseconds since 1970. */
export function pauseEnd(pause: Pause, now: number, timeZone: string): number | null {
  if (pause === 'resume') return null;
  if (pause !== 'tomorrow') return now + lengths[pause];
  const today = zoned(now, timeZone).toPlainDate();
  return today.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}
