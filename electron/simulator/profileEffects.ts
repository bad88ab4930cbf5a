import { parseJson } from '#contract/json.ts';
import { type Claims, meetsClaims } from './entra/claims.ts';
import { emptyReply, htmlReply, jsonReply, type Reply } from './exchange.ts';
import type { Profile, ProfileName } from './profiles.ts';
import {
  type Alteration,
  asGovernmentCloud,
  changeTokens,
  dropExpiry,
  loosenMailbox,
  loosenMembers,
  takeOtherId,
  withoutExpiry,
} from './replyAlterations.ts';
import { challengeHeader, gatewayPage, hugeTokenReply, isCapable, portalPage, retryAfter } from './replyTexts.ts';
import { drawFrom } from './seededDraw.ts';

/** What a request is about, for the gate to see whether a profile meets it. */
export type RequestKind = 'create' | 'action' | 'meAction' | 'location' | 'read' | 'mailbox' | 'token';

/** How an error body looks where the request was sent: Graph's or Entra's. */
export type ErrorReply = (status: number, code: string, message: string, headers?: Reply['headers']) => Reply;

/** How a request ends. Of several profiles the first that decides is heard. */
export type Decision =
  | { readonly kind: 'proceed' }
  | { readonly kind: 'answer'; readonly reply: Reply }
  | { readonly kind: 'pretend' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'proceedThenReset' }
  | { readonly kind: 'resetThenProceed'; readonly milliseconds: number }
  | { readonly kind: 'breakOff'; readonly within: 'silence' | 'reset' }
  | { readonly kind: 'hang' };

/** What one profile does to a request: it decides, or it lets the request go on, later or changed. */
export type Effect =
  | Decision
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'rewrite'; readonly rewrite: (body: string) => string }
  | { readonly kind: 'alter'; readonly alter: Alteration };

/** One request before one profile. `claims` are those of the presented token; null where none is presented. */
export interface Meeting {
  readonly profile: Profile;
  readonly kind: RequestKind;
  readonly body: string;
  readonly claims: Claims | null;
  readonly error: ErrorReply;
  readonly now: number;
  readonly challenge: Claims;
  /** How many requests this profile has met before. */
  readonly metCount: number;
  readonly showOlder: Alteration;
}

const proceed = { kind: 'proceed' } as const;

