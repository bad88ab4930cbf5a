import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Profile, type ProfileName, profiles } from '../../../electron/simulator/profiles.ts';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { createSimulatorClock } from '../../../electron/simulator/simulatorClock.ts';
import { askToken, type GraphCall, type GraphReply, openGraph, presenceOf, signInByHand } from './client.ts';

const noon = Date.UTC(2026, 11, 1, 12);

let simulator: Simulator;
let graph: GraphCall;
beforeEach(async () => {
  simulator = await startSimulator({ clock: createSimulatorClock(() => noon) });
  graph = await openGraph(simulator);
});
afterEach(() => simulator.close());

function create(): Promise<GraphReply> {
  return graph('POST', '/communications/presences', presenceOf(simulator.people.mira, 'Busy'));
}

function availability(): string {
  return simulator.presenceOf(simulator.people.mira).availability;
}

type Row = [profile: Profile, status: number, retryAfter: string | null, error: object | string, seen: string];

const rows: Row[] = [
  [{ name: 'acceptsAndShows' }, 201, null, {}, 'Busy'],
  [{ name: 'acceptsNeverShows' }, 201, null, {}, 'Available'],
  [{ name: 'conflict409' }, 409, null, { error: { code: 'Conflict' } }, 'Available'],
  [{ name: 'unauthorized401' }, 401, null, { error: { code: 'Unauthorized', message: 'Unauthorized' } }, 'Available'],
  [{ name: 'createForbidden403' }, 403, null, { error: { code: 'Forbidden', message: '' } }, 'Available'],
  [
    { name: 'segment400' },
    400,
    null,
    { error: { code: 'BadRequest', message: "Resource not found for the segment 'presences'." } },
    'Available',
  ],
  [{ name: 'serverError500' }, 500, null, { error: { code: 'generalException' } }, 'Available'],
  [{ name: 'portal511' }, 511, null, 'sign in to the network', 'Available'],
  [{ name: 'badRequest400' }, 400, null, { error: { code: 'InvalidArgument' } }, 'Available'],
  [{ name: 'forbidden403' }, 403, null, { error: { code: 'Forbidden', message: '' } }, 'Available'],
  [{ name: 'notFound404' }, 404, null, '', 'Available'],
  [{ name: 'notAllowed405' }, 405, null, { error: { code: 'Request_MethodNotAllowed' } }, 'Available'],
  [{ name: 'throttled429' }, 429, '30', { error: { code: 'TooManyRequests' } }, 'Available'],
  [{ name: 'throttled429', retryAfterSeconds: 2.128 }, 429, '2.128', {}, 'Available'],
  [
    { name: 'throttled429', retryAfterSeconds: 90, isRetryAfterDate: true },
    429,
    'Tue, 01 Dec 2026 12:01:30 GMT',
    {},
    'Available',
  ],
  [{ name: 'throttled429', retryAfterText: 'abc' }, 429, 'abc', {}, 'Available'],
  [{ name: 'unavailable503' }, 503, null, '503 Service Unavailable', 'Available'],
  [{ name: 'unavailable503', retryAfterSeconds: 5 }, 503, '5', '503 Service Unavailable', 'Available'],
  [{ name: 'html200' }, 200, null, 'sign in to the network', 'Available'],
  [{ name: 'claimsChallenge401' }, 401, null, { error: { code: 'InvalidAuthenticationToken' } }, 'Available'],
  [{ name: 'slow', delayMilliseconds: 20 }, 201, null, {}, 'Busy'],
];

