import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../../../electron/simulator/people.ts';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { createSimulatorClock } from '../../../electron/simulator/simulatorClock.ts';
import { type GraphCall, openGraph, presenceOf } from './client.ts';

const { mira } = people;
const minute = 60_000;
const noon = Date.UTC(2026, 11, 1, 12);
const wide = 'Presence.Read Presence.ReadWrite MailboxSettings.ReadWrite openid';

let simulator: Simulator;
let graph: GraphCall;
beforeEach(async () => {
  simulator = await startSimulator({ accessTokenSeconds: 30 * 86_400, clock: createSimulatorClock(() => noon) });
  graph = await openGraph(simulator, { query: { scope: wide }, exchange: { scope: wide } });
});
afterEach(() => simulator.close());

async function seen(): Promise<string> {
  const { json } = await graph('GET', '/me/presence');
  const { availability, activity, outOfOfficeSettings } = json as ReturnType<Simulator['presenceOf']>;
  return `${availability}/${activity}${outOfOfficeSettings.isOutOfOffice ? ` +${outOfOfficeSettings.message}` : ''}`;
}

function create(availability: string, activity?: string): ReturnType<GraphCall> {
  return graph('POST', '/communications/presences', presenceOf(mira, availability, activity));
}

describe('the simulated world', () => {
  it('a create answers 201 with the presence, and shows in the next read', async () => {
    const body = presenceOf(mira, 'DoNotDisturb', 'Presenting');
    const reply = await create('DoNotDisturb', 'Presenting');
    expect([reply.status, reply.json]).toEqual([201, { '@odata.context': expect.any(String), ...body }]);
    expect((await graph('GET', '/me/presence')).json).toEqual({
      '@odata.context': `${simulator.origin}/beta/$metadata#users('me')/presence/$entity`,
      ...body,
      outOfOfficeSettings: { isOutOfOffice: false, message: null },
      sequenceNumber: expect.stringMatching(/^A\d{10}$/),
      statusMessage: null,
      workLocation: null,
    });
  });

  it('a later create replaces an earlier one of either kind', async () => {
    const shown: string[] = [];
    const pairs = [
      ['Busy', 'InACall'],
      ['BeRightBack', 'BeRightBack'],
      ['Busy', 'InAConferenceCall'],
      ['Available', 'Available'],
    ] as const;
    for (const [availability, activity] of pairs) {
      await create(availability, activity);
      shown.push(await seen());
    }
    expect(shown).toEqual(['Busy/InACall', 'BeRightBack/BeRightBack', 'Busy/InAConferenceCall', 'Available/Available']);
  });

  it('clearing choice and session gives the presence back to Teams', async () => {
    await create('Busy', 'InACall');
    await graph('POST', '/me/presence/clearUserPreferredPresence', {});
    expect(await seen()).toBe('Busy/InACall');
    await graph('POST', '/me/presence/clearPresence', { sessionId: simulator.clientId });
    expect(await seen()).toBe('Available/Available');
    await create('Busy', 'InACall');
    await create('Busy');
    await graph('POST', '/me/presence/clearUserPreferredPresence', {});
    expect(await seen()).toBe('Available/Available');
  });

  it('a choice shows only while Teams is open', async () => {
    simulator.closeTeams(mira);
    await create('Busy');
    expect(await seen()).toBe('Offline/Offline');
    simulator.openTeams(mira, { availability: 'Away', activity: 'Away' });
    expect(await seen()).toBe('Busy/Busy');
    simulator.chooseInTeams(mira, null);
    expect(await seen()).toBe('Away/Away');
  });

  it('a session of our own makes choices show while Teams is closed, until it ends', async () => {
    simulator.closeTeams(mira);
    const own = { sessionId: simulator.clientId, availability: 'Available', activity: 'Available' };
    await graph('POST', `/users/${mira.oid}/presence/setPresence`, { ...own, expirationDuration: 'PT1H' });
    const shown = [await seen()];
    for (const word of ['Busy', 'Away']) {
      await create(word);
      shown.push(await seen());
    }
    simulator.clock.advance(60 * minute);
    shown.push(await seen());
    expect(shown).toEqual(['Available/Available', 'Busy/Busy', 'Away/Away', 'Offline/Offline']);
  });

  it('the clock ends a choice, a session and a meeting', async () => {
    const now = simulator.clock.now();
    simulator.setEvents(mira, [{ showAs: 'busy', startsAt: now + 90 * minute, endsAt: now + 100 * minute }]);
    const pair = { availability: 'Busy', activity: 'Busy' };
    await graph('POST', '/me/presence/setUserPreferredPresence', { ...pair, expirationDuration: 'PT1H' });
    const call = { sessionId: 'x', availability: 'Busy', activity: 'InACall', expirationDuration: 'PT80M' };
    await graph('POST', '/me/presence/setPresence', call);
    const shown: string[] = [];
    for (const minutes of [0, 60, 20, 10, 10]) {
      simulator.clock.advance(minutes * minute);
      shown.push(await seen());
    }
    expect(shown).toEqual([
      'Busy/Busy',
      'Busy/InACall',
      'Available/Available',
      'Busy/InAMeeting',
      'Available/Available',
    ]);
  });

  it('a choice without a duration ends after a day when busy, after seven otherwise', async () => {
    const shown: string[] = [];
    for (const [word, days] of [
      ['Busy', 1],
      ['Away', 7],
    ] as const) {
      await graph('POST', '/me/presence/setUserPreferredPresence', { availability: word, activity: word });
      simulator.clock.advance(days * 86_400_000 - 1);
      shown.push(await seen());
      simulator.clock.advance(1);
      shown.push(await seen());
    }
    expect(shown).toEqual(['Busy/Busy', 'Available/Available', 'Away/Away', 'Available/Available']);
  });

  it('out of office told with a presence is kept and read', async () => {
    const outOfOfficeSettings = { isOutOfOffice: true, message: 'Back on Monday' };
    await graph('POST', '/communications/presences', { ...presenceOf(mira, 'Away'), outOfOfficeSettings });
    expect(await seen()).toBe('Away/Away +Back on Monday');
    await create('Away');
    expect(await seen()).toBe('Away/Away');
  });

  it('automatic replies are kept in UTC as HTML, and show in the presence while they run', async () => {
    const start = { dateTime: '2126-07-01T10:00:00', timeZone: 'W. Europe Standard Time' };
    const end = { dateTime: '2126-07-02T10:00:00', timeZone: 'Europe/Berlin' };
    const change = { status: 'scheduled', scheduledStartDateTime: start, scheduledEndDateTime: end };
    const reply = await graph('PATCH', '/me/mailboxSettings', {
      automaticRepliesSetting: { ...change, internalReplyMessage: 'On the lake' },
    });
    expect(reply.json).toEqual({
      '@odata.context': expect.any(String),
      automaticRepliesSetting: {
        status: 'scheduled',
        externalAudience: 'none',
        scheduledStartDateTime: { dateTime: '2126-07-01T08:00:00.0000000', timeZone: 'UTC' },
        scheduledEndDateTime: { dateTime: '2126-07-02T08:00:00.0000000', timeZone: 'UTC' },
        internalReplyMessage: '<html>\n<body>\nOn the lake\n</body>\n</html>\n',
        externalReplyMessage: '',
      },
    });
    const badZone = { automaticRepliesSetting: { scheduledEndDateTime: { ...end, timeZone: 'Middle Earth' } } };
    expect((await graph('PATCH', '/me/mailboxSettings', badZone)).json).toMatchObject({
      error: { code: 'InvalidTimeZone' },
    });
    simulator.setAutomaticReplies(mira, { status: 'alwaysEnabled' });
    expect(await seen()).toBe('Available/OutOfOffice +On the lake');
  });

  it('the version grows when something visible changed, and only then', async () => {
    const versions: unknown[] = [];
    for (const pair of ['Busy', 'Busy', 'Away']) {
      await create(pair);
      versions.push(((await graph('GET', '/me/presence')).json as { sequenceNumber: string }).sequenceNumber);
    }
    expect([versions[0] === versions[1], String(versions[1]) < String(versions[2])]).toEqual([true, true]);
  });

  it('what is recorded holds no token and tells how each request was answered', async () => {
    await create('Busy');
    expect(simulator.requests).toEqual([
      {
        method: 'POST',
        path: '/beta/communications/presences',
        query: {},
        headers: expect.objectContaining({ authorization: 'valid', 'content-type': 'application/json' }),
        body: presenceOf(mira, 'Busy'),
        status: 201,
        at: expect.any(Number),
      },
    ]);
  });
});
