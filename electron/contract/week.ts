/** A day of the week as ISO 8601 counts: 1 is Monday, 7 is Sunday. */
export const weekDays = [1, 2, 3, 4, 5, 6, 7] as const;
export type WeekDay = (typeof weekDays)[number];

/** A locale that knows its week: newer Chromiums have the method only, older ones the property only. */
interface WeekLocale {
  toString(): string;
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
}

/** The same days as locales spell them, in the same order. */
export const dayTags = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The day with which weeks begin: as the locale says (`-u-fw-sun`), else as its region has it, else Monday. */
export function firstDayOfWeek(locale: WeekLocale): WeekDay {
  // Older Chromiums read the tag and do not follow it.
  const said = /-u-(?:.+-)?fw-([a-z]{3})/.exec(locale.toString())?.[1];
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? {};
  return weekDays.find((day) => (said === undefined ? day === firstDay : dayTags[day - 1] === said)) ?? 1;
}

/** The days of a week in the order in which the locale has them. */
export function weekOf(locale: WeekLocale): readonly WeekDay[] {
  const first = firstDayOfWeek(locale);
  return [...weekDays.slice(first - 1), ...weekDays.slice(0, first - 1)];
}
