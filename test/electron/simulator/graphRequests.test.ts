import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../electron/simulator/people.ts';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { checkRequest } from '../../fakes/openapi.ts';
import { type GraphCall, openGraph, presenceOf } from './client.ts';

let simulator: Simulator;
let graph: GraphCall;
beforeAll(async () => {
  simulator = await startSimulator();
  const wide = 'Presence.Read Presence.ReadWrite MailboxSettings.ReadWrite openid profile offline_access';
  graph = await openGraph(simulator, { query: { scope: wide }, exchange: { scope: wide } });
});
afterAll(() => simulator.close());

const { mira, jonas } = people;
const me = `/users/${mira.oid}/presence`;
const sessionId = 'c1a7e6d2-93b4-4f58-8e0c-7d2b6a915f30';
const busy = presenceOf(mira, 'Busy');
const replies = {
  automaticRepliesSetting: {
    status: 'scheduled',
    externalAudience: 'none',
    scheduledStartDateTime: { dateTime: '2126-12-21T17:00:00', timeZone: 'W. Europe Standard Time' },
    scheduledEndDateTime: { dateTime: '2127-01-04T08:00:00', timeZone: 'W. Europe Standard Time' },
    internalReplyMessage: 'Away',
  },
};

type Legal = [method: string, path: string, body: unknown, status: number];

const legal: Legal[] = [
  ['POST', '/communications/presences', busy, 201],
  ['POST', '/communications/presences', presenceOf(mira, 'Busy', 'InACall'), 201],
  ['POST', '/communications/presences', presenceOf(mira, 'Busy', 'InAConferenceCall'), 201],
  ['POST', '/communications/presences', presenceOf(mira, 'DoNotDisturb', 'Presenting'), 201],
  ['POST', '/communications/presences', presenceOf(mira, 'Offline', 'OffWork'), 201],
  ['GET', '/communications/presences', undefined, 200],
  ['GET', `/communications/presences/${mira.oid}`, undefined, 200],
  ['GET', '/me/presence', undefined, 200],
  ['GET', me, undefined, 200],
  [
    'POST',
    `${me}/setPresence`,
    { sessionId, availability: 'Busy', activity: 'InACall', expirationDuration: 'PT1H' },
    200,
  ],
  ['POST', `${me}/clearPresence`, { sessionId }, 200],
  ['POST', `${me}/clearPresence`, { sessionId }, 404],
  ['POST', `${me}/setUserPreferredPresence`, { availability: 'BeRightBack', activity: 'BeRightBack' }, 200],
  ['POST', `${me}/clearUserPreferredPresence`, {}, 200],
  ['POST', '/me/presence/clearUserPreferredPresence', {}, 200],
  ['POST', `/communications/presences/${mira.oid}/clearUserPreferredPresence`, {}, 200],
  [
    'POST',
    `${me}/setStatusMessage`,
    {
      statusMessage: {
        message: { content: 'Proofreading', contentType: 'text' },
        expiryDateTime: { dateTime: '2126-12-01T15:00:00', timeZone: 'UTC' },
      },
    },
    200,
  ],
  ['GET', '/me/mailboxSettings', undefined, 200],
  ['PATCH', '/me/mailboxSettings', replies, 200],
];

describe('a legal request', () => {
  it.each(legal)('%s %s %j answers %i and agrees with the description', async (method, path, body, status) => {
    const reply = await graph(method, path, body);
    const recorded = simulator.requests.at(-1);
    expect([reply.status, recorded === undefined ? null : checkRequest(recorded)]).toEqual([status, []]);
  });
});

type Illegal = [why: string, path: string, body: unknown, status: number, message: string | RegExp];

