import { isPlain, type Presence, plainPresence } from '#contract/presence.ts';
import { clearPreferredPresence, clearSession } from './clearPresence.ts';
import { sendInOrder, sendWrite, type Writer, type Written } from './sendWrite.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** What setPresence takes; anything outside is a 400. Units: milliseconds. */
const shortestSession = 5 * minute;
const longestSession = 4 * hour;

/** How our own session stands for a presence. Units: milliseconds. */
export interface OwnSession {
  readonly presence: Presence;
  readonly length: number;
  readonly renewAfter: number;
}

/**
 * Sets a presence by the documented actions.
 *
 * Shape: a plain pair is the user's preferred presence; another one is our session, which needs the preferred presence
 * out of its way. The session comes first: where either request fails, others still see what they saw before. A session
 * of ours that showed another pair until now ends, or it would come back when the preferred presence does not hold.
 * Units: `until` is milliseconds from now, null without an end; the service then ends it after `longestLife`. The
 * length of a session is kept within what the service takes.
 * Problems: those of the client.
 * Source: https://learn.microsoft.com/graph/api/presence-setuserpreferredpresence, …/presence-setpresence
 */
export function setByActions(
  writer: Writer,
  presence: Presence,
  until: number | null,
  hasSession = false,
): Promise<Written> {
  if (isPlain(presence)) {
    const preferred = setPreferred(writer, presence, until);
    return hasSession ? sendInOrder(preferred, () => clearSession(writer)) : preferred;
  }
  const session = setSession(writer, presence, until ?? longestSession);
  return sendInOrder(session, () => clearPreferredPresence(writer));
}

/** After how long the service itself ends what `setByActions` set without an end. Units: milliseconds. */
export function longestLife(presence: Presence): number {
  if (!isPlain(presence)) return longestSession;
  return presence.availability === 'Busy' || presence.availability === 'DoNotDisturb' ? day : 7 * day;
}

/**
 * Keeps a presence visible while Teams is closed, by a session of ours that is to be renewed after `renewAfter`.
 *
 * Shape: asks nothing for Appear offline, which needs no session. Units: `until` is milliseconds from now to the end
 * of the presence, null without one. Problems: those of the client.
 */
export async function renewSession(writer: Writer, presence: Presence, until: number | null): Promise<Written> {
  const session = ownSession(presence);
  if (session === null) return { outcome: { ok: true, value: undefined }, writes: [] };
  return setSession(writer, session.presence, Math.min(session.length, until ?? session.length));
}

/**
 * The session that keeps a presence visible; null for Appear offline.
 *
 * Shape: a preferred presence stands above every session and needs only that there is one, so an Available one serves,
 * and Away for Away. A pair that only a session can have is its own session: another one would replace it.
 * Units: Available fades after 5 minutes whatever its length, so it is renewed after 4; it lives for 10, so that one
 * lost renewal is not seen and a computer that is switched off stops showing soon. The others do not fade: 15 and 35.
 * Source: https://learn.microsoft.com/graph/api/presence-setpresence (timeout, expiration)
 */
export function ownSession(presence: Presence): OwnSession | null {
  if (presence.availability === 'Offline') return null;
  const isItself = !isPlain(presence) || presence.availability === 'Away';
  if (isItself) return { presence, length: 35 * minute, renewAfter: 15 * minute };
  return { presence: plainPresence('Available'), length: 10 * minute, renewAfter: 4 * minute };
}

function setPreferred(writer: Writer, presence: Presence, until: number | null): Promise<Written> {
  const operation = 'setUserPreferredPresence';
  const { availability, activity } = presence;
  const duration = until === null ? {} : { expirationDuration: isoDuration(until) };
  const path = `users/${writer.account.id}/presence/${operation}`;
  return sendWrite(writer, { operation, presence, path, body: { availability, activity, ...duration } });
}

function setSession(writer: Writer, presence: Presence, milliseconds: number): Promise<Written> {
  const operation = 'setPresence';
  const { availability, activity } = presence;
  const length = Math.min(Math.max(milliseconds, shortestSession), longestSession);
  return sendWrite(writer, {
    operation,
    presence,
    path: `users/${writer.account.id}/presence/${operation}`,
    body: { sessionId: writer.clientId, availability, activity, expirationDuration: isoDuration(length) },
  });
}

/** `PT1H30M`; never nothing, because a part of a second counts as a whole one. */
function isoDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1_000));
  const parts: readonly [number, string][] = [
    [Math.floor(seconds / 3_600), 'H'],
    [Math.floor(seconds / 60) % 60, 'M'],
    [seconds % 60, 'S'],
  ];
  return `PT${parts.flatMap(([amount, unit]) => (amount === 0 ? [] : [`${amount}${unit}`])).join('')}`;
}
