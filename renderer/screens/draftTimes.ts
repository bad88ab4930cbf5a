import { type Instant, toInstant } from '#contract/instant.ts';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { instantAt, wallTimeAt } from '#contract/wallTime.ts';
import { nextFullHour } from './untilText.ts';

const dayMilliseconds = 86_400_000;

/** From the next full hour on, for a day. Units: `now` in milliseconds since 1970. */
export function firstSpan(now: number): { readonly from: Instant; readonly until: Instant } {
  const from = nextFullHour(now);
  return { from: toInstant(from), until: toInstant(from + dayMilliseconds) };
}

/** A span as its fields show it. Shape: `zone` as an IANA name. */
export function timesOf(span: { readonly from: Instant; readonly until: Instant }, zone: string) {
  const field = (instant: Instant) => {
    const wallTime = wallTimeAt(instant, zone) ?? '';
    return { date: wallTime.slice(0, 10), time: wallTime.slice(11, 16) };
  };
  return { from: field(span.from), until: field(span.until) };
}

/** What date and time of a field mean; null where there is none. Shape: as for `timesOf`. */
export function momentOf({ date, time }: OutOfOfficeDraft['from'], zone: string): Instant | null {
  return date === '' || time === '' ? null : instantAt(`${date}T${time}:00`, zone);
}
