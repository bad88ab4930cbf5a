import { z } from 'zod';
import { outOfOfficeMessageLimit } from './outOfOffice.ts';
import { activities, availabilities } from './presence.ts';

/** A presence that can be asked for, as it comes over the wall or from a file. */
export const presenceShape = z.discriminatedUnion(
  'availability',
  [
    z.strictObject({ availability: z.literal('Available'), activity: z.enum(activities.Available) }),
    z.strictObject({ availability: z.literal('Busy'), activity: z.enum(activities.Busy) }),
    z.strictObject({ availability: z.literal('DoNotDisturb'), activity: z.enum(activities.DoNotDisturb) }),
    z.strictObject({ availability: z.literal('BeRightBack'), activity: z.enum(activities.BeRightBack) }),
    z.strictObject({ availability: z.literal('Away'), activity: z.enum(activities.Away) }),
    z.strictObject({ availability: z.literal('Offline'), activity: z.enum(activities.Offline) }),
  ],
  { error: `availability is one of ${availabilities.join(', ')}` },
);

export const outOfOfficeShape = z.strictObject({
  isOutOfOffice: z.boolean(),
  message: z.string().max(outOfOfficeMessageLimit).nullable(),
});
