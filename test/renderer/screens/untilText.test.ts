import { afterEach, expect, it, vi } from 'vitest';
import { initialState } from '#contract/state.ts';
import { firstDraft } from '../../../renderer/screens/outOfOfficeDraft.ts';
import { firstUntilText } from '../../../renderer/screens/untilText.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ['Europe/Berlin', '14:31', '15:00', '16:00'],
  // Half an hour beside most of the world, and a quarter.
  ['Asia/Kolkata', '18:01', '19:00', '20:00'],
  ['Asia/Kathmandu', '18:16', '19:00', '20:00'],
])('in %s at %s an absence begins at %s, and an end of one’s own is offered for %s', (zone, shown, from, until) => {
  vi.stubEnv('TZ', zone);
  const now = Date.parse('2026-08-04T12:31:00Z');
  const clock = new Date(now).toTimeString().slice(0, 5);
  expect([clock, firstDraft(initialState, now).from.time, firstUntilText(null, now).time]).toEqual([
    shown,
    from,
    until,
  ]);
});

it('takes a full hour as it is', () => {
  vi.stubEnv('TZ', 'Asia/Kolkata');
  expect(firstUntilText(null, Date.parse('2026-08-04T12:30:00Z'))).toEqual({ date: '2026-08-04', time: '19:00' });
});
