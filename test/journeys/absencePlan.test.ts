import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { allowed, day, hour, later, mailOf, pass, plan, seenOf, truth } from './absence.ts';
import { startJourney, startSignedIn } from './app.ts';

it('[O3] nothing is sent by mail before it is saved, and then just what was planned', async () => {
  const journey = await allowed();
  const { handlers, simulator } = journey;
  await handlers.draftOutOfOffice(null);
  await handlers.setOutOfOffice({ isOutOfOffice: true, message: 'Away' });
  await handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
  expect(simulator.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  const until = toInstant(Date.UTC(2026, 11, 11, 16, 30));
  await handlers.saveOutOfOffice(
    plan({ until, organisation: { text: 'Away until {until}.\n<script>alert(1)</script>' } }),
  );
  const [patch] = simulator.requests.filter(({ method }) => method === 'PATCH');
  expect(patch?.body).toEqual({
    automaticRepliesSetting: {
      status: 'scheduled',
      externalAudience: 'contactsOnly',
      internalReplyMessage: 'Away until Friday 11 December.<br>\n&lt;script&gt;alert(1)&lt;/script&gt;',
      externalReplyMessage: 'Away until Friday 11 December.<br>\n&lt;script&gt;alert(1)&lt;/script&gt;',
      scheduledStartDateTime: { dateTime: '2026-12-01T09:04:11', timeZone: 'W. Europe Standard Time' },
      scheduledEndDateTime: { dateTime: '2026-12-11T17:30:00', timeZone: 'W. Europe Standard Time' },
    },
  });
  expect(seenOf(journey)).toEqual({
    isOutOfOffice: true,
    message: 'Away until Friday 11 December.\n<script>alert(1)</script>',
  });
  expect(truth(journey)).toEqual({ kind: 'on', until });
  expect(journey.store.get().outOfOffice.texts.recent[0]).toContain('{until}');
});

it('an end that passes over a clock change keeps its wall time', async () => {
  const journey = await allowed();
  const from = toInstant(Date.UTC(2027, 2, 26, 8));
  const until = toInstant(Date.UTC(2027, 2, 29, 7));
  await journey.handlers.saveOutOfOffice(plan({ from, until, timeZone: 'W. Europe Standard Time' }));
  const patch = journey.simulator.requests.find(({ method }) => method === 'PATCH');
  expect(patch?.body).toMatchObject({
    automaticRepliesSetting: {
      scheduledStartDateTime: { dateTime: '2027-03-26T09:00:00', timeZone: 'W. Europe Standard Time' },
      scheduledEndDateTime: { dateTime: '2027-03-29T09:00:00', timeZone: 'W. Europe Standard Time' },
    },
  });
  expect(mailOf(journey)).toMatchObject({ startsAt: Date.parse(from), endsAt: Date.parse(until) });
});

it('[O7] a draft is there again after a restart', async () => {
  const first = await startSignedIn();
  const draft: OutOfOfficeDraft = {
    ...{ isTimed: true, from: { date: '2026-12-21', time: '17:00' }, until: { date: '', time: '' } },
    ...{ timeZone: 'Mars/Olympus', organisation: { text: 'x'.repeat(102_400) }, others: 'same', hasReplies: true },
    ...{ audience: 'all', inPresence: false, statusMessage: null, isMailboxKnown: true },
  };
  await first.handlers.draftOutOfOffice(draft);
  const { simulator, tokenStore, folder, clock } = first;
  await expect.poll(() => readFile(join(folder, 'desired.json'), 'utf8')).toContain('Mars/Olympus');
  const journey = await startJourney({ simulator, tokenStore, folder, clock });
  await journey.restoreSession();
  expect(journey.store.get().outOfOffice.draft).toEqual(draft);
});

it.each([
  ['endBeforeStart', { from: toInstant(Date.UTC(2026, 11, 9)), until: toInstant(Date.UTC(2026, 11, 8)) }],
  ['endPast', { until: toInstant(Date.UTC(2026, 10, 1)) }],
  ['endMissing', { from: toInstant(Date.UTC(2026, 11, 9)) }],
  ['unknownZone', { timeZone: 'Mars/Olympus' }],
  ['tooLong', { organisation: { text: 'x'.repeat(100_000) } }],
  ['noEnd', { organisation: { text: 'Until {until}' } }],
  ['noReply', { organisation: { text: ' ' } }],
  ['noReply', { organisation: 'kept' }],
  ['nothing', { replies: null, inPresence: false }],
] as const)('[O3] a plan with %s is told so, and nothing is sent', async (kind, change) => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan(change));
  expect(journey.store.get().outOfOffice.asking).toMatchObject({ status: 'failed', trouble: { kind } });
  expect(journey.simulator.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('[O3][O6] an end in another year is named with it, and what was written stays the absence’s own as that year comes', async () => {
  const journey = await allowed({ accessTokenSeconds: 500 * 86_400 });
  const { clock, handlers, simulator } = journey;
  const message = () => simulator.statusMessageOf(simulator.people.mira);
  const until = later(journey, 370 * day);
  await handlers.saveOutOfOffice(
    plan({ until, organisation: { text: 'Until {until}' }, statusMessage: 'Until {until}' }),
  );
  const year = new Date(until).getFullYear();
  expect([mailOf(journey).internalReplyMessage, message()]).toEqual([
    expect.stringContaining(`${year}`),
    expect.stringContaining(`${year}`),
  ]);
  await clock.advance(300 * day);
  await pass(journey, hour);
  await handlers.endOutOfOffice(undefined);
  await pass(journey, hour);
  expect(message()).toBe(null);
});
