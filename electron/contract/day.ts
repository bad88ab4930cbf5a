import { type Instant, toEpoch } from './instant.ts';

const dayMilliseconds = 86_400_000;

/**
 * How many midnights lie between two moments where the user is: 0 on the same day, 1 for tomorrow, negative before.
 *
 * Units: milliseconds since 1970; `timeZone` as an IANA name.
 */
export function daysBetween(from: number, to: number, timeZone: string): number {
  return Math.round((startOfDate(to, timeZone) - startOfDate(from, timeZone)) / dayMilliseconds);
}

/**
 * The time zone of the computer, as an IANA name.
 *
 * Problems: a system whose zone has no name says `Etc/Unknown` or nothing, and then counts in UTC.
 */
export function systemTimeZone(name: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone): string {
  return name === undefined || name === 'Etc/Unknown' ? 'UTC' : name;
}

/** Whether two names are of one time zone, which may have several. Shape: names that the system knows. */
export function isSameZone(left: string, right: string): boolean {
  const [one, other] = [left, right].map(
    (timeZone) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone,
  );
  return one === other;
}

/** The calendar's date, counted in UTC, where no day is longer than another. */
function startOfDate(epochMilliseconds: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = format.formatToParts(epochMilliseconds);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return toEpoch(`${part('year')}-${part('month')}-${part('day')}T00:00:00.000Z` as Instant);
}
