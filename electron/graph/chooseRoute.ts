import type { Problem, ProblemKind } from '#contract/problem.ts';

/**
 * What a failed create says: that the operation is not to be had here, that it does not take this wish, or nothing of
 * either and what came of it stands.
 */
export type CreateVerdict = 'routeRefused' | 'wishRefused' | 'later';

/** What each problem says of the operation. `rejected` is looked at more closely. */
const verdicts: Record<Exclude<ProblemKind, 'rejected'>, CreateVerdict> = {
  notOffered: 'routeRefused',
  forbidden: 'routeRefused',
  outOfOfficeNotOffered: 'wishRefused',
  unexpected: 'later',
  offline: 'later',
  timedOut: 'later',
  intercepted: 'later',
  proxyPassword: 'later',
  throttled: 'later',
  unavailable: 'later',
  signInRequired: 'later',
  consentRequired: 'later',
  personalAccount: 'later',
  foreignAccount: 'later',
  signInDenied: 'later',
  signInBlocked: 'later',
  signInTimedOut: 'later',
  adminConsentRequired: 'later',
  browserNotOpened: 'later',
  notRegistered: 'later',
  misconfigured: 'later',
};

/**
 * Codes with which a 400 speaks of the path or the method, not of what was asked. Compared without regard to case.
 * A 400 without any code counts among them: each pair that we ask for is a legal one for the actions.
 */
const routeCodes = [
  undefined,
  'badrequest',
  'request_badrequest',
  'resourcenotfound',
  'request_resourcenotfound',
  'notfound',
  'itemnotfound',
  'unknownerror',
  'methodnotallowed',
  'request_methodnotallowed',
  'notimplemented',
  'notsupported',
  'unsupportedoperation',
  'request_unsupportedquery',
];

/** Judges a failed create by the kind of its problem, its status and its code. Source: Graph's draft page names none. */
export function judgeCreate(problem: Problem): CreateVerdict {
  if (problem.kind !== 'rejected') return verdicts[problem.kind];
  const { status, code } = problem.trace;
  if (status === 409) return 'routeRefused';
  return status === 400 && routeCodes.includes(code?.toLowerCase()) ? 'routeRefused' : 'wishRefused';
}

/** Whether the service behind Graph says itself that it failed, which it may do for good; a gateway's page has no code. */
export function isOwnFailure(problem: Problem): boolean {
  if (problem.kind !== 'unavailable') return false;
  const { status = 0, code } = problem.trace;
  return status >= 500 && code !== undefined;
}
