import type { z } from 'zod';
import { emptyReply, type Reply } from '../exchange.ts';
import { usualChoiceMilliseconds } from '../visiblePresence.ts';
import {
  clearPresenceBody,
  emptyBody,
  manualLocationBody,
  setPreferredBody,
  setPresenceBody,
  statusMessageBody,
} from './bodies.ts';
import { graphError } from './graphError.ts';
import { type GraphHandler, type GraphRequest, refuseWrite } from './graphRequest.ts';
import { readBody } from './readBody.ts';
import { epochOf } from './zonedTime.ts';

const sessionLifeMilliseconds = 5 * 60_000;

const setManualLocation = action(manualLocationBody, ({ file }, { workLocationType }) => {
  file.workLocation = workLocationType === 'unspecified' ? null : workLocationType;
  return emptyReply(204);
});
const clearLocation = bareAction(({ file }) => {
  file.workLocation = null;
  return emptyReply(204);
});

/**
 * The actions that stand below /me only.
 *
 * Source: https://learn.microsoft.com/graph/whats-new-overview, December 2025
 */
export const locationActions: readonly GraphHandler[] = [setManualLocation, clearLocation];

/** The documented writes on a presence, by the last segment of their path. Their answers have no body. */
export const presenceActions: Readonly<Record<string, GraphHandler>> = {
  setPresence: action(setPresenceBody, ({ file, ids }, body) => {
    const { sessionId, availability, activity, expirationDuration } = body;
    file.sessions.set(sessionId, {
      sessionId,
      availability,
      activity,
      renewedAt: ids.now,
      expiresAt: ids.now + (expirationDuration ?? sessionLifeMilliseconds),
      isRenewing: false,
    });
    return emptyReply(200);
  }),
  clearPresence: action(clearPresenceBody, ({ file, ids }, { sessionId }) => {
    const session = file.sessions.get(sessionId);
    file.sessions.delete(sessionId);
    const isThere = session !== undefined && (session.expiresAt === null || ids.now < session.expiresAt);
    return isThere ? emptyReply(200) : graphError(ids, 404, 'NotFound', 'The presence session does not exist.');
  }),
  setUserPreferredPresence: action(setPreferredBody, ({ file, ids }, body) => {
    const { availability, activity, expirationDuration } = body;
    const expiresAt = ids.now + (expirationDuration ?? usualChoiceMilliseconds(availability));
    file.preferred = { availability, activity, expiresAt };
    return emptyReply(200);
  }),
  clearUserPreferredPresence: bareAction(({ file }) => {
    file.preferred = null;
    return emptyReply(200);
  }),
  setStatusMessage: action(statusMessageBody, ({ file, ids }, { statusMessage }) => {
    const { message, expiryDateTime } = statusMessage;
    const expiresAt =
      expiryDateTime == null
        ? null
        : epochOf({ dateTime: expiryDateTime.dateTime, timeZone: expiryDateTime.timeZone ?? 'UTC' });
    if (expiresAt === undefined) return graphError(ids, 400, 'InvalidTimeZone', 'The time zone is not supported.');
    const content = message?.content ?? '';
    file.statusMessage = content === '' ? null : { content, publishedAt: ids.now, expiresAt };
    return emptyReply(200);
  }),
  setManualLocation,
  clearLocation,
};

/** The body is looked at before the permission, as field reports have it. */
function action<T>(shape: z.ZodType<T>, carryOut: (request: GraphRequest, body: T) => Reply): GraphHandler {
  return (request) => {
    const body = readBody(request.exchange, request.ids, shape);
    if (!body.isGood) return body.reply;
    return refuseWrite(request, 'Presence.ReadWrite') ?? carryOut(request, body.value);
  };
}

/** An action without parameters may come with no body at all. */
function bareAction(carryOut: (request: GraphRequest) => Reply): GraphHandler {
  const withBody = action(emptyBody, carryOut);
  return (request) => {
    if (request.exchange.body !== '') return withBody(request);
    return refuseWrite(request, 'Presence.ReadWrite') ?? carryOut(request);
  };
}
