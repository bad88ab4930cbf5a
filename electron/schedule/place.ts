import { systemTimeZone } from '#contract/day.ts';
import { firstDayOfWeek, type WeekDay } from '#contract/week.ts';

/** Where the user's days and weeks begin. */
export interface Place {
  /** Shape: an IANA name, as Europe/Berlin. */
  readonly timeZone: string;
  readonly firstDayOfWeek: WeekDay;
}

/** Where the computer is now. To be asked for each time, because a computer travels. */
export function placeOf(locale: string): Place {
  return { timeZone: systemTimeZone(), firstDayOfWeek: firstDayOfWeek(new Intl.Locale(locale)) };
}
