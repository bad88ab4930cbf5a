import { type Instant, toEpoch, toInstant } from './instant.ts';

/** What a clock on the wall shows somewhere, as `2026-12-01T17:30:00`: no offset, and no zone of its own. */
export type WallTime = string;

const dayMilliseconds = 86_400_000;

/** Whether this computer knows a time zone of that name. Shape: an IANA name, as Europe/Berlin. */
export function isTimeZone(name: string): boolean {
  return formatIn(name) !== null;
}

/**
 * The moment at which the clocks of a zone show a time; null where the zone or the time is none.
 *
 * Shape: a time that comes twice, when clocks go back, means the first; one that is left out, when they go forward, is
 * as long after the change as it would have been after the hour before. Both as Temporal's `compatible`.
 */
export function instantAt(wallTime: WallTime, timeZone: string): Instant | null {
  const format = formatIn(timeZone);
  const asUtc = toEpoch(`${wallTime}Z` as Instant);
  if (format === null || Number.isNaN(asUtc)) return null;
  const before = asUtc - offsetAt(format, asUtc - dayMilliseconds);
  const after = asUtc - offsetAt(format, asUtc + dayMilliseconds);
  const shows = (epoch: number) => epoch + offsetAt(format, epoch) === asUtc;
  const found = [before, after].filter(shows);
  return toInstant(found.length === 0 ? before : Math.min(...found));
}

/** What the clocks of a zone show at a moment, to the second; null for a zone that nobody knows. */
export function wallTimeAt(instant: Instant, timeZone: string): WallTime | null {
  const format = formatIn(timeZone);
  if (format === null) return null;
  const epoch = toEpoch(instant);
  return toInstant(epoch + offsetAt(format, epoch)).slice(0, 19);
}

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/**
 * Units: milliseconds. Swedish writes a time as ISO does: 2026-12-01 15:00:00. A year that is typed begins with one
 * digit, and Swedish writes no zeros before it; ISO's form for any year, with a sign, has six digits.
 */
function offsetAt(format: Intl.DateTimeFormat, epoch: number): number {
  const whole = Math.floor(epoch / 1_000) * 1_000;
  const shown = format.format(whole).padStart('002026-12-01 15:00:00'.length, '0').replace(' ', 'T');
  return toEpoch(`+${shown}Z` as Instant) - whole;
}
