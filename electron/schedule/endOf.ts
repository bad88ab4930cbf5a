import { Temporal } from 'temporal-polyfill';
import { toEpoch, toInstant } from '#contract/instant.ts';
import { type Ending, lengths, type Plan } from '#contract/plan.ts';
import type { WeekDay } from '#contract/week.ts';

const minute = 60_000;

/**
 * When a choice ends that is made now: null where it lasts until changed, `past` where the planned end is over.
 *
 * Shape: hours are elapsed time, whatever the clocks do meanwhile. Days and weeks end with their last minute, 23:59
 * on all days but those whose midnight a clock change moves.
 * Units: `now` in milliseconds since 1970; `timeZone` as an IANA name.
 */
export function endOf(plan: Plan, now: number, timeZone: string, firstDayOfWeek: WeekDay): Ending | 'past' | null {
  const at = endEpoch(plan.lasts, now, timeZone, firstDayOfWeek);
  if (at === null) return null;
  return at > now ? { at: toInstant(at), sequel: plan.sequel } : 'past';
}

function endEpoch(lasts: Plan['lasts'], now: number, timeZone: string, firstDayOfWeek: WeekDay): number | null {
  if (typeof lasts === 'object') return toEpoch(lasts.until);
  switch (lasts) {
    case 'untilChanged':
      return null;
    case 'today':
      return lastMinute(now, timeZone, () => 0);
    case 'thisWeek':
      return lastMinute(now, timeZone, (today) => (firstDayOfWeek + 6 - today) % 7);
    case 'PT30M':
    case 'PT1H':
    case 'PT2H':
    case 'PT4H':
      return now + lengths[lasts];
  }
}

/** The last minute of a day that is so many days from now; within that minute its end, which is still to come. */
function lastMinute(now: number, timeZone: string, daysFrom: (dayOfWeek: number) => number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const nextDay = today.add({ days: daysFrom(today.dayOfWeek) + 1 });
  const midnight = nextDay.toZonedDateTime(timeZone).epochMilliseconds;
  return midnight - minute > now ? midnight - minute : midnight;
}
