import { describe, expect, it } from 'vitest';
import type { Instant } from '#contract/instant.ts';
import { instantAt, isTimeZone, wallTimeAt } from '#contract/wallTime.ts';

describe('the time on the wall', () => {
  it.each([
    ['2026-12-01T17:30:00', 'Europe/Berlin', '2026-12-01T16:30:00.000Z'],
    ['2026-07-01T17:30:00', 'America/New_York', '2026-07-01T21:30:00.000Z'],
    ['2026-12-01T09:00', 'Asia/Kolkata', '2026-12-01T03:30:00.000Z'],
    ['2026-12-01T09:00:00', 'UTC', '2026-12-01T09:00:00.000Z'],
    // Left out, when clocks go forward.
    ['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    // Twice, when they go back: the first.
    ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-04-05T01:45:00', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    // A year as it is while it is typed, and the last one of four digits.
    ['0002-12-01T09:00:00', 'UTC', '0002-12-01T09:00:00.000Z'],
    ['0202-12-01T09:00:00', 'Europe/Berlin', '0202-12-01T08:06:32.000Z'],
    ['9999-12-31T12:00:00', 'America/New_York', '9999-12-31T17:00:00.000Z'],
    ['2026-12-01T09:00:00', 'Mars/Olympus', null],
    ['2026-13-41T09:00:00', 'UTC', null],
    ['soon', 'UTC', null],
  ])('%s in %s is %s', (wallTime, zone, instant) => {
    expect(instantAt(wallTime, zone)).toBe(instant);
  });

  it('is told of a moment, and unknown where the zone is', () => {
    const instant = '2026-03-29T01:30:00.000Z' as Instant;
    expect([wallTimeAt(instant, 'Europe/Berlin'), wallTimeAt(instant, 'Nowhere')]).toEqual([
      '2026-03-29T03:30:00',
      null,
    ]);
    expect(['Europe/Berlin', '', 'Nowhere', 'W. Europe Standard Time'].map(isTimeZone)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
