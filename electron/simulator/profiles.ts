/**
 * Which requests a profile meets: the create operation, every presence write, the actions below /me/presence, presence
 * reads, mailbox settings, all of Graph, the token endpoint.
 */
export type ProfileTarget = 'create' | 'writes' | 'meActions' | 'reads' | 'mailbox' | 'graph' | 'token';

interface ProfileEntry {
  readonly about: string;
  readonly on: ProfileTarget;
}

/** What a tenant may answer. One line says what each profile does; `on` is what it meets unless told otherwise. */
export const profiles = {
  acceptsAndShows: { about: 'Every legal write answers 201 or 200 and shows at once.', on: 'create' },
  acceptsNeverShows: { about: 'A create answers 201 as asked, and nothing changes for others.', on: 'create' },
  appliesLater: { about: 'A write breaks the connection at once and is carried out a while later.', on: 'writes' },
  appliesThenResets: { about: 'A write is carried out, then the connection breaks before the answer.', on: 'writes' },
  badRequest400: { about: 'A create is refused with 400 InvalidArgument, which quotes it.', on: 'create' },
  claimsChallenge401: {
    about: 'A write asks for a token got with given claims, and accepts that one.',
    on: 'writes',
  },
  conflict409: { about: 'The create operation finds a presence there already: 409.', on: 'create' },
  createForbidden403: { about: 'The create operation is refused with 403 and an empty message.', on: 'create' },
  cutsInBody: { about: 'A write is carried out, and the connection breaks within the answer.', on: 'writes' },
  forbidden403: { about: 'A write is refused with 403 Forbidden and an empty message.', on: 'writes' },
  governmentCloud: {
    about: 'There is no out of office, version or work location: reads lack them, and writing them answers 400.',
    on: 'graph',
  },
  hangs: { about: 'A write is never answered.', on: 'writes' },
  html200: { about: 'A captive portal answers a write with 200 and its own page.', on: 'writes' },
  looseMembers: {
    about: 'Presences come back in lower case, with members missing, unknown, and of unknown values.',
    on: 'graph',
  },
  mailboxMissing404: { about: 'The person has no mailbox: 404 MailboxNotEnabledForRESTAPI.', on: 'mailbox' },
  mailboxForbidden403: { about: 'The mailbox is not for this app: 403 ErrorAccessDenied.', on: 'mailbox' },
  mailboxLoose: { about: 'Mailbox settings come back with members missing and of other types.', on: 'mailbox' },
  meActionsNotFound404: { about: 'Actions below /me/presence answer 404 with an empty body.', on: 'meActions' },
  messageExpiryDropped: { about: 'A status message loses its end: reads have no expiryDateTime.', on: 'graph' },
  notAllowed405: { about: 'The create operation is not offered: 405.', on: 'create' },
  notFound404: { about: 'The create operation is not offered: 404 with an empty body.', on: 'create' },
  otherId200: { about: 'A create is carried out and answers 200 with an id of nobody.', on: 'create' },
  portal511: { about: 'A captive portal answers a write with 511 and its own page.', on: 'writes' },
  portalRedirect302: { about: 'A captive portal sends a write to its own page over http.', on: 'writes' },
  refreshRevoked: {
    about: 'All tokens so far are withdrawn: Graph answers 401, a refresh invalid_grant.',
    on: 'graph',
  },
  resets: { about: 'A write breaks the connection, and nothing is carried out.', on: 'writes' },
  segment400: { about: 'The create operation is not offered: 400 about the segment.', on: 'create' },
  serverError500: { about: 'A write is refused with 500 generalException.', on: 'writes' },
  slow: { about: 'A write is carried out after a while.', on: 'writes' },
  stallsInBody: { about: 'A write is carried out, and the answer stops within its body.', on: 'writes' },
  staleReads: {
    about: 'After a change every other read shows what was before, with its smaller version.',
    on: 'reads',
  },
  throttled429: { about: 'A write answers 429 with Retry-After.', on: 'writes' },
  tokenReplyBadLifetime: { about: 'A token comes with an expires_in that is no number.', on: 'token' },
  tokenReplyEmpty: { about: 'The token endpoint answers 200 with an empty body.', on: 'token' },
  tokenReplyExpired: { about: 'A token comes with an expires_in of one second.', on: 'token' },
  tokenReplyHuge: { about: 'The token endpoint answers 200 with 50 MB of JSON.', on: 'token' },
  tokenReplyNoLifetime: { about: 'A token comes without expires_in.', on: 'token' },
  tokenReplyNull: { about: 'The token endpoint answers 200 with null.', on: 'token' },
  unauthorized401: { about: 'A create is refused with 401 Unauthorized, however good the token.', on: 'create' },
  unavailable503: { about: 'A gateway answers a write with 503 and an HTML page.', on: 'writes' },
  unsteady: { about: 'Requests are late, or lose their connection before or after being carried out.', on: 'graph' },
} as const satisfies Record<string, ProfileEntry>;

export type ProfileName = keyof typeof profiles;

/** A profile with its settings. Units: as the names say. */
export interface Profile {
  readonly name: ProfileName;
  /** After so many requests it becomes acceptsAndShows; without it it stays. */
  readonly times?: number;
  /** What it meets, if not what the table says. */
  readonly on?: ProfileTarget;
  /** throttled429 and unavailable503; a fraction is sent as it is. Default 30 for 429, no header for 503. */
  readonly retryAfterSeconds?: number;
  /** Sends Retry-After as an HTTP date instead of seconds. */
  readonly isRetryAfterDate?: boolean;
  /** Sends this text as Retry-After, whatever it means. */
  readonly retryAfterText?: string;
  /** slow and appliesLater, default 3000; unsteady, at most so long, default 300. */
  readonly delayMilliseconds?: number;
  /** unsteady: the share of requests that lose their connection, from 0 to 1. Default 0.3. */
  readonly cutShare?: number;
  /** unsteady: which of many bad days; the same seed treats the same order of requests alike. Default 1. */
  readonly seed?: number;
  /** claimsChallenge401: the refresh is not enough either, only a new sign-in with the claims is. */
  readonly isInteractionNeeded?: boolean;
  /** refreshRevoked: the suberror beside invalid_grant, which Entra ID sends sometimes. */
  readonly suberror?: string;
}

/** How profiles are named to a simulator: one, or several at once. */
export type ProfileChoice = ProfileName | Profile | readonly (ProfileName | Profile)[];

/** The profiles of a choice, in its order. */
export function profilesOf(choice: ProfileChoice): Profile[] {
  const list = typeof choice === 'string' || 'name' in choice ? [choice] : choice;
  return list.map((profile) => (typeof profile === 'string' ? { name: profile } : profile));
}
