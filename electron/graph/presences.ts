import { z } from 'zod';
import type { OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import type { Presence } from '#contract/presence.ts';
import type { Outcome } from '#contract/problem.ts';
import type { Account } from '#contract/session.ts';
import type { GraphClient } from './client.ts';

const created = z.object({ id: z.string().optional() });

/**
 * Tells Microsoft Graph the signed-in user's presence.
 *
 * Shape: body is the `presence` resource with all four create properties and both `@odata.type`s, nothing else: an
 * unknown property is a 400. The reply is 201 with the created resource, but any 2xx without another id is taken,
 * since the reference page is a draft. There is no duration in the body; whatever ends it is ours to send.
 * Problems: those of the client; `unexpected` when the reply speaks of somebody else's presence.
 * Source: "Create presence" (draft), https://learn.microsoft.com/graph/api/resources/presence
 */
export async function createPresence(
  graph: GraphClient,
  account: Account,
  presence: Presence,
  outOfOfficeSettings: OutOfOfficeSettings,
): Promise<Outcome<void>> {
  const reply = await graph({
    method: 'POST',
    path: 'communications/presences',
    body: {
      '@odata.type': '#microsoft.graph.presence',
      id: account.id,
      availability: presence.availability,
      activity: presence.activity,
      outOfOfficeSettings: {
        '@odata.type': '#microsoft.graph.outOfOfficeSettings',
        isOutOfOffice: outOfOfficeSettings.isOutOfOffice,
        message: outOfOfficeSettings.isOutOfOffice ? outOfOfficeSettings.message : null,
      },
    },
  });
  if (!reply.ok) return reply;
  const body = created.safeParse(reply.value.body);
  const id = body.success ? body.data.id : undefined;
  if (id !== undefined && id.toLowerCase() !== account.id.toLowerCase()) {
    return { ok: false, problem: { kind: 'unexpected', trace: { status: reply.value.status } } };
  }
  return { ok: true, value: undefined };
}
