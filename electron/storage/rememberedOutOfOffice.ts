import { z } from 'zod';
import { audiences } from '#contract/automaticReplies.ts';
import type { Instant } from '#contract/instant.ts';
import { draftLimit } from '#contract/outOfOfficePlan.ts';
import { type KeptOutOfOffice, nothingOwed } from '#contract/outOfOfficeState.ts';

const instant = z.iso.datetime().transform((text) => text as Instant);
const planned = z.union([z.literal('kept'), z.object({ text: z.string().max(draftLimit) })]);
const others = z.union([z.literal('same'), planned]);
const audience = z.enum(audiences);
const plan = z.object({
  from: instant.nullable(),
  until: instant.nullable(),
  timeZone: z.string(),
  organisation: planned,
  replies: z.object({ audience, others }).nullable(),
  inPresence: z.boolean(),
  statusMessage: z.string().nullable(),
});
const replyText = z.object({ html: z.string().nullable(), text: z.string(), isFormatted: z.boolean() });
const scheduled = z.object({ dateTime: z.string(), timeZone: z.string(), at: instant.nullable() });
const replies = z.object({
  status: z.enum(['disabled', 'alwaysEnabled', 'scheduled']),
  audience,
  ...{ organisation: replyText, others: replyText },
  ...{ from: scheduled.nullable(), until: scheduled.nullable() },
});
const message = z.object({ text: z.string(), endsAt: instant.nullable() });
const before = z.object({ replies: replies.nullable(), message: message.nullable() });
const asked = z.object({ plan, before, sent: replies.nullable().catch(null) });
const absence = asked.extend({ savedAt: instant, hasBegun: z.boolean(), hasOwnPair: z.boolean().catch(false) });
const field = z.object({ date: z.string(), time: z.string() });
const draft = z.object({
  ...{ isTimed: z.boolean(), from: field, until: field, timeZone: z.string() },
  ...{ organisation: planned, others, hasReplies: z.boolean(), audience },
  ...{ inPresence: z.boolean(), statusMessage: z.string().nullable(), isMailboxKnown: z.boolean().catch(true) },
});
const texts = z.array(z.string());
const owed = z.object({ message: message.nullable(), replaces: texts, isReset: z.boolean() });
const task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('save'), plan, draft: draft.nullable().catch(null) }),
  z.object({ kind: z.literal('end'), isEarly: z.boolean() }),
]);

/** What of being out of office is on disk. What makes no sense is left out, and never costs the rest. */
export const rememberedOutOfOffice: z.ZodType<KeptOutOfOffice> = z.object({
  absence: absence.nullable().catch(null),
  unconfirmed: asked.nullable().catch(null),
  owed: owed.catch({ ...nothingOwed, replaces: [] }),
  returned: instant.nullable().catch(null),
  task: task.nullable().catch(null),
  draft: draft.nullable().catch(null),
  texts: z.object({ recent: texts, favourite: texts }).catch({ recent: [], favourite: [] }),
  isDeclared: z.boolean().catch(false),
  changedAt: instant.nullable().catch(null),
  reminded: texts.catch([]),
  hasMailbox: z.boolean().catch(false),
});
