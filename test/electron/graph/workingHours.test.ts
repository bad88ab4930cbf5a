import { expect, it } from 'vitest';
import { workingHoursBody, workingHoursOf } from '../../../electron/graph/workingHours.ts';

const read = (body: unknown) => workingHoursOf(workingHoursBody.parse(body));
const week = { daysOfWeek: ['monday', 'friday'], startTime: '08:30:00.0000000', endTime: '17:00:00.0000000' };

it('[D2] reads days and times of a mailbox, with the zone by either name', () => {
  const hours = { days: [1, 5], from: '08:30', to: '17:00' };
  expect(read({ ...week, timeZone: { name: 'Tokyo Standard Time' } })).toEqual({
    ...hours,
    timeZone: { name: 'Tokyo Standard Time', iana: 'Asia/Tokyo' },
  });
  expect(read({ ...week, timeZone: { name: 'Customized Time Zone' } })).toEqual({
    ...hours,
    timeZone: { name: 'Customized Time Zone', iana: null },
  });
  expect(read({ ...week, timeZone: 7 })).toEqual({ ...hours, timeZone: null });
  expect(read({ ...week, daysOfWeek: ['sunday', 'someday', null, 'sunday', 'monday'] })).toMatchObject({
    days: [1, 7],
  });
});

it.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'nine to five'],
  ['no day', { ...week, daysOfWeek: [] }],
  ['days that nobody knows', { ...week, daysOfWeek: ['someday'] }],
  ['no days', { startTime: '08:00:00', endTime: '17:00:00' }],
  ['a night', { ...week, startTime: '22:00:00', endTime: '06:00:00' }],
  ['no time at all', { ...week, startTime: '09:00:00', endTime: '09:00:00' }],
  ['a time of no clock', { ...week, endTime: '24:00:00' }],
  ['a time without an end', { ...week, endTime: null }],
])('takes %s for no hours', (_what, body) => {
  expect(read(body)).toBeNull();
});
