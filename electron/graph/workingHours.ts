import { z } from 'zod';
import type { MailboxHours } from '#contract/automaticReplies.ts';
import type { Weekday } from '#contract/rules.ts';
import { ianaOf } from './timeZones.ts';

/** In the order of ISO 8601, in which Monday is 1. */
const dayNames: readonly unknown[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d:/)
  .transform((text) => text.slice(0, 5));

/** Lenient on purpose: hours that cannot be understood are none. */
export const workingHoursBody = z
  .object({
    daysOfWeek: z.array(z.unknown()),
    startTime: time,
    endTime: time,
    timeZone: z.object({ name: z.string() }).nullish().catch(null),
  })
  .nullish()
  .catch(null);

/**
 * The weekly hours of a mailbox; null where it has none that a day can hold.
 *
 * Source: https://learn.microsoft.com/graph/api/resources/workinghours
 */
export function workingHoursOf(body: z.output<typeof workingHoursBody>): MailboxHours | null {
  if (body == null) return null;
  const { daysOfWeek, startTime: from, endTime: to, timeZone } = body;
  const days: Weekday[] = dayNames.flatMap((name, index) => (daysOfWeek.includes(name) ? [index + 1] : []));
  if (days.length === 0 || to <= from) return null;
  return { days, from, to, timeZone: timeZone ? { name: timeZone.name, iana: ianaOf(timeZone.name) } : null };
}
