import type { Outcome } from '#contract/problem.ts';
import type { Account } from '#contract/session.ts';
import type { GraphClient } from './client.ts';

/**
 * Gives the presence back to Microsoft 365: no preferred presence, and no presence session of ours.
 *
 * Shape: both actions answer any 2xx with an empty body. A session that does not exist is a 404, and what we want.
 * The id goes into the path, because `/me/presence/<action>` is missing in some tenants.
 * Problems: those of the client.
 * Source: https://learn.microsoft.com/graph/api/presence-clearuserpreferredpresence, …/presence-clearpresence
 */
export async function clearPresence(graph: GraphClient, account: Account, clientId: string): Promise<Outcome<void>> {
  const base = `users/${account.id}/presence`;
  const preferred = await graph({ method: 'POST', path: `${base}/clearUserPreferredPresence`, body: {} });
  if (!preferred.ok) return preferred;
  const session = await graph({ method: 'POST', path: `${base}/clearPresence`, body: { sessionId: clientId } });
  if (session.ok || session.problem.kind === 'notOffered') return { ok: true, value: undefined };
  return session;
}
