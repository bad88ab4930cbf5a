import { findIana, findWindows } from 'windows-iana';
import type { ZonedTime } from '#contract/automaticReplies.ts';
import type { Instant } from '#contract/instant.ts';
import { instantAt, isTimeZone, wallTimeAt } from '#contract/wallTime.ts';

/** The IANA name of a zone that Microsoft named, in Windows' way or in theirs; null for one that nobody knows. */
export function ianaOf(name: string): string | null {
  const [known] = findIana(name);
  if (known !== undefined) return known;
  return isTimeZone(name) ? name : null;
}

/**
 * A moment as a mailbox takes it: what the clocks of the zone show, with the name that Windows has for it.
 *
 * Shape: in UTC where Windows has no name for the zone, or its clocks show that time twice.
 */
export function zonedTimeOf(instant: Instant, timeZone: string): ZonedTime {
  const iana = ianaOf(timeZone);
  const windows = iana === null ? null : windowsOf(iana);
  const dateTime = iana === null || windows === null ? null : wallTimeAt(instant, iana);
  const isTold = iana !== null && dateTime !== null && instantAt(dateTime, iana)?.slice(0, 19) === instant.slice(0, 19);
  if (windows === null || dateTime === null || !isTold) return { dateTime: instant.slice(0, 19), timeZone: 'UTC' };
  return { dateTime, timeZone: windows };
}

/** Windows' name of a zone, which may have been renamed since the table was made. */
function windowsOf(iana: string): string | null {
  const older = new Intl.DateTimeFormat('en', { timeZone: iana }).resolvedOptions().timeZone;
  return findWindows(iana)[0] ?? findWindows(older)[0] ?? null;
}