/** What each profile does to the requests that it meets. */
export const profileEffects: Record<ProfileName, (meeting: Meeting) => Effect> = {
  acceptsAndShows: () => proceed,
  acceptsNeverShows: () => ({ kind: 'pretend' }),
  appliesLater: ({ profile }) => ({ kind: 'resetThenProceed', milliseconds: profile.delayMilliseconds ?? 3000 }),
  appliesThenResets: () => ({ kind: 'proceedThenReset' }),
  badRequest400: ({ error, body }) => answer(error(400, 'InvalidArgument', `The request is invalid: ${body}`)),
  claimsChallenge401: challengeClaims,
  conflict409: ({ error }) => answer(error(409, 'Conflict', 'The specified presence already exists.')),
  createForbidden403: ({ error }) => answer(error(403, 'Forbidden', '')),
  cutsInBody: () => ({ kind: 'breakOff', within: 'reset' }),
  forbidden403: ({ error }) => answer(error(403, 'Forbidden', '')),
  governmentCloud,
  hangs: () => ({ kind: 'hang' }),
  html200: () => answer(htmlReply(200, portalPage)),
  looseMembers: ({ kind }) =>
    kind === 'read' || kind === 'create' ? { kind: 'alter', alter: loosenMembers } : proceed,
  mailboxForbidden403: ({ error }) =>
    answer(error(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')),
  mailboxLoose: () => ({ kind: 'alter', alter: loosenMailbox }),
  mailboxMissing404: ({ error }) =>
    answer(
      error(
        404,
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      ),
    ),
  meActionsNotFound404: () => answer(emptyReply(404)),
  messageExpiryDropped: ({ kind }) =>
    kind === 'read' ? { kind: 'alter', alter: withoutExpiry } : { kind: 'rewrite', rewrite: dropExpiry },
  notAllowed405: ({ error }) =>
    answer(error(405, 'Request_MethodNotAllowed', 'The method is not allowed on this resource.', { Allow: 'GET' })),
  notFound404: () => answer(emptyReply(404)),
  otherId200: () => ({ kind: 'alter', alter: takeOtherId }),
  portal511: () => answer(htmlReply(511, portalPage)),
  portalRedirect302: () => answer(htmlReply(302, portalPage, { Location: 'http://portal.invalid/sign-in' })),
  refreshRevoked: () => proceed,
  resets: () => ({ kind: 'reset' }),
  segment400: ({ error }) => answer(error(400, 'BadRequest', "Resource not found for the segment 'presences'.")),
  serverError500: ({ error }) => answer(error(500, 'generalException', 'An unexpected error occurred.')),
  slow: ({ profile }) => ({ kind: 'wait', milliseconds: profile.delayMilliseconds ?? 3000 }),
  stallsInBody: () => ({ kind: 'breakOff', within: 'silence' }),
  staleReads: ({ showOlder }) => ({ kind: 'alter', alter: showOlder }),
  throttled429: ({ error, profile, now }) =>
    answer(error(429, 'TooManyRequests', 'Too many requests.', retryAfter(profile, now, 30))),
  tokenReplyBadLifetime: () => ({ kind: 'alter', alter: changeTokens({ expires_in: 'soon', ext_expires_in: 'soon' }) }),
  tokenReplyEmpty: () => answer(jsonReply(200, undefined)),
  tokenReplyExpired: () => ({ kind: 'alter', alter: changeTokens({ expires_in: 1, ext_expires_in: 1 }) }),
  tokenReplyHuge: () => answer(hugeTokenReply()),
  tokenReplyNoLifetime: () => ({
    kind: 'alter',
    alter: changeTokens({ expires_in: undefined, ext_expires_in: undefined }),
  }),
  tokenReplyNull: () => answer(jsonReply(200, null)),
  unauthorized401: ({ error }) => answer(error(401, 'Unauthorized', 'Unauthorized')),
  unavailable503: ({ profile, now }) => answer(htmlReply(503, gatewayPage, retryAfter(profile, now, undefined))),
  unsteady,
};

function answer(reply: Reply): Effect {
  return { kind: 'answer', reply };
}

function challengeClaims({ error, challenge, claims }: Meeting): Effect {
  if (claims !== null && meetsClaims(claims, challenge)) return proceed;
  return answer(
    error(
      401,
      'InvalidAuthenticationToken',
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
      claims !== null && isCapable(claims) ? { 'WWW-Authenticate': challengeHeader(challenge) } : {},
    ),
  );
}

/** Source: the metadata of the government clouds, whose presence has three properties and no work location. */
function governmentCloud({ kind, body, error }: Meeting): Effect {
  if (kind === 'read') return { kind: 'alter', alter: asGovernmentCloud };
  if (kind === 'location') return answer(error(400, 'BadRequest', 'Resource not found for the segment.'));
  const sent = kind === 'create' ? parseJson(body) : null;
  if (typeof sent !== 'object' || sent === null) return proceed;
  if (!('outOfOfficeSettings' in sent)) {
    // Here as everywhere else there is somebody in the office; only nobody can say so.
    const outOfOfficeSettings = { isOutOfOffice: false, message: null };
    return { kind: 'rewrite', rewrite: () => JSON.stringify({ ...sent, outOfOfficeSettings }) };
  }
  const message = "The property 'outOfOfficeSettings' does not exist on type 'microsoft.graph.presence'.";
  return answer(error(400, 'BadRequest', message));
}

function unsteady({ profile, metCount }: Meeting): Effect {
  const { seed = 1, cutShare = 0.3, delayMilliseconds = 300 } = profile;
  const [fate, detail] = drawFrom(seed, metCount);
  if (fate < cutShare) return detail < 0.5 ? { kind: 'reset' } : { kind: 'proceedThenReset' };
  return { kind: 'wait', milliseconds: detail * delayMilliseconds };
}
