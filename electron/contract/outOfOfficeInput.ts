import { z } from 'zod';
import { audiences } from './automaticReplies.ts';
import type { Instant } from './instant.ts';
import { draftLimit } from './outOfOfficePlan.ts';
import { statusMessageLimit } from './statusMessage.ts';

const instant = z.iso.datetime().transform((text) => text as Instant);
/** What is too long for a reply is told so; only what nobody can have written is refused here. */
const planned = z.union([z.literal('kept'), z.strictObject({ text: z.string().max(draftLimit) })]);
const others = z.union([z.literal('same'), planned]);
const timeZone = z.string().max(200);

/** The input that a whole absence is. */
export const outOfOfficePlan = z.strictObject({
  from: instant.nullable(),
  until: instant.nullable(),
  timeZone,
  organisation: planned,
  replies: z.strictObject({ audience: z.enum(audiences), others }).nullable(),
  inPresence: z.boolean(),
  statusMessage: z.string().max(statusMessageLimit).nullable(),
});

const field = z.strictObject({ date: z.string().max(40), time: z.string().max(40) });

/** The input that a draft is: fields as they are typed. */
export const outOfOfficeDraft = z.strictObject({
  ...{ isTimed: z.boolean(), from: field, until: field, timeZone },
  ...{ organisation: planned, others, hasReplies: z.boolean(), audience: z.enum(audiences) },
  ...{ inPresence: z.boolean(), statusMessage: z.string().max(draftLimit).nullable(), isMailboxKnown: z.boolean() },
});
