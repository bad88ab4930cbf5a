import { expect, it } from 'vitest';
import type { Instant } from '#contract/instant.ts';
import { createWords } from '#contract/words.ts';
import { createCarryOut } from '../../electron/cli/carryOut.ts';
import { allowed, day, hour, later, mailOf, plan, seenOf } from './absence.ts';
import type { Journey } from './app.ts';

function commandLineOf({ store, handlers, clock }: Journey) {
  const words = createWords('en-GB', () => 'Europe/Berlin');
  const carryOut = createCarryOut({
    ...{ store, handlers, clock, words, diagnostics: () => '' },
    ...{ routeOf: () => 'create', problemOf: () => null },
  });
  return (change: { readonly until?: Instant; readonly reply?: string } = {}) =>
    carryOut({
      ...{ kind: 'change', presence: null, message: null },
      outOfOffice: { isOutOfOffice: true, from: null, until: change.until ?? null, reply: change.reply ?? null },
    });
}

const kept = 'Your automatic replies stay as you planned them.';

it('[O3] --ooo on without --reply never ends the mail of an absence, and says so', async () => {
  const journey = await allowed();
  const outOfOffice = commandLineOf(journey);
  const until = later(journey, day);
  await journey.handlers.saveOutOfOffice(plan({ until }));
  const before = mailOf(journey);
  expect(await outOfOffice()).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  expect(mailOf(journey)).toMatchObject({ ...before, startsAt: expect.any(Number) });
  const longer = later(journey, 2 * day);
  expect(await outOfOffice({ until: longer })).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  expect(mailOf(journey)).toMatchObject({ ...before, startsAt: expect.any(Number), endsAt: Date.parse(longer) });
  expect(await outOfOffice({ reply: 'New text' })).toMatchObject({ code: 0, text: expect.not.stringContaining(kept) });
  expect(mailOf(journey)).toMatchObject({ status: 'alwaysEnabled', externalAudience: 'none' });
});

it('[O3] --ooo on leaves an absence that is still to come as it was planned', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ from: later(journey, hour), until: later(journey, day) }));
  const before = mailOf(journey);
  expect(await commandLineOf(journey)()).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  expect([seenOf(journey).isOutOfOffice, mailOf(journey)]).toEqual([true, before]);
  expect(journey.store.get().outOfOffice.absence?.plan.from).toBe(later(journey, hour));
});

it('[O3] --ooo on is not the end of what still waits to be sent, either', async () => {
  const journey = await allowed();
  journey.network.isUp = false;
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  journey.network.isUp = true;
  expect(await commandLineOf(journey)()).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  expect(mailOf(journey).status).toBe('scheduled');
});

it('[O9] --ooo on asks nothing of presences that lack it', async () => {
  const journey = await allowed();
  journey.simulator.setProfile('governmentCloud');
  await journey.handlers.refreshPresence(undefined);
  const outOfOffice = commandLineOf(journey);
  expect(await outOfOffice()).toMatchObject({ code: 2, text: expect.stringContaining('Choose at least one') });
  expect((await outOfOffice({ reply: 'Away' })).code).toBe(0);
  expect([mailOf(journey).status, journey.posts()]).toEqual(['alwaysEnabled', []]);
});
