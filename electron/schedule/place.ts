import { systemTimeZone } from '#contract/day.ts';

/** A day of the week as ISO 8601 counts: 1 is Monday, 7 is Sunday. */
export type WeekDay = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Where the user's days and weeks begin. */
export interface Place {
  /** Shape: an IANA name, as Europe/Berlin. */
  readonly timeZone: string;
  readonly firstDayOfWeek: WeekDay;
}

/** A locale that knows its week: newer Chromiums have the method only, older ones the property only. */
interface WeekLocale {
  readonly language: string;
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
}

const weekDays: readonly WeekDay[] = [1, 2, 3, 4, 5, 6, 7];

/** Where the computer is now. To be asked for each time, because a computer travels. */
export function placeOf(locale: string): Place {
  return { timeZone: systemTimeZone(), firstDayOfWeek: firstDayOfWeek(new Intl.Locale(locale)) };
}

/** The day with which weeks begin; Monday where the locale does not say. */
export function firstDayOfWeek(locale: WeekLocale): WeekDay {
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? {};
  return weekDays.find((day) => day === firstDay) ?? 1;
}
