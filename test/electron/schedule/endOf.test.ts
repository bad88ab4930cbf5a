import { describe, expect, it } from 'vitest';
import { type Instant, toEpoch } from '#contract/instant.ts';
import { durations, type Plan } from '#contract/plan.ts';
import type { WeekDay } from '#contract/week.ts';
import { endOf } from '../../../electron/schedule/endOf.ts';

const monday = 1;
const saturday = 6;
const sunday = 7;

/** The end of a plan that is made at a moment, as the user's clock there would write it in UTC. */
function end(lasts: Plan['lasts'], now: string, timeZone = 'UTC', firstDayOfWeek: WeekDay = monday) {
  const ending = endOf({ lasts, sequel: 'automatic' }, Date.parse(now), timeZone, firstDayOfWeek);
  return ending === null || ending === 'past' ? ending : ending.at.replace(/:00\.000Z$/, 'Z');
}

describe('a choice ends', () => {
  it('with the sequel that was planned', () => {
    const plan: Plan = { lasts: 'PT30M', sequel: 'Available' };
    expect(endOf(plan, Date.parse('2026-11-23T14:30:11Z'), 'UTC', monday)).toEqual({
      at: '2026-11-23T15:00:11.000Z',
      sequel: 'Available',
    });
  });

  it('never by itself where it lasts until changed', () => {
    expect(end('untilChanged', '2026-11-23T14:30:00Z')).toBeNull();
  });

  it.each([
    ['PT30M', '2026-11-23T15:00Z'],
    ['PT1H', '2026-11-23T15:30Z'],
    ['PT2H', '2026-11-23T16:30Z'],
    ['PT4H', '2026-11-23T18:30Z'],
  ] as const)('after %s', (lasts, at) => {
    expect(end(lasts, '2026-11-23T14:30:00Z')).toBe(at);
  });

  it.each([
    ['when clocks go forward', '2026-03-29T00:30:00Z', '2026-03-29T02:30Z'],
    ['when clocks go back', '2026-10-25T00:30:00Z', '2026-10-25T02:30Z'],
  ])('after two hours that have passed, also %s', (_, now, at) => {
    expect(end('PT2H', now, 'Europe/Berlin')).toBe(at);
  });

  it.each([
    ['Berlin in winter', 'Europe/Berlin', '2026-11-23T14:30:00Z', '2026-11-23T22:59Z'],
    ['Berlin, after midnight there', 'Europe/Berlin', '2026-11-23T23:30:00Z', '2026-11-24T22:59Z'],
    ['Berlin as clocks go forward', 'Europe/Berlin', '2026-03-29T00:30:00Z', '2026-03-29T21:59Z'],
    ['Berlin as clocks go back', 'Europe/Berlin', '2026-10-24T22:30:00Z', '2026-10-25T22:59Z'],
    ['New York', 'America/New_York', '2026-11-24T03:00:00Z', '2026-11-24T04:59Z'],
    ['New York as clocks go back', 'America/New_York', '2026-11-01T05:30:00Z', '2026-11-02T04:59Z'],
    ['Kathmandu, three quarters of an hour off', 'Asia/Kathmandu', '2026-11-23T10:00:00Z', '2026-11-23T18:14Z'],
    ['Apia, whose next day never was', 'Pacific/Apia', '2011-12-29T20:00:00Z', '2011-12-30T09:59Z'],
    ['Cairo, where the next midnight is skipped', 'Africa/Cairo', '2026-04-23T12:00:00Z', '2026-04-23T21:59Z'],
    ['Havana, where the next midnight comes twice', 'America/Havana', '2026-10-31T12:00:00Z', '2026-11-01T03:59Z'],
    ['Ittoqqortoormiit, whose day ends at 23:00', 'America/Scoresbysund', '2026-03-28T12:00:00Z', '2026-03-29T00:59Z'],
    ['the last day of the year', 'Europe/Berlin', '2026-12-31T12:00:00Z', '2026-12-31T22:59Z'],
    ['a leap day', 'UTC', '2028-02-29T12:00:00Z', '2028-02-29T23:59Z'],
  ])('with the last minute of today: %s', (_, timeZone, now, at) => {
    expect(end('today', now, timeZone)).toBe(at);
  });

  it('within the last minute of today, at midnight', () => {
    expect(end('today', '2026-11-23T23:58:59Z')).toBe('2026-11-23T23:59Z');
    expect(end('today', '2026-11-23T23:59:00Z')).toBe('2026-11-24T00:00Z');
    expect(end('today', '2026-11-23T23:59:59Z')).toBe('2026-11-24T00:00Z');
  });

  it.each([
    ['a Monday, from Monday', monday, '2026-11-23T12:00:00Z', '2026-11-29T23:59Z'],
    ['a Monday, from Sunday', sunday, '2026-11-23T12:00:00Z', '2026-11-28T23:59Z'],
    ['a Monday, from Saturday', saturday, '2026-11-23T12:00:00Z', '2026-11-27T23:59Z'],
    ['a Sunday, from Monday', monday, '2026-11-29T12:00:00Z', '2026-11-29T23:59Z'],
    ['a Sunday, from Sunday', sunday, '2026-11-29T12:00:00Z', '2026-12-05T23:59Z'],
    ['a Saturday, from Saturday', saturday, '2026-11-28T12:00:00Z', '2026-12-04T23:59Z'],
    ['over the end of the year', monday, '2026-12-31T12:00:00Z', '2027-01-03T23:59Z'],
  ] as const)('with the last minute of the week: %s', (_, firstDay, now, at) => {
    expect(end('thisWeek', now, 'UTC', firstDay)).toBe(at);
  });

  it('with the week of where the user is, over a change of the clocks', () => {
    expect(end('thisWeek', '2026-03-23T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T21:59Z');
  });

  it('at the moment that was given, unless that is over', () => {
    const until = '2026-11-27T09:00:00.000Z' as Instant;
    expect(end({ until }, '2026-11-23T12:00:00Z')).toBe('2026-11-27T09:00Z');
    expect(end({ until }, '2026-11-27T09:00:00Z')).toBe('past');
    expect(end({ until }, '2026-11-28T12:00:00Z')).toBe('past');
  });
});

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Cairo',
  'Australia/Lord_Howe',
];
const eightDays = 8 * 86_400_000;

/** A chance that comes out the same each time: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it('each named duration ends in the future and within eight days, wherever and whenever it starts', () => {
  const random = seeded(20_261_123);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const named = durations.filter((duration) => duration !== 'untilChanged');
  const broken: unknown[] = [];
  for (let round = 0; round < 5_000; round += 1) {
    const now = Date.UTC(2005, 0, 1) + Math.floor(random() * 40 * 365 * 86_400_000);
    const [lasts, timeZone, firstDay] = [pick(named), pick(zones), pick([monday, saturday, sunday] as const)];
    const ending = endOf({ lasts, sequel: 'automatic' }, now, timeZone, firstDay);
    const at = ending === null || ending === 'past' ? Number.NaN : toEpoch(ending.at);
    if (!(at > now && at <= now + eightDays)) broken.push({ lasts, timeZone, firstDay, now, ending });
  }
  expect(broken).toEqual([]);
});
