import { sendInOrder, sendWrite, type Writer, type Written } from './sendWrite.ts';

/**
 * Gives the presence back to Microsoft 365: no preferred presence, and no presence session of ours.
 *
 * Shape: both actions answer any 2xx with an empty body. A session that does not exist, or cannot, is
 * what we want: a 404, as a 405, 410 or 501, counts as accepted. The id goes into the path, because
 * `/me/presence/<action>` is missing in some tenants.
 * Problems: those of the client.
 * Source: https://learn.microsoft.com/graph/api/presence-clearuserpreferredpresence, …/presence-clearpresence
 */
export function clearPresence(writer: Writer): Promise<Written> {
  return sendInOrder(clearPreferredPresence(writer), () => clearSession(writer));
}

/** Takes the user's own choice away; what the sessions say shows again. Nothing chosen is a success too. */
export function clearPreferredPresence(writer: Writer): Promise<Written> {
  const operation = 'clearUserPreferredPresence';
  return sendWrite(writer, { operation, path: `users/${writer.account.id}/presence/${operation}`, body: {} });
}

/** Ends our own presence session; others see us offline if Teams is closed. Source: …/presence-clearpresence */
export function clearSession(writer: Writer): Promise<Written> {
  return sendWrite(writer, {
    operation: 'clearPresence',
    path: `users/${writer.account.id}/presence/clearPresence`,
    body: { sessionId: writer.clientId },
    judge: (reply) => (reply.ok || reply.problem.kind === 'notOffered' ? { ok: true, value: undefined } : reply),
  });
}
