import { findIana } from 'windows-iana';

/** A local time with the name of its zone, as Graph writes time. */
export interface ZonedTime {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** The instant of a zoned time. Units: milliseconds since 1970; nothing when the zone or the time is not one. */
export function epochOf({ dateTime, timeZone }: ZonedTime): number | undefined {
  const asUtc = Date.parse(`${dateTime.replace(/(\.\d{1,3})\d*$/, '$1')}Z`);
  const zone = findIana(timeZone)[0] ?? timeZone;
  if (Number.isNaN(asUtc) || !isZone(zone)) return undefined;
  // Two steps, because the offset at the first guess may be the one of the other side of a clock change.
  const guess = asUtc - offsetMilliseconds(zone, asUtc);
  return asUtc - offsetMilliseconds(zone, guess);
}

/** Whether this names a time zone that Graph takes: in Windows' way, or by an IANA name. */
export function isTimeZone(name: string): boolean {
  return isZone(findIana(name)[0] ?? name);
}

/** The UTC form in which the service gives times back. */
export function inUtc(epochMilliseconds: number): ZonedTime {
  return { dateTime: `${new Date(epochMilliseconds).toISOString().slice(0, 23)}0000`, timeZone: 'UTC' };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function offsetMilliseconds(zone: string, epoch: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(epoch);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(epoch / 1000) * 1000;
}
