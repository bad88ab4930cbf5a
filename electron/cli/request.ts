import { z } from 'zod';
import { commands } from '#contract/commands.ts';
import { type Instant, toEpoch } from '#contract/instant.ts';
import { outOfOfficeMessageLimit } from '#contract/outOfOffice.ts';
import { sequels } from '#contract/plan.ts';
import { statusMessageLimit } from '#contract/statusMessage.ts';

const instant = z.iso.datetime().transform((text) => text as Instant);

const presence = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('set'),
    presence: commands.setPresence,
    until: instant.nullable(),
    sequel: z.enum(sequels),
  }),
  z.strictObject({ do: z.literal('reset') }),
  z.strictObject({ do: z.literal('preset'), name: z.string() }),
]);

const outOfOffice = z.strictObject({
  isOutOfOffice: z.boolean(),
  from: instant.nullable(),
  until: instant.nullable(),
  reply: z.string().max(outOfOfficeMessageLimit).nullable(),
});

const message = z.strictObject({ text: z.string().max(statusMessageLimit), until: instant.nullable() });

/**
 * What the command line asks of the Presently that runs. The two may be of different versions, so it is checked like
 * everything that comes from outside.
 */
export const request = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('change'),
    presence: presence.nullable(),
    message: message.nullable(),
    outOfOffice: outOfOffice.nullable(),
  }),
  z.strictObject({ kind: z.literal('status'), isJson: z.boolean() }),
  z.strictObject({ kind: z.enum(['diagnostics', 'show', 'signIn', 'signOut', 'quit']) }),
]);
export type Request = z.output<typeof request>;
export type Change = Extract<Request, { kind: 'change' }>;

/** Whether an end of it has passed on the way: a start may take longer. Units: `now` in milliseconds since 1970. */
export function isTooLate({ presence, message, outOfOffice }: Change, now: number): boolean {
  const ends = [presence?.do === 'set' ? presence.until : null, message?.until ?? null, outOfOffice?.until ?? null];
  return ends.some((end) => end !== null && toEpoch(end) <= now);
}
