import { jsonReply, type Reply } from '../exchange.ts';
import { graphError } from './graphError.ts';
import { type GraphRequest, hasScope, isOwn } from './graphRequest.ts';
import { inUtc } from './zonedTime.ts';

/**
 * GET of a presence.
 *
 * Shape: a colleague's note lacks its times. Source: https://learn.microsoft.com/graph/api/presence-get
 */
export function answerReadPresence(request: GraphRequest): Reply {
  return refuseRead(request) ?? jsonReply(200, { '@odata.context': contextOf(request), ...presenceResource(request) });
}

/** GET of the collection, which nobody documents; here it is one's own presence alone. */
export function answerListPresences(request: GraphRequest): Reply {
  return (
    refuseRead(request) ?? jsonReply(200, { '@odata.context': contextOf(request), value: [presenceResource(request)] })
  );
}

function refuseRead(request: GraphRequest): Reply | undefined {
  const { exchange, grant, ids } = request;
  // Field reports have it that presence does not take $select; clients are to read the whole object.
  if ([...exchange.url.searchParams.keys()].length > 0) {
    return graphError(ids, 400, 'BadRequest', 'Query options are not supported on presence.');
  }
  const scopes = isOwn(request) ? ['Presence.Read', 'Presence.Read.All'] : ['Presence.Read.All'];
  return hasScope(grant, ...scopes) ? undefined : graphError(ids, 403, 'Forbidden', '');
}

function presenceResource(request: GraphRequest) {
  const { file, tenant } = request;
  const { presence, sequenceNumber } = tenant.versioned(file);
  return {
    '@odata.type': '#microsoft.graph.presence',
    id: file.person.oid,
    ...presence,
    sequenceNumber,
    statusMessage: statusMessage(request),
    workLocation: workLocation(request),
  };
}

function workLocation({ file }: GraphRequest) {
  if (file.workLocation === null) return null;
  return { source: 'manual', workLocationType: file.workLocation, placeId: null };
}

function statusMessage(request: GraphRequest) {
  const note = request.tenant.note(request.file);
  if (note === null) return null;
  const message = { content: note.content, contentType: 'text' };
  if (!isOwn(request)) return { message };
  return {
    message,
    expiryDateTime: note.expiresAt === null ? null : inUtc(note.expiresAt),
    publishedDateTime: new Date(note.publishedAt).toISOString(),
  };
}

function contextOf({ exchange, version, context }: GraphRequest): string {
  return `${exchange.url.origin}/${version}/$metadata#${context}`;
}
