import { Temporal } from 'temporal-polyfill';
import { type Instant, toInstant } from '#contract/instant.ts';

const longest = Temporal.Duration.from({ days: 366 }).total('milliseconds');
const isoForm = /^P(?:\d+D)?(?:T[\d.HMS]+)?$/i;
const shortForm = /^(?:(\d{1,4})d)?(?:(\d{1,5})h)?(?:(\d{1,7})m)?$/i;

/**
 * How long a text says: `90m`, `1h`, `1h30m`, `2d`, or ISO 8601 as `PT1H`; null for any other, for nothing at all, and
 * for more than a year. Days are 24 hours. Units: milliseconds.
 */
export function readDuration(text: string): number | null {
  const parts = text === '' ? null : shortForm.exec(text);
  const clock = parts === null ? '' : `${part(parts[2], 'H')}${part(parts[3], 'M')}`;
  const iso = parts === null ? text : `P${part(parts[1], 'D')}${clock === '' ? '' : `T${clock}`}`;
  if (!isoForm.test(iso)) return null;
  try {
    const milliseconds = Temporal.Duration.from(iso).total('milliseconds');
    return milliseconds > 0 && milliseconds <= longest ? milliseconds : null;
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

function part(digits: string | undefined, unit: string): string {
  return digits === undefined ? '' : `${digits}${unit}`;
}

/**
 * When a text says: a time of day, the next of its kind, or a date and time with or without an offset; null for any
 * other, also with a zone in brackets. Units: `now` in milliseconds since 1970; `timeZone` as an IANA name.
 */
export function readTime(text: string, now: number, timeZone: string): Instant | null {
  try {
    if (/^([01]?\d|2[0-3]):[0-5]\d$/.test(text)) return nextTimeOfDay(text.padStart(5, '0'), now, timeZone);
    const beside = /^\d{4}-\d\d-\d\dT\d\d:\d\d([^[]*)$/.exec(text)?.[1];
    if (beside === undefined || /T24/.test(text)) return null;
    // Whatever stands there but seconds is an offset or a mistake, and a time without a zone would pass over both.
    const { epochMilliseconds } = /^[\d:.,]*$/.test(beside)
      ? Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone)
      : Temporal.Instant.from(text);
    return toInstant(epochMilliseconds);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** The last moment of yesterday: a time of day that is read there is today's. Units: milliseconds since 1970. */
export function beforeToday(now: number, timeZone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).startOfDay();
  return today.epochMilliseconds - 1;
}

function nextTimeOfDay(text: string, now: number, timeZone: string): Instant {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const time = Temporal.PlainTime.from(text);
  const on = (day: Temporal.PlainDate, disambiguation: 'compatible' | 'later') =>
    day.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;
  // In an hour that comes twice, its second time is still to come when the first is over.
  const left = [on(today, 'compatible'), on(today, 'later')].find((at) => at > now);
  return toInstant(left ?? on(today.add({ days: 1 }), 'compatible'));
}
