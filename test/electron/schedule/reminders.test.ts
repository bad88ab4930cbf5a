import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { dueReminders } from '../../../electron/schedule/reminders.ts';

const from = toInstant(Date.UTC(2026, 11, 7, 8));
const until = toInstant(Date.UTC(2026, 11, 11, 16, 30));
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 11, day, hour, minute);

it.each([
  ['the afternoon before', at(6, 15, 59), []],
  ['the evening before', at(6, 16), ['starts']],
  ['just before it starts', at(7, 7, 59), ['starts']],
  ['once it has started', at(7, 8), []],
  ['the last morning, too early', at(11, 6, 59), []],
  ['the last morning', at(11, 7), ['ends']],
  ['its end', at(11, 16, 30), ['over']],
  ['two days later', at(13, 16), ['over']],
  ['a week later', at(18, 16), []],
])('[O8] %s', (_what, now, kinds) => {
  expect(dueReminders({ from, until }, now, 'Europe/Berlin').map(({ kind }) => kind)).toEqual(kinds);
});

it.each([
  ['midnight', at(11, 23)],
  ['early morning', at(12, 6)],
])('[O8] an end at %s is announced on the morning before', (_what, end) => {
  const kindsAt = (now: number) => dueReminders({ from, until: toInstant(end) }, now, 'Europe/Berlin');
  expect([kindsAt(at(11, 6, 59)), kindsAt(at(11, 7))]).toMatchObject([[], [{ kind: 'ends' }]]);
});

it('[O8] an absence of some hours is only announced as over, and an open one not at all', () => {
  const short = { from, until: toInstant(at(7, 12)) };
  expect(dueReminders(short, at(7, 9), 'Europe/Berlin')).toEqual([]);
  expect(dueReminders(short, at(7, 12), 'Europe/Berlin')).toEqual([{ kind: 'over', key: `over ${short.until}` }]);
  expect(dueReminders({ from: null, until: null }, at(7, 12), 'Europe/Berlin')).toEqual([]);
});
