import { expect, it } from 'vitest';
import { allowed, hour, later, pass, plan, seenOf } from './absence.ts';

/** Conditional access lets the presence alone in, whose tokens are others. */
const mailboxBlocked = { at: 'refresh', code: 53003, permission: 'MailboxSettings' } as const;

it('[O6] replies that nobody can reach any more do not keep the presence', async () => {
  const journey = await allowed({ accessTokenSeconds: 1_500 });
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  journey.simulator.setRefusal(mailboxBlocked);
  await pass(journey, 6 * hour, 80);
  expect(seenOf(journey).isOutOfOffice).toBe(false);
});

it('[O6] and an absence can be ended early all the same', async () => {
  const journey = await allowed({ accessTokenSeconds: 1_500 });
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, 80 * hour) }));
  journey.simulator.setRefusal(mailboxBlocked);
  await pass(journey, 2 * hour, 16);
  await journey.handlers.endOutOfOffice(undefined);
  await pass(journey, hour, 16);
  expect(journey.store.get().outOfOffice.absence).toBe(null);
});
