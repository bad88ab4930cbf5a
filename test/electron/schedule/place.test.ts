import { expect, it } from 'vitest';
import { systemTimeZone } from '#contract/day.ts';
import { firstDayOfWeek } from '#contract/week.ts';
import { placeOf } from '../../../electron/schedule/place.ts';

it('the week begins where the locale says', () => {
  const first = (locale: string) => placeOf(locale).firstDayOfWeek;
  expect(['en-US', 'en-GB', 'de', 'ar-EG'].map(first)).toEqual([7, 1, 1, 6]);
});

it('the week is found in either form that a Chromium has it, and begins on Monday without one', () => {
  expect([
    firstDayOfWeek({ weekInfo: { firstDay: 7 } }),
    firstDayOfWeek({ getWeekInfo: () => ({ firstDay: 6 }) }),
    firstDayOfWeek({}),
  ]).toEqual([7, 6, 1]);
});

it('a system without a named time zone counts in UTC', () => {
  expect([systemTimeZone('Europe/Berlin'), systemTimeZone('Etc/Unknown')]).toEqual(['Europe/Berlin', 'UTC']);
  expect(placeOf('en').timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});
