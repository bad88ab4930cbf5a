import { z } from 'zod';
import { availabilities } from './presence.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const weekdays = z.array(z.int().min(1).max(7)).max(7).readonly();

/** What a rule does, as it comes over the wall or from a file. */
export const deedShape = z.union([
  z.enum(['keep', 'restore']),
  z.strictObject({ preset: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) }),
  z.strictObject({ availability: z.enum(availabilities) }),
]);

export const startupShape = z.strictObject({
  when: z.enum(['never', 'login', 'everyStart']),
  deed: deedShape,
  weekdays,
  from: timeOfDay.nullable(),
  to: timeOfDay.nullable(),
  delaySeconds: z.int().min(0).max(600),
  notWhileOutOfOffice: z.boolean(),
  notOverStronger: z.boolean(),
});

/** Hours begin before they end, on the same day. */
export const workingHoursShape = z
  .strictObject({ days: weekdays, from: timeOfDay, to: timeOfDay, inside: deedShape, outside: deedShape })
  .refine(({ from, to }) => from < to);

export const idleMinutesShape = z.int().min(1).max(240);
