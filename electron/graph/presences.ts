import { z } from 'zod';
import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import type { Presence } from '#contract/presence.ts';
import type { Outcome } from '#contract/problem.ts';
import type { GraphReply } from './client.ts';
import { sendWrite, traceOfReply, type Writer, type Written } from './sendWrite.ts';

const created = z.object({ id: z.string().optional() });

/**
 * Tells Microsoft Graph the signed-in user's presence.
 *
 * Shape: body is the `presence` resource with all four create properties and both `@odata.type`s, nothing else: an
 * unknown property is a 400. So `outOfOfficeSettings` is null where presences have no such property, and is not sent. The
 * reply is 201 with the created resource, but any 2xx without another id is taken, since the reference page is a draft.
 * There is no duration in the body; whatever ends it is ours to send.
 * Problems: those of the client; `unexpected` when the reply speaks of somebody else's presence.
 * Source: "Create presence" (draft), https://learn.microsoft.com/graph/api/resources/presence
 */
export function createPresence(
  writer: Writer,
  presence: Presence,
  outOfOfficeSettings: OutOfOfficeSettings | null,
): Promise<Written> {
  const { id } = writer.account;
  return sendWrite(writer, {
    operation: 'create',
    presence,
    path: 'communications/presences',
    body: {
      '@odata.type': '#microsoft.graph.presence',
      id,
      availability: presence.availability,
      activity: presence.activity,
      ...(outOfOfficeSettings === null ? {} : { outOfOfficeSettings: bodyOf(outOfOfficeSettings) }),
    },
    judge: (reply) => judgeReply(reply, id),
  });
}

function bodyOf({ isOutOfOffice, message }: OutOfOfficeSettings) {
  return {
    '@odata.type': '#microsoft.graph.outOfOfficeSettings',
    isOutOfOffice,
    message: isOutOfOffice ? message : null,
  };
}

function judgeReply(reply: Outcome<GraphReply>, ownId: string): Outcome<void> {
  if (!reply.ok) return reply;
  const body = created.safeParse(reply.value.body);
  const id = body.success ? body.data.id : undefined;
  if (id === undefined || id.toLowerCase() === ownId.toLowerCase()) return { ok: true, value: undefined };
  return { ok: false, problem: { kind: 'unexpected', trace: traceOfReply(reply.value) } };
}
