import { describe, expect, it } from 'vitest';
import {
  type PresenceFacts,
  type PresenceSession,
  visiblePresence,
} from '../../../electron/simulator/visiblePresence.ts';

const minute = 60_000;

function session(change: Partial<PresenceSession>): PresenceSession {
  const usual = { sessionId: 'app', availability: 'Available', activity: 'Available', renewedAt: 0, expiresAt: null };
  return { ...usual, isRenewing: false, ...change };
}

const teams = session({ sessionId: 'teams', isRenewing: true });
const call = session({ availability: 'Busy', activity: 'InACall' });
const meeting = { showAs: 'busy', startsAt: 10 * minute, endsAt: 20 * minute } as const;
const absence = { showAs: 'oof', startsAt: 10 * minute, endsAt: 20 * minute, subject: 'On the lake' } as const;
const replies = { status: 'scheduled', startsAt: 10 * minute, endsAt: 20 * minute, message: 'Back soon' } as const;
const quiet = { ...replies, status: 'disabled' } as const;

const nothing: PresenceFacts = {
  sessions: [],
  preferred: null,
  declaredOutOfOffice: { isOutOfOffice: false, message: null },
  replies: quiet,
  events: [],
};

type Row = [title: string, facts: Partial<PresenceFacts>, atMinutes: number, visible: string];

const rows: Row[] = [
  ['no session is offline', {}, 0, 'Offline/Offline'],
  ['Teams in use stays available all day', { sessions: [teams] }, 600, 'Available/Available'],
  ['an available app is available at first', { sessions: [session({})] }, 4.9, 'Available/Available'],
  ['an available app fades after five minutes', { sessions: [session({})] }, 5, 'Available/AvailableInactive'],
  ['an available app is away after ten minutes', { sessions: [session({})] }, 10, 'Away/Away'],
  ['a busy app does not fade', { sessions: [call] }, 60, 'Busy/InACall'],
  ['a session counts until it expires', { sessions: [{ ...call, expiresAt: 5 * minute }] }, 4.9, 'Busy/InACall'],
  ['an expired session is none', { sessions: [{ ...call, expiresAt: 5 * minute }] }, 5, 'Offline/Offline'],
  ['a call is stronger than an available Teams', { sessions: [teams, call] }, 0, 'Busy/InACall'],
  [
    'presenting is stronger than a call',
    { sessions: [call, session({ availability: 'DoNotDisturb', activity: 'Presenting' })] },
    0,
    'DoNotDisturb/Presenting',
  ],
  [
    'an app that is away does not push down Teams',
    { sessions: [session({ availability: 'Away', activity: 'Away' }), teams] },
    0,
    'Available/Available',
  ],
  [
    'the choice stands above every session',
    { sessions: [teams, call], preferred: { availability: 'BeRightBack', activity: 'BeRightBack', expiresAt: null } },
    600,
    'BeRightBack/BeRightBack',
  ],
  [
    'a choice without a session does not show',
    { preferred: { availability: 'Busy', activity: 'Busy', expiresAt: null } },
    0,
    'Offline/Offline',
  ],
  [
    'an expired choice gives way to the sessions',
    { sessions: [teams], preferred: { availability: 'Busy', activity: 'Busy', expiresAt: 30 * minute } },
    30,
    'Available/Available',
  ],
  [
    'appear offline hides a call',
    { sessions: [teams, call], preferred: { availability: 'Offline', activity: 'OffWork', expiresAt: null } },
    0,
    'Offline/OffWork',
  ],
  [
    'an app that keeps visible is session enough for a choice, however long ago it was renewed',
    {
      sessions: [session({ expiresAt: 240 * minute })],
      preferred: { availability: 'Busy', activity: 'Busy', expiresAt: null },
    },
    30,
    'Busy/Busy',
  ],
  [
    'a choice goes when the app that kept it visible has expired',
    {
      sessions: [session({ expiresAt: 240 * minute })],
      preferred: { availability: 'Busy', activity: 'Busy', expiresAt: null },
    },
    240,
    'Offline/Offline',
  ],
  [
    'an expired choice gives way to the app that kept it visible, faded or not',
    {
      sessions: [session({ expiresAt: 240 * minute })],
      preferred: { availability: 'Busy', activity: 'Busy', expiresAt: 30 * minute },
    },
    30,
    'Away/Away',
  ],
  [
    'an available app does not hide a busy Teams',
    { sessions: [session({}), { ...teams, availability: 'Busy', activity: 'Busy' }] },
    0,
    'Busy/Busy',
  ],
  [
    'appear offline hides a meeting and a visible app, not out of office',
    {
      sessions: [teams, session({})],
      preferred: { availability: 'Offline', activity: 'OffWork', expiresAt: null },
      events: [meeting],
      replies,
    },
    10,
    'Offline/OffWork +Back soon',
  ],
  [
    'a choice stands above a meeting',
    {
      sessions: [teams],
      preferred: { availability: 'Available', activity: 'Available', expiresAt: null },
      events: [meeting],
    },
    10,
    'Available/Available',
  ],
  [
    'a meeting is weaker than presenting',
    {
      sessions: [session({ availability: 'DoNotDisturb', activity: 'Presenting' })],
      events: [meeting],
    },
    10,
    'DoNotDisturb/Presenting',
  ],
  ['a meeting ends with its time', { sessions: [teams], events: [meeting] }, 20, 'Available/Available'],
  ['a meeting keeps a fading app busy', { sessions: [session({})], events: [meeting] }, 12, 'Busy/InAMeeting'],
  ['before the meeting nothing shows', { sessions: [teams], events: [meeting] }, 9, 'Available/Available'],
  ['a meeting makes busy', { sessions: [teams], events: [meeting] }, 10, 'Busy/InAMeeting'],
  ['a call in a meeting stays a call', { sessions: [teams, call], events: [meeting] }, 10, 'Busy/InACall'],
  ['a meeting without a session stays offline', { events: [meeting] }, 10, 'Offline/Offline'],
  ['automatic replies show as activity', { sessions: [teams], replies }, 10, 'Available/OutOfOffice +Back soon'],
  ['automatic replies end with their window', { sessions: [teams], replies }, 20, 'Available/Available'],
  ['a call out of office keeps its activity', { sessions: [call], replies }, 10, 'Busy/InACall +Back soon'],
  ['an event shown as out of office does it too', { events: [absence] }, 10, 'Offline/Offline +On the lake'],
  [
    'out of office told with a presence keeps the activity that was told',
    { sessions: [teams], declaredOutOfOffice: { isOutOfOffice: true, message: 'Ask Jonas' } },
    0,
    'Available/Available +Ask Jonas',
  ],
];

describe('the visible presence', () => {
  it.each(rows)('%s', (_title, facts, atMinutes, visible) => {
    const seen = visiblePresence({ ...nothing, ...facts }, atMinutes * minute);
    const flag = seen.outOfOfficeSettings.isOutOfOffice ? ` +${seen.outOfOfficeSettings.message}` : '';
    expect(`${seen.availability}/${seen.activity}${flag}`).toBe(visible);
  });
});
