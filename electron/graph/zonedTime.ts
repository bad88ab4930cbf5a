import { type Instant, toEpoch, toInstant } from '#contract/instant.ts';

const localTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(\.\d{1,3})?\d*)?(Z?)$/;
const utcNames = ['', 'utc', 'gmt', 'z', 'etc/utc', 'etc/gmt'];

/**
 * The instant of a `dateTimeTimeZone`; null where it cannot be told, as with a zone that only Windows names.
 *
 * Shape: `dateTime` has up to seven digits of a second and no offset; the zone is nearly always UTC.
 * Source: https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
export function instantOf(dateTime: string, timeZone: string): Instant | null {
  const parts = localTime.exec(dateTime);
  if (parts === null) return null;
  const [, minutes = '', seconds = '00', fraction = '', zulu = ''] = parts;
  const asUtc = toEpoch(`${minutes}:${seconds}${fraction}Z` as Instant);
  // Both ends of .NET's calendar stand for "no date", and no program can compute with them.
  if (Number.isNaN(asUtc) || asUtc <= 0 || minutes.startsWith('9999')) return null;
  if (zulu === 'Z' || utcNames.includes(timeZone.toLowerCase())) return toInstant(asUtc);
  const offset = offsetIn(timeZone);
  if (offset === null) return null;
  // Two steps, because the first guess may lie on the other side of a clock change.
  return toInstant(asUtc - offset(asUtc - offset(asUtc)));
}

/** Tells the offset of a zone at a moment. Units: milliseconds. Null for a zone that this computer does not know. */
function offsetIn(timeZone: string): ((epoch: number) => number) | null {
  try {
    const format = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    // Swedish writes a time as ISO does: 2026-12-01 15:00:00.
    return (epoch) => {
      const whole = Math.floor(epoch / 1_000) * 1_000;
      return toEpoch(`${format.format(whole).replace(' ', 'T')}Z` as Instant) - whole;
    };
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
