import { isJsonObject, type JsonObject, parseJson } from '#contract/json.ts';
import type { Reply } from './exchange.ts';

/** Makes another answer of a good one. An answer that is an error stays as it is. */
export type Alteration = (reply: Reply) => Reply;

const idOfNobody = '7e0c5a31-48d6-4f9b-b2aa-91c3d05e6f17';

/** An answer with its presence changed, or with each one where it is a list. */
function changePresence(change: (presence: JsonObject) => JsonObject): Alteration {
  return changeJson((json) =>
    Array.isArray(json['value']) ? { ...json, value: json['value'].map(change) } : change(json),
  );
}

function changeJson(change: (json: JsonObject) => JsonObject): Alteration {
  return (reply) => {
    const json = parseJson(reply.body);
    if (reply.status >= 300 || !isJsonObject(json)) return reply;
    return { ...reply, body: JSON.stringify(change(json)) };
  };
}

/** Words in lower case, as some pages write them; members that are not there, that nobody knows, of unknown values. */
export const loosenMembers = changePresence(({ '@odata.type': _type, sequenceNumber: _stamp, ...presence }) => ({
  ...presence,
  availability: String(presence['availability']).toLowerCase(),
  activity: String(presence['activity']).toLowerCase(),
  outOfOfficeSettings: withoutMessage(presence['outOfOfficeSettings']),
  workLocation: { workLocationType: 'unknownFutureValue', placeId: 7 },
  mood: { color: 'teal', since: [null] },
}));

function withoutMessage(settings: unknown): unknown {
  if (!isJsonObject(settings)) return settings;
  const { message, ...rest } = settings;
  return message === null ? rest : settings;
}

/** Mailbox settings with members missing, of other types and of unknown values. */
export const loosenMailbox = changeJson(({ timeZone: _zone, ...settings }) => ({
  ...settings,
  automaticRepliesSetting: {
    status: 'paused',
    externalAudience: 7,
    internalReplyMessage: null,
    scheduledEndDateTime: '',
  },
}));

/** A presence as the government clouds' metadata has it. */
export const asGovernmentCloud = changePresence(
  ({ outOfOfficeSettings: _settings, sequenceNumber: _stamp, workLocation: _location, ...presence }) => presence,
);

/** The answer to a create as if an existing presence, and somebody else's, had been updated. */
export const takeOtherId: Alteration = (reply) => {
  const changed = changeJson((json) => ({ ...json, id: idOfNobody }))(reply);
  return reply.status === 201 ? { ...changed, status: 200 } : changed;
};

/** A presence whose status message does not say when it ends. */
export const withoutExpiry = changePresence((presence) => {
  const { statusMessage } = presence;
  if (!isJsonObject(statusMessage)) return presence;
  const { expiryDateTime: _expiry, ...message } = statusMessage;
  return { ...presence, statusMessage: message };
});

/** The body of setStatusMessage without its end; any other body as it is. */
export function dropExpiry(body: string): string {
  const json = parseJson(body);
  if (!isJsonObject(json) || !isJsonObject(json['statusMessage'])) return body;
  const { expiryDateTime: _expiry, ...message } = json['statusMessage'];
  return JSON.stringify({ ...json, statusMessage: message });
}

/** An answer that grants tokens with members changed; an undefined one is left out. */
export function changeTokens(change: JsonObject): Alteration {
  return changeJson((json) => (typeof json['access_token'] === 'string' ? { ...json, ...change } : json));
}

interface Versions {
  readonly newest: JsonObject;
  readonly older: JsonObject | null;
  readonly isOlderNext: boolean;
}

/**
 * Makes reads that lag: one that shows a new version is followed by one that shows the version before, and so on.
 *
 * Shape: what is before the first version that it sees is never shown.
 */
export function createOlderReads(): Alteration {
  const versionsById = new Map<unknown, Versions>();
  return changeJson((presence) => {
    const { id, sequenceNumber } = presence;
    if (typeof sequenceNumber !== 'string') return presence;
    const known = versionsById.get(id);
    if (known === undefined || known.newest['sequenceNumber'] !== sequenceNumber) {
      versionsById.set(id, { newest: presence, older: known?.newest ?? null, isOlderNext: true });
      return presence;
    }
    versionsById.set(id, { ...known, isOlderNext: !known.isOlderNext });
    return known.isOlderNext && known.older !== null ? known.older : presence;
  });
}
