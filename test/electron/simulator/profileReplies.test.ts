import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { type GraphCall, type GraphReply, openGraph, presenceOf } from './client.ts';

let simulator: Simulator;
let graph: GraphCall;
beforeEach(async () => {
  simulator = await startSimulator();
  graph = await openGraph(simulator);
});
afterEach(() => simulator.close());

function create(availability = 'DoNotDisturb'): Promise<GraphReply> {
  return graph('POST', '/communications/presences', presenceOf(simulator.people.mira, availability));
}

async function read(): Promise<object> {
  const { '@odata.context': _context, ...presence } = (await graph('GET', '/me/presence')).json as Record<
    string,
    unknown
  >;
  return presence;
}

function note(content: string): Promise<GraphReply> {
  return graph('POST', '/me/presence/setStatusMessage', {
    statusMessage: {
      message: { content, contentType: 'text' },
      expiryDateTime: { dateTime: '2126-12-01T15:00:00', timeZone: 'UTC' },
    },
  });
}

describe('an answer', () => {
  it('may carry another id, and 200', async () => {
    simulator.setProfile('otherId200');
    const { status, json } = await create();
    const { id } = json as { id: string };
    const { availability } = simulator.presenceOf(simulator.people.mira);
    const isSomebody = Object.values(simulator.people).some(({ oid }) => oid === id);
    expect([status, id.length, isSomebody, availability]).toEqual([200, 36, false, 'DoNotDisturb']);
  });

  it('that is an error stays as it is', async () => {
    simulator.setProfile(['otherId200', 'looseMembers']);
    const { status, json } = await create('Sleeping');
    expect([status, json]).toEqual([400, { error: expect.objectContaining({ code: 'InvalidArgument' }) }]);
  });

  it('may be in lower case, with members missing, unknown and of unknown values', async () => {
    simulator.setProfile('looseMembers');
    const loose = {
      availability: 'donotdisturb',
      activity: 'donotdisturb',
      workLocation: { workLocationType: 'unknownFutureValue', placeId: 7 },
      mood: { color: 'teal', since: [null] },
    };
    const { status, json } = await create();
    expect([status, json]).toMatchObject([201, loose]);
    expect(await read()).toEqual({
      id: simulator.people.mira.oid,
      ...loose,
      outOfOfficeSettings: { isOutOfOffice: false },
      statusMessage: null,
    });
  });

  it('of the government cloud has three properties, and out of office is unknown to it', async () => {
    simulator.setProfile('governmentCloud');
    const presence = {
      '@odata.type': '#microsoft.graph.presence',
      id: simulator.people.mira.oid,
      availability: 'Available',
      activity: 'Available',
      statusMessage: null,
    };
    const { status, json } = await create();
    expect([status, json]).toMatchObject([
      400,
      {
        error: {
          code: 'BadRequest',
          message: "The property 'outOfOfficeSettings' does not exist on type 'microsoft.graph.presence'.",
        },
      },
    ]);
    expect([await read(), (await graph('GET', '/communications/presences')).json]).toEqual([
      presence,
      { '@odata.context': expect.any(String), value: [presence] },
    ]);
  });

  it('may be older than the one before, and says so by its version', async () => {
    await create('Busy');
    simulator.setProfile('staleReads');
    const shown: [string, string][] = [];
    for (const change of ['', '', 'Away', '', '', '', 'Away', 'Available', '', '']) {
      if (change !== '') await create(change);
      const { availability, sequenceNumber } = (await read()) as { availability: string; sequenceNumber: string };
      shown.push([availability, sequenceNumber]);
    }
    const first = Number(shown[0]?.[1].slice(1));
    expect(shown.map(([word, stamp]) => `${word} ${Number(stamp.slice(1)) - first}`)).toEqual([
      ...['Busy 0', 'Busy 0'],
      ...['Away 1', 'Busy 0', 'Away 1', 'Busy 0', 'Away 1'],
      ...['Available 2', 'Away 1', 'Available 2'],
    ]);
  });

  it('may lose the end of a status message, which then stays', async () => {
    await note('Proofreading');
    const withEnd = await read();
    simulator.setProfile('messageExpiryDropped');
    await note('On the lake');
    const withoutEnd = await read();
    simulator.clock.advance(200 * 365 * 86_400_000);
    simulator.setProfile('acceptsAndShows');
    graph = await openGraph(simulator);
    const publishedDateTime = expect.any(String);
    const message = { content: 'On the lake', contentType: 'text' };
    expect([withEnd, withoutEnd, await read()]).toEqual([
      expect.objectContaining({
        statusMessage: {
          message: { content: 'Proofreading', contentType: 'text' },
          expiryDateTime: { dateTime: '2126-12-01T15:00:00.0000000', timeZone: 'UTC' },
          publishedDateTime,
        },
      }),
      expect.objectContaining({ statusMessage: { message, publishedDateTime } }),
      expect.objectContaining({ statusMessage: { message, publishedDateTime, expiryDateTime: null } }),
    ]);
  });
});

describe('several profiles', () => {
  it('are met in their order: the next one when the one before is over', async () => {
    simulator.setProfile([{ name: 'unavailable503', times: 1 }, { name: 'throttled429', times: 2 }, 'looseMembers']);
    const answers = [await create(), await create(), await create(), await create()];
    expect(answers.map(({ status }) => status)).toEqual([503, 429, 429, 201]);
    expect(answers.at(-1)?.json).toMatchObject({ availability: 'donotdisturb' });
  });

  it('each do their part of one answer', async () => {
    simulator.setProfile([{ name: 'slow', delayMilliseconds: 60 }, 'acceptsNeverShows', 'otherId200', 'looseMembers']);
    const before = performance.now();
    const { status, json } = await create();
    const { mood, id } = json as Record<string, unknown>;
    const isLate = performance.now() - before >= 55;
    expect([status, isLate, typeof mood, id === simulator.people.mira.oid]).toEqual([200, true, 'object', false]);
    expect(simulator.presenceOf(simulator.people.mira).availability).toBe('Available');
  });

  it('meet Graph and the token endpoint at once', async () => {
    simulator.setProfile(['notFound404', { name: 'throttled429', on: 'token', times: 1 }, 'staleReads']);
    expect([(await create()).status, (await graph('GET', '/me/presence')).status]).toEqual([404, 200]);
    await expect(openGraph(simulator)).resolves.toBeTypeOf('function');
    expect(simulator.signIns.at(-1)?.status).toBe(429);
    graph = await openGraph(simulator);
    expect([(await create()).status, simulator.signIns.at(-1)?.status]).toEqual([404, 200]);
  });
});
