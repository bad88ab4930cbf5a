import { describe, expect, it } from 'vitest';
import { people } from '../../../electron/simulator/people.ts';
import type { RecordedRequest } from '../../../electron/simulator/records.ts';
import { checkRequest } from '../../fakes/openapi.ts';
import { presenceOf } from './client.ts';

const { mira } = people;
const me = `/beta/users/${mira.oid}/presence`;
const headers = {
  authorization: 'valid',
  'content-type': 'application/json',
  'client-request-id': '0f5d0f0e-7f7f-4d39-9f1a-2f6a3c0d7e11',
};
const create: RecordedRequest = {
  method: 'POST',
  path: '/beta/communications/presences',
  query: {},
  headers,
  body: presenceOf(mira, 'Busy'),
  status: 201,
  at: 0,
};

function body(change: object): Partial<RecordedRequest> {
  return { body: { ...presenceOf(mira, 'Busy'), ...change } };
}

type Row = [what: string, change: Partial<RecordedRequest>, problems: readonly unknown[]];

const rows: Row[] = [
  ['a good create', {}, []],
  ['a good create on v1.0', { path: '/v1.0/communications/presences' }, []],
  ['an unknown path', { path: '/beta/me/drive' }, ['/beta/me/drive is not in the description']],
  ['an unknown version', { path: '/v2/me/presence' }, ['/v2/me/presence is not in the description']],
  ['an unknown method', { method: 'PUT' }, ['PUT /communications/presences is not in the description']],
  [
    'an id that is no GUID',
    { method: 'GET', body: undefined, path: '/beta/users/mira/presence' },
    ['{user-id} is no GUID'],
  ],
  ['an unknown query option', { query: { $mood: '1' } }, ['query option $mood is unknown']],
  ['no client-request-id', { headers: { ...headers, 'client-request-id': '' } }, ['client-request-id is no GUID']],
  [
    'no token',
    { headers: { 'client-request-id': mira.oid, 'content-type': 'application/json' } },
    ['there is no bearer token'],
  ],
  [
    'another content type',
    { headers: { ...headers, 'content-type': 'text/plain' } },
    ['the body is not sent as application/json'],
  ],
  ['no body', { body: undefined }, ['the body is missing', ...Array.from({ length: 6 }, () => expect.any(String))]],
  ['an unknown property', body({ mood: 'fine' }), ['body/mood is not in the description']],
  [
    'an unknown nested property',
    body({
      outOfOfficeSettings: {
        '@odata.type': '#microsoft.graph.outOfOfficeSettings',
        isOutOfOffice: true,
        message: 'Away',
        until: 'Monday',
      },
    }),
    ['body/outOfOfficeSettings/until is not in the description'],
  ],
  ['a wrong pair', body({ activity: 'Available' }), ['Busy / Available is no pair']],
  ['a missing id', body({ id: undefined }), ['body/id is no GUID']],
  ['a missing type', body({ '@odata.type': undefined }), ['body/@odata.type is not #microsoft.graph.presence']],
  ['a wrong type', body({ availability: 3 }), ['body/availability must be string', '3 / Busy is no pair']],
  [
    'missing settings',
    body({ outOfOfficeSettings: undefined }),
    [expect.stringContaining('@odata.type'), expect.stringContaining('no boolean'), expect.stringContaining('message')],
  ],
  [
    'a session without an id',
    { path: `${me}/setPresence`, body: { availability: 'Busy', activity: 'InACall' } },
    ["body must have required property 'sessionId'"],
  ],
  [
    'a session with a choice of a pair',
    { path: `${me}/setPresence`, body: { sessionId: 'x', availability: 'BeRightBack', activity: 'BeRightBack' } },
    expect.arrayContaining(['body must match exactly one schema in oneOf']),
  ],
  ['a body for a reading', { method: 'GET', path: me }, ['a body is sent where none is described']],
  ['an empty body for a clearing', { path: `${me}/clearUserPreferredPresence`, body: {} }, []],
  [
    'a note in HTML',
    { path: `${me}/setStatusMessage`, body: { statusMessage: { message: { content: 'x', contentType: 'html' } } } },
    ['body/statusMessage/message/contentType must be equal to one of the allowed values'],
  ],
  [
    'a note with a stranger',
    {
      path: `${me}/setStatusMessage`,
      body: { statusMessage: { message: { content: 'x', contentType: 'text', emoji: ':)' } } },
    },
    ['body/statusMessage/message/emoji is not in the description'],
  ],
];

describe('the check against the description', () => {
  it.each(rows)('%s', (_what, change, problems) => {
    expect(checkRequest({ ...create, ...change })).toEqual(problems);
  });
});
