import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../../electron/simulator/profiles.ts';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { type GraphCall, type GraphReply, openGraph, presenceOf } from './client.ts';

let simulator: Simulator;
let graph: GraphCall;
beforeEach(async () => {
  simulator = await startSimulator();
  graph = await openGraph(simulator);
});
afterEach(() => simulator.close());

function create(availability = 'Busy'): Promise<GraphReply> {
  return graph('POST', '/communications/presences', presenceOf(simulator.people.mira, availability));
}

function availability(): string {
  return simulator.presenceOf(simulator.people.mira).availability;
}

function endOf(reply: Promise<GraphReply>): Promise<string> {
  return reply.then(
    ({ status }) => String(status),
    () => 'broken off',
  );
}

function pause(milliseconds: number): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, 'silence'));
}

describe('a connection', () => {
  it('breaks before a write is carried out', async () => {
    simulator.setProfile('resets');
    expect([await endOf(create()), availability()]).toEqual(['broken off', 'Available']);
  });

  it('breaks after a write was carried out', async () => {
    simulator.setProfile('appliesThenResets');
    const end = await endOf(create());
    expect([end, availability(), simulator.requests.at(-1)?.status]).toEqual(['broken off', 'Busy', null]);
  });

  it('breaks at once, and the write is carried out later, over a newer one', async () => {
    simulator.setProfile({ name: 'appliesLater', delayMilliseconds: 120, times: 1 });
    const end = await endOf(create('Busy'));
    const newer = await endOf(create('Away'));
    const before = availability();
    await pause(200);
    expect([end, newer, before, availability()]).toEqual(['broken off', '201', 'Away', 'Busy']);
  });

  it.each([
    ['create', () => create()],
    [
      'action, whose answer has no body',
      () => graph('POST', '/me/presence/setUserPreferredPresence', { availability: 'Busy', activity: 'Busy' }),
    ],
  ])('breaks or stalls within the answer to a %s', async (_what, write) => {
    simulator.setProfile('cutsInBody');
    expect([await endOf(write()), availability()]).toEqual(['broken off', 'Busy']);
    simulator.setProfile('stallsInBody');
    const stalled = endOf(write());
    const first = await Promise.race([stalled, pause(100)]);
    await simulator.close();
    expect([first, await stalled]).toEqual(['silence', 'broken off']);
  });

  it('hangs without an answer, and does not keep the simulator from closing', async () => {
    simulator.setProfile('hangs');
    const unanswered = endOf(create());
    const first = await Promise.race([unanswered, pause(50)]);
    await simulator.close();
    expect([first, await unanswered, availability()]).toEqual(['silence', 'broken off', 'Available']);
  });

  it('is unsteady in the same way for the same seed, and in another for another', async () => {
    const day = async (profile: Omit<Profile, 'name'>): Promise<string[]> => {
      simulator.setProfile({ name: 'unsteady', delayMilliseconds: 4, ...profile });
      const ends: string[] = [];
      for (let turn = 0; turn < 24; turn += 1) {
        const word = turn % 2 === 0 ? 'Busy' : 'Away';
        ends.push(`${await endOf(create(word))}, ${availability() === word ? 'applied' : 'lost'}`);
      }
      return ends;
    };
    const first = await day({});
    expect(await day({})).toEqual(first);
    expect(await day({ seed: 2 })).not.toEqual(first);
    expect(new Set(first)).toEqual(new Set(['201, applied', 'broken off, applied', 'broken off, lost']));
    expect(new Set(await day({ cutShare: 0 }))).toEqual(new Set(['201, applied']));
  });
});
