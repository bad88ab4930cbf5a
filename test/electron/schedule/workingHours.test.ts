import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { defaultStartupRule, defaultWorkingHours, type WorkingHours } from '#contract/rules.ts';
import { isTimeFor, pauseEnd, periodAt } from '../../../electron/schedule/workingHours.ts';

const berlin = 'Europe/Berlin';
const hours: WorkingHours = { ...defaultWorkingHours, days: [1, 2, 3, 4, 5] };
const epoch = (text: string) => Date.parse(text);

/** The hours in CI, and as many as one likes by an environment variable. */
const runs = Number(process.env['HOURS'] ?? 500);
const year = [epoch('2026-01-01T00:00Z'), epoch('2027-01-01T00:00Z')] as const;
const zones = Intl.supportedValuesOf('timeZone');
const time = fc.integer({ min: 0, max: 1439 }).map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
const anyHours = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), time, time)
  .filter(([, one, other]) => one !== other)
  .map(([days, one, other]) => ({
    ...defaultWorkingHours,
    days,
    from: one < other ? one : other,
    to: one < other ? other : one,
  }));

/** A moment near a change of the zone's clocks, where there is one. */
function nearChange(zone: string, moment: number, by: number): number {
  const here = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
  return (here.getTimeZoneTransition('next')?.epochMilliseconds ?? moment) + by;
}

describe('[D2] working hours', () => {
  it.each([
    ['2026-12-01T08:00:00Z', true, '2026-12-01T08:00:00Z'],
    ['2026-12-01T15:59:59Z', true, '2026-12-01T08:00:00Z'],
    ['2026-12-01T16:00:00Z', false, '2026-12-01T16:00:00Z'],
    ['2026-12-06T12:00:00Z', false, '2026-12-04T16:00:00Z'],
    ['2026-07-01T07:00:00Z', true, '2026-07-01T07:00:00Z'],
  ])('at %s in Berlin: inside %s, since %s', (now, isInside, since) => {
    expect(periodAt(hours, epoch(now), berlin)).toEqual({ isInside, since: epoch(since) });
  });

  it('are none on a day whose clocks leave them out altogether', () => {
    const night = { ...defaultWorkingHours, days: [7], from: '01:00', to: '03:00' };
    const monday = epoch('2026-03-30T12:00:00Z');
    expect(periodAt(night, monday, 'Antarctica/Troll')).toEqual({
      isInside: false,
      since: epoch('2026-03-22T03:00:00Z'),
    });
  });

  it('without a day there are none', () => {
    expect(periodAt(defaultWorkingHours, epoch('2026-12-01T08:00:00Z'), berlin)).toBeNull();
  });

  it('begin and end once a day through the clock changes of every zone, and say what the clock on the wall says', {
    timeout: 600_000,
  }, () => {
    const moment = fc.integer({ min: year[0], max: year[1] });
    const by = fc.integer({ min: -36 * 3_600_000, max: 36 * 3_600_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        anyHours,
        moment,
        by,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (zone, week, start, offset, share) => {
          const now = nearChange(zone, start, offset);
          const period = periodAt(week, now, zone);
          if (period === null) throw new Error('a week with a day has hours');
          expect(period.since).toBeLessThanOrEqual(now);
          // Nothing begins or ends between the edge and now.
          const between = Math.floor(period.since + (now - period.since) * share);
          expect(periodAt(week, between, zone)).toEqual(period);
          const before = periodAt(week, period.since - 1, zone);
          expect(before?.since).toBeLessThan(period.since);
          // Where the clocks leave the end out, it falls on midnight, and may meet the next day's begin.
          expect(before?.isInside || period.isInside).toBe(true);
          const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
          const isUnsure = isNearChange(here);
          const wall = here.toPlainTime().toString({ smallestUnit: 'minute' });
          const says = week.days.includes(here.dayOfWeek) && week.from <= wall && wall < week.to;
          if (!isUnsure) expect(period.isInside).toBe(says);
        },
      ),
      { numRuns: runs },
    );
  });

  it('every zone is among them', () => {
    expect(zones.length).toBeGreaterThan(400);
  });
});

/** Where the wall shows a time twice or leaves one out, it does not say which. */
function isNearChange(here: Temporal.ZonedDateTime): boolean {
  const dayBefore = here.subtract({ hours: 25 });
  const next = dayBefore.getTimeZoneTransition('next');
  return next !== null && next.epochMilliseconds - dayBefore.epochMilliseconds <= 50 * 3_600_000;
}

describe('[D1] the time of the startup rule', () => {
  const rule = { ...defaultStartupRule, from: '07:00', to: '11:00' };
  it.each([
    ['2026-12-01T06:00:00Z', true],
    ['2026-12-01T05:59:00Z', false],
    ['2026-12-01T10:00:00Z', false],
    ['2026-12-05T08:00:00Z', false],
  ])('%s: %s', (now, isRight) => {
    expect(isTimeFor(rule, epoch(now), berlin)).toBe(isRight);
  });

  it.each([
    ['on the evening of a chosen day', '22:00', '06:00', '2026-12-04T22:00:00Z', true],
    ['on the morning after it, which is none', '22:00', '06:00', '2026-12-05T04:59:00Z', true],
    ['at the end', '22:00', '06:00', '2026-12-04T05:00:00Z', false],
    ['by day', '22:00', '06:00', '2026-12-04T12:00:00Z', false],
    ['on the evening of another day', '22:00', '06:00', '2026-12-05T22:00:00Z', false],
    ['on the morning of a chosen day, after another', '22:00', '06:00', '2026-12-07T02:00:00Z', false],
    ['to midnight', null, '00:00', '2026-12-04T22:59:00Z', true],
    ['for a whole day where they begin and end at one time', '08:00', '08:00', '2026-12-05T06:59:00Z', true],
    ['and no longer', '08:00', '08:00', '2026-12-05T07:00:00Z', false],
  ])('hours over midnight: %s (%s to %s)', (_when, from, to, now, isRight) => {
    expect(isTimeFor({ ...rule, from, to }, epoch(now), berlin)).toBe(isRight);
  });

  it('tomorrow begins at midnight, or where the clocks leave midnight out', () => {
    expect(pauseEnd('tomorrow', epoch('2026-12-01T08:00:00Z'), berlin)).toBe(epoch('2026-12-01T23:00:00Z'));
    expect(pauseEnd('tomorrow', epoch('2026-04-23T12:00:00Z'), 'Africa/Cairo')).toBe(epoch('2026-04-23T22:00:00Z'));
  });
});