describe('the profiles', () => {
  it.each(rows)('%o answers %i', async (profile, status, retryAfter, error, seen) => {
    simulator.setProfile(profile);
    const reply = await create();
    expect([reply.status, reply.headers.get('retry-after'), availability()]).toEqual([status, retryAfter, seen]);
    if (typeof error === 'string') expect(reply.text).toContain(error);
    else expect(reply.json).toMatchObject(error);
    expect((await graph('GET', '/me/presence')).status).toBe(200);
  });

  it('every profile is in the table above or has a test of its own', () => {
    const elsewhere: ProfileName[] = [
      ...(['appliesLater', 'appliesThenResets', 'cutsInBody', 'hangs', 'resets', 'stallsInBody', 'unsteady'] as const),
      ...(['governmentCloud', 'looseMembers', 'messageExpiryDropped', 'otherId200', 'staleReads'] as const),
      ...([
        'mailboxForbidden403',
        'mailboxLoose',
        'mailboxMissing404',
        'meActionsNotFound404',
        'portalRedirect302',
        'refreshRevoked',
      ] as const),
      ...(['tokenReplyBadLifetime', 'tokenReplyEmpty', 'tokenReplyExpired', 'tokenReplyHuge'] as const),
      ...(['tokenReplyNoLifetime', 'tokenReplyNull'] as const),
    ];
    const named = new Set([...rows.map(([profile]) => profile.name), ...elsewhere]);
    expect([...named].sort()).toEqual(Object.keys(profiles).sort());
  });

  it('a profile can be over after some requests', async () => {
    simulator.setProfile({ name: 'throttled429', times: 2 });
    const answers = [await create(), await create(), await create()];
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 201]);
  });

  it('a profile can meet reads, or the token endpoint', async () => {
    simulator.setProfile({ name: 'unavailable503', on: 'reads' });
    expect([(await graph('GET', '/me/presence')).status, (await create()).status]).toEqual([503, 201]);
    simulator.setProfile({ name: 'throttled429', on: 'token' });
    expect([(await askToken(simulator, {})).status, (await create()).status]).toEqual([429, 201]);
  });

  it.each<ProfileName>([
    ...([
      'notFound404',
      'notAllowed405',
      'createForbidden403',
      'segment400',
      'conflict409',
      'governmentCloud',
    ] as const),
    ...(['otherId200', 'acceptsNeverShows', 'badRequest400'] as const),
  ])('the documented actions still work behind %s', async (name) => {
    simulator.setProfile(name);
    const body = { availability: 'Away', activity: 'Away' };
    const path = `/users/${simulator.people.mira.oid}/presence/setUserPreferredPresence`;
    expect([(await graph('POST', path, body)).status, availability()]).toEqual([200, 'Away']);
  });

  it('the documented actions may show as little as the create', async () => {
    simulator.setProfile({ name: 'acceptsNeverShows', on: 'writes' });
    const path = `/users/${simulator.people.mira.oid}/presence/setUserPreferredPresence`;
    const { status } = await graph('POST', path, { availability: 'Away', activity: 'Away' });
    expect([status, availability()]).toEqual([200, 'Available']);
  });

  it('actions can be missing below /me/presence only, and a mailbox alone', async () => {
    const body = { availability: 'Away', activity: 'Away' };
    const answers: unknown[] = [];
    simulator.setProfile(['meActionsNotFound404', 'mailboxMissing404']);
    for (const path of ['/me', `/users/${simulator.people.mira.oid}`]) {
      const { status, text } = await graph('POST', `${path}/presence/setUserPreferredPresence`, body);
      answers.push(`${status} ${text}`, (await graph('GET', `${path}/presence`)).status);
      answers.push((await graph('GET', `${path}/mailboxSettings`)).json);
    }
    const noMailbox = { error: expect.objectContaining({ code: 'MailboxNotEnabledForRESTAPI' }) };
    expect(answers).toEqual(['404 ', 200, noMailbox, '200 ', 200, noMailbox]);
  });

  it('a mailbox can be closed to the app, or answer with what nobody expects', async () => {
    const { mira } = simulator.people;
    const mailboxGraph = await openGraph(simulator, {
      query: { scope: 'MailboxSettings.ReadWrite openid' },
      exchange: { scope: 'MailboxSettings.ReadWrite openid' },
    });
    simulator.setMailboxTimeZone(mira, 'Tokyo Standard Time');
    expect((await mailboxGraph('GET', '/me/mailboxSettings')).json).toMatchObject({ timeZone: 'Tokyo Standard Time' });
    simulator.setProfile('mailboxForbidden403');
    expect((await mailboxGraph('GET', '/me/mailboxSettings')).json).toMatchObject({
      error: { code: 'ErrorAccessDenied' },
    });
    simulator.setProfile('mailboxLoose');
    const { json } = await mailboxGraph('GET', '/me/mailboxSettings');
    expect(json).toMatchObject({ automaticRepliesSetting: { status: 'paused', externalAudience: 7 } });
    expect(json).not.toHaveProperty('timeZone');
  });

  it('a portal sends away over http', async () => {
    simulator.setProfile('portalRedirect302');
    const token = (await signInByHand(simulator))['access_token'];
    const reply = await fetch(`${simulator.graphUrl}/beta/communications/presences`, {
      method: 'POST',
      redirect: 'manual',
      headers: { authorization: `Bearer ${token}` },
    });
    expect([reply.status, reply.headers.get('location')]).toEqual([302, 'http://portal.invalid/sign-in']);
  });

  it('a client that did not declare cp1 gets no claims to answer', async () => {
    simulator.setProfile('claimsChallenge401');
    expect((await create()).headers.get('www-authenticate')).toBeNull();
    graph = await openGraph(simulator, {
      query: { claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}' },
    });
    expect((await create()).headers.get('www-authenticate')).toMatch(/error="insufficient_claims", claims="[\w+/=]+"/);
  });
});
