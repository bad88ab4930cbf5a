import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { allowed, day, formatted, hour, later, mailOf, pass, plan, truth } from './absence.ts';
import { startSignedIn } from './app.ts';

it('[O2] an end that was moved in Outlook is told, and so is one return', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, 30 * hour) }));
  await pass(journey, hour);
  const endsAt = journey.clock.now() + 3 * day;
  journey.simulator.setAutomaticReplies(journey.simulator.people.mira, { endsAt });
  await pass(journey, hour);
  expect(truth(journey)).toEqual({ kind: 'elsewhere', why: 'outlook', until: toInstant(endsAt) });
  await pass(journey, 3 * day, 40);
  const told = journey.desktop.asked.filter((each) => each.startsWith('notify'));
  expect(told).toEqual([expect.stringMatching(/ends 10:04/), 'notify You are back: out of office is off.']);
  expect(journey.store.get().notices).toEqual([{ kind: 'outOfOfficeOver' }]);
});

it.each([
  ['what was there before is back', {}, formatted],
  ['what was edited there stays', { internalReplyMessage: 'Mine' }, 'Mine'],
])('[O6] turned off early after its end was moved in Outlook, %s', async (_what, edited, text) => {
  const journey = await startSignedIn();
  const { simulator, handlers, clock } = journey;
  const { mira } = simulator.people;
  simulator.setAutomaticReplies(mira, { internalReplyMessage: formatted, externalAudience: 'all' });
  await handlers.allowMailbox('popup');
  await handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  simulator.setAutomaticReplies(mira, { endsAt: clock.now() + 5 * day, ...edited });
  await pass(journey, hour);
  await handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({ status: 'disabled', externalAudience: 'all', internalReplyMessage: text });
});

it('[O6] edited here after its end was moved in Outlook, it leaves what was there before it', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers, clock } = journey;
  const { mira } = simulator.people;
  simulator.setAutomaticReplies(mira, { internalReplyMessage: formatted });
  await handlers.allowMailbox('popup');
  await handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  simulator.setAutomaticReplies(mira, { endsAt: clock.now() + 5 * day });
  await pass(journey, hour);
  await handlers.saveOutOfOffice(plan({ until: later(journey, 4 * day) }));
  await handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({ status: 'disabled', internalReplyMessage: formatted });
});
