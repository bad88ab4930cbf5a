import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { type Problem, type ProblemKind, problemActions } from '#contract/problem.ts';
import type { Verdict } from '#contract/route.ts';
import { isStanding, routeFor } from '#contract/route.ts';
import { isOwnFailure, judgeCreate } from '../../../electron/graph/chooseRoute.ts';
import { graphProblem } from '../../../electron/graph/graphProblem.ts';

const now = Date.UTC(2026, 11, 1, 12);
const day = 86_400_000;

/** Graph's answer to a create, as a problem of the user's. */
function answered(status: number, code?: string, headers: Record<string, string> = {}): Problem {
  const body = code === undefined ? '' : JSON.stringify({ error: { code, message: '' } });
  const problem = graphProblem(new Response(body, { status, headers }), body, now);
  if (problem === null) throw new Error(`${status} is no problem`);
  return problem;
}

it.each<[number, string | undefined, Record<string, string>, boolean]>([
  [500, 'generalException', {}, true],
  [502, 'UnknownError', {}, true],
  [504, 'UnknownError', {}, true],
  [500, undefined, {}, false],
  [503, 'serviceNotAvailable', { 'Retry-After': '3' }, false],
  [429, 'TooManyRequests', {}, false],
  [423, 'resourceLocked', {}, false],
  [404, 'ResourceNotFound', {}, false],
])('[R1] %d %s with %o is a failure of the service itself: %s', (status, code, headers, isIts) => {
  expect(isOwnFailure(answered(status, code, headers))).toBe(isIts);
});

describe('a failed create', () => {
  it.each<[number, string | undefined, string]>([
    [404, undefined, 'routeRefused'],
    [404, 'ResourceNotFound', 'routeRefused'],
    [405, 'Request_MethodNotAllowed', 'routeRefused'],
    [410, undefined, 'routeRefused'],
    [501, 'NotImplemented', 'routeRefused'],
    [403, 'Forbidden', 'routeRefused'],
    [403, undefined, 'routeRefused'],
    [409, 'Conflict', 'routeRefused'],
    [409, undefined, 'routeRefused'],
    [400, 'BadRequest', 'routeRefused'],
    [400, 'badRequest', 'routeRefused'],
    [400, 'Request_BadRequest', 'routeRefused'],
    [400, 'Request_ResourceNotFound', 'routeRefused'],
    [400, 'ResourceNotFound', 'routeRefused'],
    [400, 'UnknownError', 'routeRefused'],
    [400, undefined, 'routeRefused'],
    [400, 'InvalidArgument', 'wishRefused'],
    [400, 'invalidRequest', 'wishRefused'],
    [400, 'ModelValidationError', 'wishRefused'],
    [400, 'constructor', 'wishRefused'],
    [412, 'BadRequest', 'wishRefused'],
    [413, undefined, 'wishRefused'],
    [422, 'UnprocessableEntity', 'wishRefused'],
    [302, undefined, 'later'],
    [401, 'InvalidAuthenticationToken', 'later'],
    [407, undefined, 'later'],
    [423, 'Locked', 'later'],
    [429, 'TooManyRequests', 'later'],
    [500, 'UnknownError', 'later'],
    [503, undefined, 'later'],
    [504, 'GatewayTimeout', 'later'],
    [509, undefined, 'later'],
    [511, undefined, 'later'],
  ])('of %i %s means %s', (status, code, verdict) => {
    expect(judgeCreate(answered(status, code))).toBe(verdict);
  });

  it('[N4] of a portal that answers 403 in HTML says nothing', () => {
    const html = '<html>';
    const problem = graphProblem(new Response(html, { status: 403 }), html, now);
    expect(problem && judgeCreate(problem)).toBe('later');
  });

  it('never comes to a verdict by what is wrong with network, session or program', () => {
    const refusing: readonly ProblemKind[] = ['notOffered', 'forbidden'];
    const others = (Object.keys(problemActions) as ProblemKind[]).filter((kind) => !refusing.includes(kind));
    const trace = {};
    const verdicts = others.map((kind) => judgeCreate({ kind, trace, retryAt: toInstant(now), scopes: [] } as Problem));
    expect(others.length).toBeGreaterThan(15);
    expect(verdicts).not.toContain('routeRefused');
  });
});

describe('the route', () => {
  const verdictOf = (ageMilliseconds: number): Verdict => ({ decidedAt: toInstant(now - ageMilliseconds), trace: {} });
  it.each([
    ['automatic', null, 'create'],
    ['automatic', 0, 'actions'],
    ['automatic', 7 * day - 1, 'actions'],
    ['automatic', 7 * day, 'create'],
    ['automatic', -day, 'actions'],
    ['automatic', -8 * day, 'create'],
    ['createOnly', 0, 'create'],
    ['createOnly', null, 'create'],
    ['actionsOnly', 0, 'actions'],
    ['actionsOnly', null, 'actions'],
  ] as const)('%s with a verdict of %j ms ago is %s', (setting, age, route) => {
    expect(routeFor(setting, age === null ? null : verdictOf(age), now)).toBe(route);
  });

  it('a verdict stands for seven days', () => {
    expect([0, 7 * day - 1, 7 * day].map((age) => isStanding(verdictOf(age), now))).toEqual([true, true, false]);
  });
});
