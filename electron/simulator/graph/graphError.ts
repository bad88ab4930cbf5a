import { jsonReply, type Reply } from '../exchange.ts';

/** The ids that Graph puts on every answer, to find one request again. */
export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
  readonly now: number;
}

/**
 * An error as Graph sends it. The date carries no zone, and the message may be empty.
 *
 * Source: https://learn.microsoft.com/graph/errors
 */
export function graphError(
  ids: RequestIds,
  status: number,
  code: string,
  message: string,
  headers: Reply['headers'] = {},
): Reply {
  const innerError = {
    date: new Date(ids.now).toISOString().slice(0, 19),
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
  };
  return jsonReply(status, { error: { code, message, innerError } }, headers);
}
