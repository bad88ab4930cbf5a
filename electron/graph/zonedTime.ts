import { type Instant, toEpoch, toInstant } from '#contract/instant.ts';
import { instantAt } from '#contract/wallTime.ts';
import { ianaOf } from './timeZones.ts';

const localTime = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(\.\d{1,3})?\d*)?(Z?)$/;
const utcNames = ['', 'utc', 'gmt', 'z', 'etc/utc', 'etc/gmt'];

/**
 * The instant of a `dateTimeTimeZone`; null where it cannot be told, as with a zone that nobody knows.
 *
 * Shape: `dateTime` has up to seven digits of a second and no offset; the zone is nearly always UTC, and else has
 * its Windows or its IANA name. Source: https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
export function instantOf(dateTime: string, timeZone: string): Instant | null {
  const parts = localTime.exec(dateTime);
  if (parts === null) return null;
  const [, minutes = '', seconds = '00', fraction = '', zulu = ''] = parts;
  const asUtc = toEpoch(`${minutes}:${seconds}${fraction}Z` as Instant);
  // Both ends of .NET's calendar stand for "no date", and no program can compute with them.
  if (Number.isNaN(asUtc) || asUtc <= 0 || minutes.startsWith('9999')) return null;
  if (zulu === 'Z' || utcNames.includes(timeZone.toLowerCase())) return toInstant(asUtc);
  const iana = ianaOf(timeZone);
  return iana === null ? null : instantAt(`${minutes}:${seconds}${fraction}`, iana);
}
