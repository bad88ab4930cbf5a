import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { activities, availabilities, findPresence, type Presence, plainPresence } from '#contract/presence.ts';
import { clearPresence } from '../../../electron/graph/clearPresence.ts';
import { longestLife, ownSession, renewSession, setByActions } from '../../../electron/graph/presenceActions.ts';
import { brief, type GraphWorld, minute, noon, openGraphWorld } from './graphWorld.ts';

const pairs = availabilities.flatMap((availability) =>
  activities[availability].flatMap((activity) => findPresence(availability, activity) ?? []),
);
const inACall: Presence = { availability: 'Busy', activity: 'InACall' };
const presenting: Presence = { availability: 'DoNotDisturb', activity: 'Presenting' };
/** Available fades after five minutes, whatever is done about a lost renewal. */
const steady = pairs.filter(({ availability }) => availability !== 'Available');
const done = { ok: true, value: undefined };

let world: GraphWorld;
beforeEach(async () => {
  world = await openGraphWorld();
});
afterEach(() => world.close());

describe('a presence set by the actions', () => {
  it.each(pairs)('$availability / $activity is taken and seen', async (presence) => {
    const { outcome } = await setByActions(world.writer, presence, null);
    expect([outcome, world.seen()]).toEqual([done, `${presence.availability}/${presence.activity}`]);
  });

  it.each<[until: number | null, duration: object]>([
    [null, {}],
    [30 * minute, { expirationDuration: 'PT30M' }],
    [26 * 60 * minute, { expirationDuration: 'PT26H' }],
    [61 * minute + 4_001, { expirationDuration: 'PT1H1M5S' }],
    [3, { expirationDuration: 'PT1S' }],
    [-5, { expirationDuration: 'PT1S' }],
  ])('a chosen one that lasts %j ms more is sent with %j', async (until, duration) => {
    const { writes } = await setByActions(world.writer, plainPresence('BeRightBack'), until);
    const pair = { availability: 'BeRightBack', activity: 'BeRightBack' };
    expect(world.sent()).toEqual([['setUserPreferredPresence', { ...pair, ...duration }]]);
    expect(writes).toEqual([
      {
        at: toInstant(noon),
        operation: 'setUserPreferredPresence',
        asked: 'BeRightBack/BeRightBack',
        outcome: 'accepted',
        trace: { status: 200, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ]);
  });

  it.each([
    [null, 'PT4H'],
    [minute, 'PT5M'],
    [90 * minute, 'PT1H30M'],
    [9 * 60 * minute, 'PT4H'],
  ])('a call that lasts %j ms more is a session of %s', async (until, expirationDuration) => {
    const { writes } = await setByActions(world.writer, inACall, until);
    const session = { sessionId: world.simulator.clientId, ...inACall, expirationDuration };
    expect(world.sent()).toEqual([
      ['setPresence', session],
      ['clearUserPreferredPresence', {}],
    ]);
    expect(brief(writes)).toEqual([
      'setPresence Busy/InACall accepted 200',
      'clearUserPreferredPresence  accepted 200',
    ]);
  });

  it('a call shows although something else was chosen in Teams', async () => {
    world.simulator.chooseInTeams(world.simulator.people.mira, plainPresence('Offline'));
    await setByActions(world.writer, inACall, null);
    expect(world.seen()).toBe('Busy/InACall');
  });

  it('[P4] a call that is refused leaves what was chosen before', async () => {
    await setByActions(world.writer, plainPresence('Away'), null);
    world.simulator.setProfile({ name: 'forbidden403', times: 1 });
    const { outcome, writes } = await setByActions(world.writer, inACall, null);
    expect([outcome.ok, brief(writes), world.seen()]).toEqual([
      false,
      ['setPresence Busy/InACall forbidden 403'],
      'Away/Away',
    ]);
  });

  it.each<[Presence, number]>([
    [plainPresence('Busy'), 24 * 60 * minute],
    [plainPresence('DoNotDisturb'), 24 * 60 * minute],
    [plainPresence('Available'), 7 * 24 * 60 * minute],
    [inACall, 4 * 60 * minute],
  ])('%o without an end is ended by the service after %i ms', async (presence, life) => {
    world.simulator.openTeams(world.simulator.people.mira, plainPresence('Away'));
    await setByActions(world.writer, presence, null);
    await world.clock.advance(life - 1);
    const last = world.seen();
    await world.clock.advance(1);
    const pair = `${presence.availability}/${presence.activity}`;
    expect([longestLife(presence), last, world.seen()]).toEqual([life, pair, 'Away/Away']);
  });
});

describe('[P6] back to automatic', () => {
  it('takes the choice and our session away, and a session that was not there is fine', async () => {
    await setByActions(world.writer, plainPresence('Offline'), null);
    await setByActions(world.writer, inACall, null);
    const first = await clearPresence(world.writer);
    const second = await clearPresence(world.writer);
    expect([first.outcome, brief(first.writes), world.seen()]).toEqual([
      done,
      ['clearUserPreferredPresence  accepted 200', 'clearPresence  accepted 200'],
      'Available/Available',
    ]);
    expect([second.outcome, brief(second.writes)]).toEqual([
      done,
      ['clearUserPreferredPresence  accepted 200', 'clearPresence  accepted 404'],
    ]);
  });
});

describe('keeping a presence visible with Teams closed', () => {
  const available = { presence: plainPresence('Available'), length: 10 * minute, renewAfter: 4 * minute };
  it.each<[Presence, ReturnType<typeof ownSession>]>([
    [plainPresence('Available'), available],
    [plainPresence('Busy'), available],
    [plainPresence('DoNotDisturb'), available],
    [plainPresence('BeRightBack'), available],
    [plainPresence('Away'), { presence: plainPresence('Away'), length: 35 * minute, renewAfter: 15 * minute }],
    [inACall, { presence: inACall, length: 35 * minute, renewAfter: 15 * minute }],
    [presenting, { presence: presenting, length: 35 * minute, renewAfter: 15 * minute }],
    [plainPresence('Offline'), null],
  ])('%o is stood for by %o', (presence, expected) => {
    expect(ownSession(presence)).toEqual(expected);
  });

  it.each(steady)('$availability / $activity never fades while it is renewed', async (presence) => {
    world.simulator.closeTeams(world.simulator.people.mira);
    await setByActions(world.writer, presence, null);
    const renewAfter = ownSession(presence)?.renewAfter ?? 15 * minute;
    const seen: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      await renewSession(world.writer, presence, null);
      seen.push(world.seen());
      // One renewal is lost on the way, and still nothing shows of it.
      await world.clock.advance(2 * renewAfter - 1);
      seen.push(world.seen());
    }
    const pair = `${presence.availability}/${presence.activity}`;
    const expected = presence.availability === 'Offline' ? 'Offline/Offline' : pair;
    expect([...new Set(seen)]).toEqual([expected]);
  });

  it('Available stays while each renewal comes in time', async () => {
    world.simulator.closeTeams(world.simulator.people.mira);
    const seen: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      await renewSession(world.writer, plainPresence('Available'), null);
      await world.clock.advance(4 * minute);
      seen.push(world.seen());
    }
    expect([...new Set(seen)]).toEqual(['Available/Available']);
  });

  it('does not outlive the choice by more than the shortest session', async () => {
    await renewSession(world.writer, inACall, 12 * minute);
    await renewSession(world.writer, inACall, minute);
    const lengths = world.simulator.requests.map(({ body }) => Object(body)['expirationDuration']);
    expect(lengths).toEqual(['PT12M', 'PT5M']);
  });

  it('asks nothing for Appear offline', async () => {
    const answer = await renewSession(world.writer, plainPresence('Offline'), null);
    expect([answer, world.sent()]).toEqual([{ outcome: done, writes: [] }, []]);
  });
});
