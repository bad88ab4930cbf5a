import type { Claims } from './entra/claims.ts';
import { meetsClaims } from './entra/claims.ts';
import { emptyReply, htmlReply, type Reply } from './exchange.ts';
import { type Profile, type ProfileName, type ProfileTarget, profiles } from './profiles.ts';
import type { SimulatorClock } from './simulatorClock.ts';

/** What a request is about, for the gate to see whether the profile meets it. */
export type RequestKind = 'create' | 'action' | 'read' | 'token';

/** What becomes of a request. */
export type Fate =
  | { readonly kind: 'proceed' }
  | { readonly kind: 'answer'; readonly reply: Reply }
  | { readonly kind: 'pretend' }
  | { readonly kind: 'proceedLater'; readonly milliseconds: number }
  | { readonly kind: 'proceedThenReset' }
  | { readonly kind: 'hang' };

/** How an error body looks where the request was sent: Graph's or Entra's. */
type ErrorReply = (status: number, code: string, message: string, headers?: Reply['headers']) => Reply;

export interface ProfileGate {
  set(profile: Profile): void;
  readonly profile: Profile;
  /** The claims are those of the presented token; null where no token is presented. */
  meet(kind: RequestKind, claims: Claims | null, error: ErrorReply): Fate;
  /** The claims that the token endpoint wants from a new sign-in, instead of a refresh with these; null for none. */
  interactionFor(claims: Claims): string | null;
}

const meets: Record<ProfileTarget, readonly RequestKind[]> = {
  create: ['create'],
  writes: ['create', 'action'],
  reads: ['read'],
  graph: ['create', 'action', 'read'],
  token: ['token'],
};

/** Makes the gate through which every request passes before it is carried out. */
export function createProfileGate(clock: SimulatorClock): ProfileGate {
  let profile: Profile = { name: 'acceptsAndShows' };
  let metCount = 0;
  let challenge: Claims = {};
  let setCount = 0;

  return {
    get profile() {
      return profile;
    },
    set(next) {
      profile = next;
      metCount = 0;
      setCount += 1;
      // The count tells two challenges of one second apart.
      const value = String(Math.floor(clock.now() / 1000) + setCount);
      challenge = { access_token: { nbf: { essential: true, value } } };
    },
    meet(kind, claims, error) {
      const isSpent = profile.times !== undefined && metCount >= profile.times;
      if (isSpent || !meets[profile.on ?? profiles[profile.name].on].includes(kind)) return { kind: 'proceed' };
      if (profile.name === 'claimsChallenge401' && claims !== null && meetsClaims(claims, challenge)) {
        return { kind: 'proceed' };
      }
      metCount += 1;
      return fates[profile.name]({ profile, now: clock.now(), challenge, claims, error });
    },
    interactionFor(claims) {
      const isWanted = profile.name === 'claimsChallenge401' && profile.isInteractionNeeded === true;
      return isWanted && meetsClaims(claims, challenge) ? JSON.stringify(challenge) : null;
    },
  };
}

interface Meeting {
  readonly profile: Profile;
  readonly now: number;
  readonly challenge: Claims;
  readonly claims: Claims | null;
  readonly error: ErrorReply;
}

const fates: Record<ProfileName, (meeting: Meeting) => Fate> = {
  acceptsAndShows: () => ({ kind: 'proceed' }),
  refreshRevoked: () => ({ kind: 'proceed' }),
  acceptsNeverShows: () => ({ kind: 'pretend' }),
  appliesThenResets: () => ({ kind: 'proceedThenReset' }),
  hangs: () => ({ kind: 'hang' }),
  slow: ({ profile }) => ({ kind: 'proceedLater', milliseconds: profile.delayMilliseconds ?? 3000 }),
  badRequest400: ({ error }) => answer(error(400, 'InvalidArgument', 'The request is invalid.')),
  forbidden403: ({ error }) => answer(error(403, 'Forbidden', '')),
  notFound404: () => answer(emptyReply(404)),
  notAllowed405: ({ error }) =>
    answer(error(405, 'Request_MethodNotAllowed', 'The method is not allowed on this resource.', { Allow: 'GET' })),
  html200: () => answer(htmlReply(200, portalPage)),
  throttled429: ({ error, profile, now }) =>
    answer(error(429, 'TooManyRequests', 'Too many requests.', retryAfter(profile, now, 30))),
  unavailable503: ({ profile, now }) => answer(htmlReply(503, gatewayPage, retryAfter(profile, now, undefined))),
  claimsChallenge401: ({ error, challenge, claims }) =>
    answer(
      error(
        401,
        'InvalidAuthenticationToken',
        'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
        claims !== null && isCapable(claims) ? { 'WWW-Authenticate': challengeHeader(challenge) } : {},
      ),
    ),
};

function answer(reply: Reply): Fate {
  return { kind: 'answer', reply };
}

function retryAfter(profile: Profile, now: number, usualSeconds: number | undefined): Record<string, string> {
  const seconds = profile.retryAfterSeconds ?? usualSeconds;
  if (seconds === undefined) return {};
  const value = profile.isRetryAfterDate === true ? new Date(now + seconds * 1000).toUTCString() : String(seconds);
  return { 'Retry-After': value };
}

/** Graph sends claims challenges only to clients that declare the capability cp1. */
function isCapable(claims: Claims): boolean {
  const values = claims['access_token']?.['xms_cc']?.values ?? [];
  return values.some((value) => value.toLowerCase() === 'cp1');
}

function challengeHeader(challenge: Claims): string {
  const claims = Buffer.from(JSON.stringify(challenge)).toString('base64');
  return [
    'Bearer realm=""',
    'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    'client_id="00000003-0000-0000-c000-000000000000"',
    'error="insufficient_claims"',
    `claims="${claims}"`,
  ].join(', ');
}

const portalPage =
  '<!doctype html><html><head><title>Guest Wi-Fi</title></head><body><h1>Welcome. Please sign in to the network.</h1></body></html>';
const gatewayPage =
  '<html><head><title>503 Service Unavailable</title></head><body><center><h1>503 Service Unavailable</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>';
