/** Which requests a profile meets: the create operation, every presence write, reads, all of Graph, the token endpoint. */
export type ProfileTarget = 'create' | 'writes' | 'reads' | 'graph' | 'token';

interface ProfileEntry {
  readonly about: string;
  readonly on: ProfileTarget;
}

/** What a tenant may answer. One line says what each profile does; `on` is what it meets unless told otherwise. */
export const profiles = {
  acceptsAndShows: { about: 'Every legal write answers 201 or 200 and shows at once.', on: 'create' },
  acceptsNeverShows: { about: 'A create answers 201 as asked, and nothing changes for others.', on: 'create' },
  appliesThenResets: { about: 'A write is carried out, then the connection breaks before the answer.', on: 'writes' },
  badRequest400: { about: 'A write is refused with 400 InvalidArgument.', on: 'create' },
  claimsChallenge401: {
    about: 'A write asks for a token got with given claims, and accepts that one.',
    on: 'writes',
  },
  forbidden403: { about: 'A write is refused with 403 Forbidden and an empty message.', on: 'writes' },
  hangs: { about: 'A write is never answered.', on: 'writes' },
  html200: { about: 'A captive portal answers a write with 200 and its own page.', on: 'writes' },
  notAllowed405: { about: 'The create operation is not offered: 405.', on: 'create' },
  notFound404: { about: 'The create operation is not offered: 404 with an empty body.', on: 'create' },
  refreshRevoked: {
    about: 'All tokens so far are withdrawn: Graph answers 401, a refresh invalid_grant.',
    on: 'graph',
  },
  slow: { about: 'A write is carried out after a while.', on: 'writes' },
  throttled429: { about: 'A write answers 429 with Retry-After.', on: 'writes' },
  unavailable503: { about: 'A gateway answers a write with 503 and an HTML page.', on: 'writes' },
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
  /** slow. Default 3000. */
  readonly delayMilliseconds?: number;
  /** claimsChallenge401: the refresh is not enough either, only a new sign-in with the claims is. */
  readonly isInteractionNeeded?: boolean;
  /** refreshRevoked: the suberror beside invalid_grant, which Entra ID sends sometimes. */
  readonly suberror?: string;
}
