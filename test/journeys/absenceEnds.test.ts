import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { allowed, day, formatted, hour, later, mailOf, pass, plan, seenOf, truth } from './absence.ts';
import { startJourney, startSignedIn } from './app.ts';

it('[O6] turned off early, mail, presence and message end together, and what was there before is back', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers } = journey;
  const { mira } = simulator.people;
  simulator.setAutomaticReplies(mira, { internalReplyMessage: formatted, externalAudience: 'all' });
  await handlers.setStatusMessage({ text: 'In the workshop', lasts: 'untilChanged' });
  await handlers.allowMailbox('popup');
  await handlers.saveOutOfOffice(plan({ until: later(journey, 3 * day), statusMessage: 'Away' }));
  await handlers.saveOutOfOffice(plan({ until: later(journey, 2 * day), statusMessage: 'Away again' }));
  expect([mailOf(journey).status, simulator.statusMessageOf(mira)]).toEqual(['scheduled', 'Away again']);
  await handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({
    ...{ status: 'disabled', externalAudience: 'all', internalReplyMessage: formatted },
  });
  expect([seenOf(journey).isOutOfOffice, simulator.statusMessageOf(mira)]).toEqual([false, 'In the workshop']);
  expect([truth(journey).kind, journey.store.get().outOfOffice.absence]).toEqual(['off', null]);
});

it('[O6] a schedule that was still to come is put back, one that somebody changed since is left alone', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers, clock } = journey;
  const { mira } = simulator.people;
  const christmas = { startsAt: clock.now() + 20 * day, endsAt: clock.now() + 34 * day };
  simulator.setAutomaticReplies(mira, { status: 'scheduled', ...christmas, internalReplyMessage: formatted });
  await handlers.allowMailbox('popup');
  await handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  await handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({ status: 'scheduled', ...christmas, internalReplyMessage: formatted });
  expect(truth(journey)).toEqual({ kind: 'scheduled', from: toInstant(christmas.startsAt) });
  await handlers.saveOutOfOffice(plan({ until: later(journey, 2 * hour) }));
  simulator.setAutomaticReplies(mira, { endsAt: clock.now() + 5 * day, internalReplyMessage: 'Mine' });
  await pass(journey, 3 * hour);
  expect(mailOf(journey)).toMatchObject({ status: 'scheduled', internalReplyMessage: 'Mine' });
  expect(truth(journey)).toMatchObject({ kind: 'elsewhere', why: 'outlook' });
});

it('[O6][O8] planned ahead, it starts and ends by the clock, over a restart, and is announced', async () => {
  const first = await allowed({ isPopupOpen: true });
  const from = toInstant(Date.UTC(2026, 11, 2, 8));
  const until = toInstant(Date.UTC(2026, 11, 4, 16, 30));
  await first.handlers.saveOutOfOffice(plan({ from, until, statusMessage: 'Away until {until}' }));
  expect([truth(first), seenOf(first).isOutOfOffice]).toEqual([{ kind: 'scheduled', from }, false]);
  await pass(first, 9 * hour);
  expect(first.desktop.asked.filter((each) => each.startsWith('notify'))).toEqual([
    'notify Your out of office starts tomorrow, 09:00.',
  ]);

  const { simulator, tokenStore, folder, clock } = first;
  await first.handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
  const journey = await startJourney({ simulator, tokenStore, folder, clock, isPopupOpen: true });
  await journey.restoreSession();
  expect(truth(journey)).toEqual({ kind: 'scheduled', from });
  await pass(journey, 15 * hour);
  expect([seenOf(journey).isOutOfOffice, truth(journey)]).toEqual([true, { kind: 'on', until }]);
  expect(simulator.statusMessageOf(simulator.people.mira)).toBe('Away until Friday 4 December');
  await pass(journey, 2 * day);
  await pass(journey, 9 * hour, 9);
  await pass(journey, 60_000);
  expect([seenOf(journey).isOutOfOffice, mailOf(journey).status, truth(journey).kind]).toEqual([
    false,
    'disabled',
    'off',
  ]);
  expect(journey.desktop.asked.filter((each) => each.startsWith('notify'))).toEqual([
    'notify Your out of office ends 17:30.',
    'notify You are back: out of office is off.',
  ]);
  expect(journey.store.get().notices.map(({ kind }) => kind)).toEqual(['outOfOfficeOver']);
});

it('[O6] saved without a network it waits, also over a restart, and is sent once there is one', async () => {
  const first = await allowed();
  first.network.isUp = false;
  await first.handlers.saveOutOfOffice(plan({ until: later(first, day) }));
  expect(first.store.get().outOfOffice.asking).toMatchObject({ status: 'waiting', problem: { kind: 'offline' } });
  expect(mailOf(first).status).toBe('disabled');
  const { simulator, tokenStore, folder, clock } = first;
  const journey = await startJourney({ simulator, tokenStore, folder, clock });
  await journey.restoreSession();
  await pass(journey, 60_000);
  expect([mailOf(journey).status, seenOf(journey).isOutOfOffice]).toEqual(['scheduled', true]);
});

it('what waited until its own end had passed is not sent, and says so', async () => {
  const journey = await allowed();
  journey.network.isUp = false;
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  await journey.clock.advance(2 * hour);
  journey.network.isUp = true;
  await pass(journey, 60_000);
  expect(journey.store.get().outOfOffice.asking).toMatchObject({ status: 'failed', trouble: { kind: 'endPast' } });
  expect(mailOf(journey).status).toBe('disabled');
});

it('[O6] after a lost answer, what was there before is still known, and nothing of ours is put back', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers } = journey;
  simulator.setAutomaticReplies(simulator.people.mira, { internalReplyMessage: formatted });
  await handlers.allowMailbox('popup');
  journey.network.losesAnswerOf = 'PATCH';
  await handlers.saveOutOfOffice(plan({ from: later(journey, day), until: later(journey, 3 * day) }));
  expect([mailOf(journey).status, journey.store.get().outOfOffice.asking.status]).toEqual(['scheduled', 'waiting']);
  await pass(journey, 60_000);
  expect(journey.store.get().outOfOffice.asking.status).toBe('idle');
  await handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({ status: 'disabled', internalReplyMessage: formatted });
});

it('[O6] an absence without mail ends without touching what was planned in Outlook', async () => {
  const journey = await allowed();
  const { simulator, handlers, clock } = journey;
  const christmas = { startsAt: clock.now() + 20 * day, endsAt: clock.now() + 34 * day };
  simulator.setAutomaticReplies(simulator.people.mira, { status: 'scheduled', ...christmas });
  await handlers.saveOutOfOffice(plan({ replies: null }));
  await handlers.endOutOfOffice(undefined);
  expect([seenOf(journey).isOutOfOffice, mailOf(journey)]).toMatchObject([
    false,
    { status: 'scheduled', ...christmas },
  ]);
});
