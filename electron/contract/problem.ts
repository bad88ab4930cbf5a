import type { Instant } from './instant.ts';

/** What an administrator or a maintainer needs to find one failed request again. Never a token, never a text. */
export interface Trace {
  readonly status?: number;
  readonly code?: string;
  readonly requestId?: string;
}

/**
 * What can go wrong, in the user's terms. Expected trouble is one of these values; an exception is our bug.
 *
 * A kind is added here; then `sayProblem` and `problemActions` stop compiling until it has words and a way out.
 */
export type Problem =
  /** No network. */
  | { readonly kind: 'offline' }
  /** The request left and no answer came in time: it may or may not have been carried out. */
  | { readonly kind: 'timedOut' }
  /** Something between us and Microsoft answered instead: a captive portal, a proxy's page. */
  | { readonly kind: 'intercepted'; readonly trace: Trace }
  /** The proxy wants a password of its own. */
  | { readonly kind: 'proxyPassword' }
  | { readonly kind: 'throttled'; readonly retryAt: Instant; readonly trace: Trace }
  /** The service is down or failing (5xx). */
  | { readonly kind: 'unavailable'; readonly trace: Trace }
  | { readonly kind: 'signInRequired' }
  | { readonly kind: 'consentRequired'; readonly scopes: readonly string[] }
  /** 403 although the permission was granted, or 401 although the token is good: licence or policy of the organisation. */
  | { readonly kind: 'forbidden'; readonly trace: Trace }
  /** The organisation's service does not have this operation (404, 405, 410, 501). */
  | { readonly kind: 'notOffered'; readonly trace: Trace }
  /** The service understood and said no (400, 409 and the like). */
  | { readonly kind: 'rejected'; readonly trace: Trace }
  /** Out of office can be said by the create operation only, and that is not to be used here. */
  | { readonly kind: 'outOfOfficeNotOffered' }
  | { readonly kind: 'personalAccount' }
  /** The organisation that the app registration is for has no such account. */
  | { readonly kind: 'foreignAccount' }
  /** The person, or the organisation through its consent page, said no in the browser. */
  | { readonly kind: 'signInDenied' }
  /** Conditional access or another policy forbids this sign-in, in this place, on this device or at this time. */
  | { readonly kind: 'signInBlocked'; readonly trace: Trace }
  | { readonly kind: 'signInTimedOut' }
  | { readonly kind: 'adminConsentRequired'; readonly trace: Trace }
  | { readonly kind: 'browserNotOpened' }
  /** No client id: this copy was never registered with an organisation. */
  | { readonly kind: 'notRegistered' }
  /** Entra ID does not accept the app registration or the authority. */
  | { readonly kind: 'misconfigured'; readonly trace: Trace }
  | { readonly kind: 'unexpected'; readonly trace: Trace };

/** What an outside call comes to: a value, or trouble of the expected kind. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export type ProblemKind = Problem['kind'];

/** Whether nobody said what became of a request, so that it may have been carried out all the same. */
export function isAmbiguous({ kind }: Problem): boolean {
  return kind === 'timedOut' || kind === 'unavailable' || kind === 'offline';
}

/** Whether only what others see can tell if a request was carried out: an answer that makes no sense tells no more than none. */
export function mayBeDone(problem: Problem): boolean {
  return isAmbiguous(problem) || problem.kind === 'unexpected';
}

/** Whether somebody says no, so that asking again changes nothing. All else may pass, by itself or by a new sign-in. */
export function isRefusal({ kind }: { readonly kind: string }): boolean {
  return refusals.some((each) => each === kind);
}

const refusals: readonly ProblemKind[] = [
  ...(['forbidden', 'notOffered', 'rejected'] as const),
  ...(['consentRequired', 'adminConsentRequired'] as const),
];

/** Whether it may be over in another place, once the network has let the person in, or a little later. */
export function isOfPlace({ kind }: Problem): boolean {
  return kind === 'intercepted' || kind === 'proxyPassword' || kind === 'signInBlocked';
}

/** Whether only the person can go on, by signing in anew, be it with another account. */
export function endsSession({ kind }: Problem): boolean {
  return sessionEnds.includes(kind);
}

const sessionEnds: readonly ProblemKind[] = [
  ...(['signInRequired', 'consentRequired', 'signInDenied'] as const),
  ...(['personalAccount', 'foreignAccount'] as const),
];

/** What the user can do about a problem: each is one button. */
export type ProblemAction = 'tryAgain' | 'signIn' | 'openConfig' | 'copyAdminRequest';

/** The one way out that is offered beside a problem's sentence. */
export const problemActions: Record<ProblemKind, ProblemAction | null> = {
  offline: null,
  timedOut: 'tryAgain',
  intercepted: 'tryAgain',
  proxyPassword: 'tryAgain',
  throttled: 'tryAgain',
  unavailable: 'tryAgain',
  signInRequired: 'signIn',
  consentRequired: 'signIn',
  forbidden: null,
  notOffered: null,
  rejected: null,
  outOfOfficeNotOffered: null,
  personalAccount: 'signIn',
  foreignAccount: 'signIn',
  signInDenied: 'signIn',
  signInBlocked: null,
  signInTimedOut: 'signIn',
  adminConsentRequired: 'copyAdminRequest',
  browserNotOpened: 'signIn',
  notRegistered: 'openConfig',
  misconfigured: 'openConfig',
  unexpected: 'tryAgain',
};
