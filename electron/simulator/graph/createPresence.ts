import { jsonReply, type Reply } from '../exchange.ts';
import type { PersonFile } from '../tenant.ts';
import { createBody, isPreferredPair } from './bodies.ts';
import { graphError } from './graphError.ts';
import { type GraphRequest, refuseWrite } from './graphRequest.ts';
import { readBody } from './readBody.ts';

/**
 * POST /communications/presences, as a service could do it that really carries it out.
 *
 * Shape: Microsoft documents the request only. Here a pair that a person can choose becomes the preferred presence,
 * another one the session of the calling app; either replaces what an earlier create left, and nothing ends it by
 * itself, for the body has no expiry.
 */
export function answerCreatePresence(request: GraphRequest): Reply {
  const { exchange, ids, file, grant } = request;
  const body = readBody(exchange, ids, createBody);
  if (!body.isGood) return body.reply;
  const { id, availability, activity, outOfOfficeSettings } = body.value;
  if (id.toLowerCase() !== grant.person.oid) {
    return graphError(ids, 401, 'Unauthorized', 'Cannot set the presence of another user');
  }
  const refused = refuseWrite(request, 'Presence.ReadWrite');
  if (refused !== undefined) return refused;

  const declared = { isOutOfOffice: outOfOfficeSettings.isOutOfOffice, message: outOfOfficeSettings.message ?? null };
  keep(file, { availability, activity }, grant.clientId, ids.now);
  file.declaredOutOfOffice = declared;
  return jsonReply(201, {
    '@odata.context': `${exchange.url.origin}/${request.version}/$metadata#communications/presences/$entity`,
    '@odata.type': '#microsoft.graph.presence',
    id: file.person.oid,
    availability,
    activity,
    outOfOfficeSettings: { '@odata.type': '#microsoft.graph.outOfOfficeSettings', ...declared },
  });
}

function keep(
  file: PersonFile,
  pair: { readonly availability: string; readonly activity: string },
  sessionId: string,
  now: number,
): void {
  if (isPreferredPair(pair.availability, pair.activity)) {
    file.preferred = { ...pair, expiresAt: null };
    // Only what an earlier create left: a session with an end is setPresence's, and keeps the choice visible.
    if (file.sessions.get(sessionId)?.expiresAt === null) file.sessions.delete(sessionId);
  } else {
    file.preferred = null;
    file.sessions.set(sessionId, { sessionId, ...pair, renewedAt: now, expiresAt: null, isRenewing: false });
  }
}