const pairs = 'combination of [Availability] and [Activity] is not supported';
const illegal: Illegal[] = [
  [
    'an unknown property',
    '/communications/presences',
    { ...busy, mood: 'fine' },
    400,
    "The property 'mood' does not exist",
  ],
  ['no id', '/communications/presences', { ...busy, id: undefined }, 400, '[Id]'],
  ['an id that is a name', '/communications/presences', { ...busy, id: mira.username }, 400, '[Id]'],
  ['a pair that nobody can have', '/communications/presences', presenceOf(mira, 'Busy', 'Available'), 400, pairs],
  ['a meeting', '/communications/presences', presenceOf(mira, 'Busy', 'InAMeeting'), 400, pairs],
  ['words in camel case', '/communications/presences', presenceOf(mira, 'busy', 'busy'), 400, pairs],
  [
    'no settings',
    '/communications/presences',
    { ...busy, outOfOfficeSettings: undefined },
    400,
    '[OutOfOfficeSettings]',
  ],
  [
    'a message of somebody in the office',
    '/communications/presences',
    { ...busy, outOfOfficeSettings: { isOutOfOffice: false, message: 'Away' } },
    400,
    'A message needs isOutOfOffice.',
  ],
  [
    'somebody else',
    '/communications/presences',
    { ...busy, id: jonas.oid },
    401,
    'Cannot set the presence of another user',
  ],
  ['no JSON', '/communications/presences', '{"id":', 400, 'Unable to read JSON request payload'],
  [
    'no session id',
    `${me}/setPresence`,
    { availability: 'Busy', activity: 'InACall' },
    400,
    '[SessionId]: The SessionId field is required.',
  ],
  ['no session id to clear', `${me}/clearPresence`, {}, 400, '[SessionId]: The SessionId field is required.'],
  ['a choice as a session', `${me}/setPresence`, { sessionId, availability: 'Busy', activity: 'Busy' }, 400, pairs],
  [
    'four minutes',
    `${me}/setPresence`,
    { sessionId, availability: 'Busy', activity: 'InACall', expirationDuration: 'PT4M' },
    400,
    'The provided [ExpirationDuration] is out of range.',
  ],
  [
    'more than four hours',
    `${me}/setPresence`,
    { sessionId, availability: 'Busy', activity: 'InACall', expirationDuration: 'PT241M' },
    400,
    'The provided [ExpirationDuration] is out of range.',
  ],
  ['a call as a choice', `${me}/setUserPreferredPresence`, { availability: 'Busy', activity: 'InACall' }, 400, pairs],
  [
    'a duration in words',
    `${me}/setUserPreferredPresence`,
    { availability: 'Busy', activity: 'Busy', expirationDuration: 'an hour' },
    400,
    '[ExpirationDuration]',
  ],
  [
    'a note in HTML',
    `${me}/setStatusMessage`,
    { statusMessage: { message: { content: 'x', contentType: 'html' } } },
    400,
    '[StatusMessage.Message.ContentType]',
  ],
  [
    'an action that does not exist',
    `${me}/clearStatusMessage`,
    {},
    400,
    "Resource not found for the segment 'clearStatusMessage'.",
  ],
  [
    'a colleague',
    `/users/${jonas.oid}/presence/clearUserPreferredPresence`,
    {},
    401,
    'Cannot set the presence of another user',
  ],
];

describe('an illegal request', () => {
  it.each(illegal)('with %s is refused and changes nothing', async (_why, path, body, status, message) => {
    const before = simulator.presenceOf(mira);
    const reply = await graph('POST', path, body);
    expect(reply.json).toEqual({
      error: {
        code: expect.any(String),
        message: expect.stringContaining(String(message)),
        innerError: {
          date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
          'request-id': reply.headers.get('request-id'),
          'client-request-id': simulator.requests.at(-1)?.headers['client-request-id'],
        },
      },
    });
    expect([reply.status, simulator.presenceOf(mira)]).toEqual([status, before]);
  });

  it.each<[string, string, number]>([
    ['GET', `/users/${mira.username}/presence`, 400],
    ['GET', '/me/presence?$select=availability', 400],
    ['GET', `/users/${jonas.oid}/presence`, 403],
    ['GET', '/users/00000000-0000-0000-0000-000000000000/presence', 404],
    ['GET', '/me/presence/setPresence', 405],
    ['DELETE', '/me/presence', 405],
    ['GET', '/me/drive', 400],
  ])('%s %s answers %i', async (method, path, status) => {
    expect((await graph(method, path)).status).toBe(status);
  });
});
