import { afterEach, beforeEach, expect, it } from 'vitest';
import { people } from '../../../electron/simulator/people.ts';
import { type Simulator, startSimulator } from '../../../electron/simulator/simulator.ts';
import { createSimulatorClock } from '../../../electron/simulator/simulatorClock.ts';
import { type GraphCall, openGraph } from './client.ts';

const { mira } = people;
const minute = 60_000;
const day = 86_400_000;
const noon = Date.UTC(2026, 11, 1, 12);

let simulator: Simulator;
let graph: GraphCall;
beforeEach(async () => {
  const clock = createSimulatorClock(() => noon);
  simulator = await startSimulator({ accessTokenSeconds: 30 * 86_400, clock, mailboxDelayMilliseconds: 5 * minute });
  graph = await openGraph(simulator);
});
afterEach(() => simulator.close());

async function version(): Promise<string> {
  const { json } = await graph('GET', '/me/presence');
  return (json as { readonly sequenceNumber: string }).sequenceNumber;
}

function write(content: string, expiryDateTime?: object): ReturnType<GraphCall> {
  const statusMessage = { message: { content, contentType: 'text' }, ...(expiryDateTime && { expiryDateTime }) };
  return graph('POST', '/me/presence/setStatusMessage', { statusMessage });
}

it('what is chosen in Teams ends there after a day when busy, after seven otherwise', () => {
  const shown: string[] = [];
  for (const [word, days] of [
    ['DoNotDisturb', 1],
    ['BeRightBack', 7],
  ] as const) {
    simulator.chooseInTeams(mira, { availability: word, activity: word });
    simulator.clock.advance(days * day - 1);
    shown.push(simulator.presenceOf(mira).availability);
    simulator.clock.advance(1);
    shown.push(simulator.presenceOf(mira).availability);
  }
  expect(shown).toEqual(['DoNotDisturb', 'Available', 'BeRightBack', 'Available']);
});

it('a status message ends for everybody at its time', async () => {
  await write('In the workshop', { dateTime: '2026-12-01T12:30:00', timeZone: 'UTC' });
  simulator.clock.advance(30 * minute - 1);
  const before = [simulator.statusMessageOf(mira), await version()];
  simulator.clock.advance(1);
  const [text, stamp] = [simulator.statusMessageOf(mira), await version()];
  expect([before[0], text, String(before[1]) < stamp]).toEqual(['In the workshop', null, true]);
});

it('a work location is set below /me alone, taken back without a body, and makes a new version', async () => {
  const location = { workLocationType: 'remote', placeId: null };
  const stamps = [await version()];
  const statuses: number[] = [];
  for (const [path, body] of [
    [`/users/${mira.oid}/presence/setManualLocation`, location],
    ['/me/presence/setManualLocation', location],
    ['/me/presence/clearLocation', undefined],
  ] as const) {
    statuses.push((await graph('POST', path, body)).status);
    stamps.push(await version());
  }
  expect(statuses).toEqual([400, 204, 204]);
  expect([stamps[0] === stamps[1], ...stamps.slice(2).map((stamp, at) => String(stamps[at + 1]) < stamp)]).toEqual([
    true,
    true,
    true,
  ]);
});

it('the government cloud knows no work location', async () => {
  simulator.setProfile('governmentCloud');
  const { status } = await graph('POST', '/me/presence/setManualLocation', { workLocationType: 'remote' });
  expect(status).toBe(400);
});

it('each change in the mailbox takes its own time to show', () => {
  const shown: (string | null)[] = [];
  simulator.setAutomaticReplies(mira, { status: 'alwaysEnabled', internalReplyMessage: 'Away' });
  simulator.clock.advance(2 * minute);
  simulator.setAutomaticReplies(mira, { internalReplyMessage: 'On the lake' });
  for (const minutes of [2, 1, 2]) {
    simulator.clock.advance(minutes * minute);
    shown.push(simulator.presenceOf(mira).outOfOfficeSettings.message);
  }
  expect(shown).toEqual([null, 'Away', 'On the lake']);
});

it('a reply shows in the presence as a person reads it', () => {
  const internalReplyMessage = '<html>\n<body>\nAsk Jonas &amp; Lea:<br>\n&lt;desk@contoso.com&gt;\n</body>\n</html>\n';
  simulator.setAutomaticReplies(mira, { status: 'alwaysEnabled', internalReplyMessage });
  simulator.clock.advance(5 * minute);
  expect(simulator.presenceOf(mira).outOfOfficeSettings.message).toBe('Ask Jonas & Lea:\n<desk@contoso.com>');
});
