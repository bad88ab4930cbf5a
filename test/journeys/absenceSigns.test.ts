import { expect, it } from 'vitest';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { allowed, day, hour, later, pass, plan, seenOf } from './absence.ts';
import { type Journey, startJourney } from './app.ts';

const text = ({ simulator }: Journey) => simulator.statusMessageOf(simulator.people.mira);
const owed = ({ store }: Journey) => store.get().outOfOffice.owed.message;

/** Somebody with a status message of their own, whose service takes no new one now. */
async function withMessage(): Promise<Journey> {
  const journey = await allowed();
  await journey.handlers.setStatusMessage({ text: 'In the workshop', lasts: 'untilChanged' });
  journey.simulator.setProfile({ name: 'unavailable503', on: 'writes' });
  return journey;
}

it('[O6] a status message that fails as an absence begins or ends is tried again, over a restart too', async () => {
  const first = await withMessage();
  const { simulator, tokenStore, folder, clock } = first;
  await first.handlers.saveOutOfOffice(plan({ until: later(first, day), statusMessage: 'Away', inPresence: false }));
  expect([seenOf(first).isOutOfOffice, text(first), owed(first)?.text]).toEqual([true, 'In the workshop', 'Away']);
  const journey = await startJourney({ simulator, tokenStore, folder, clock });
  await journey.restoreSession();
  expect(owed(journey)?.text).toBe('Away');
  simulator.setProfile('acceptsAndShows');
  await pass(journey, 3 * 60_000);
  expect([text(journey), owed(journey)]).toEqual(['Away', null]);

  simulator.setProfile({ name: 'unavailable503', on: 'writes' });
  await pass(journey, day);
  // The message of the absence ended by itself; what was there before cannot be put back yet.
  expect([seenOf(journey).isOutOfOffice, text(journey)]).toEqual([false, null]);
  simulator.setProfile('acceptsAndShows');
  await pass(journey, 3 * 60_000);
  expect([text(journey), owed(journey)]).toEqual(['In the workshop', null]);
});

it('[O6] what is owed goes over no message that somebody wrote meanwhile, here or elsewhere', async () => {
  const journey = await withMessage();
  const { simulator, handlers, clock } = journey;
  await handlers.saveOutOfOffice(plan({ until: later(journey, day), statusMessage: 'Away', inPresence: false }));
  simulator.setProfile('acceptsAndShows');
  await handlers.setStatusMessage({ text: 'At home', lasts: 'untilChanged' });
  await pass(journey, 3 * 60_000);
  expect([text(journey), owed(journey)]).toEqual(['At home', null]);

  simulator.setProfile({ name: 'unavailable503', on: 'writes' });
  await handlers.saveOutOfOffice(plan({ until: later(journey, day), statusMessage: 'Away', inPresence: false }));
  simulator.setProfile('acceptsAndShows');
  const elsewhere = await startJourney({ simulator, clock });
  await elsewhere.handlers.signIn('browser');
  await elsewhere.handlers.setStatusMessage({ text: 'From Teams', lasts: 'untilChanged' });
  await journey.handlers.refreshPresence(undefined);
  await pass(journey, 3 * 60_000);
  expect([text(journey), owed(journey)]).toEqual(['From Teams', null]);
});

it('[O6] the end of an absence goes over no message that was written elsewhere while the computer slept', async () => {
  const journey = await withMessage();
  const { simulator, handlers, clock } = journey;
  simulator.setProfile('acceptsAndShows');
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour), statusMessage: 'Away', inPresence: false }));
  expect(text(journey)).toBe('Away');
  const elsewhere = await startJourney({ simulator, clock });
  await elsewhere.handlers.signIn('browser');
  await elsewhere.handlers.setStatusMessage({ text: 'On a train', lasts: 'untilChanged' });
  await clock.advance(2 * hour);
  await journey.upkeep();
  await pass(journey, 3 * 60_000);
  expect([text(journey), owed(journey)]).toEqual(['On a train', null]);
});

it('[O6] a message that the service refuses for good is not tried for ever', async () => {
  const journey = await withMessage();
  journey.simulator.setProfile({ name: 'forbidden403', on: 'writes' });
  await journey.handlers.saveOutOfOffice(plan({ statusMessage: 'Away', inPresence: false }));
  expect([owed(journey), journey.store.get().statusMessage.asking.status]).toEqual([null, 'failed']);
});

it('[O6] there is no moment in which an absence is saved and what was there before is not', async () => {
  const journey = await allowed();
  await journey.handlers.setStatusMessage({ text: 'In the workshop', lasts: 'untilChanged' });
  await journey.handlers.saveOutOfOffice(plan({ statusMessage: 'Away' }));
  const first = journey.states.map(({ outOfOffice }) => outOfOffice).find(({ absence }) => absence !== null);
  expect(first).toMatchObject({
    absence: { hasBegun: true, before: { message: { text: 'In the workshop' } } },
    owed: { message: { text: 'Away' } },
  });
  await journey.handlers.saveOutOfOffice(plan({ statusMessage: 'Away still' }));
  await journey.handlers.endOutOfOffice(undefined);
  expect(text(journey)).toBe('In the workshop');
});

it('[O6] signs that a running absence shows no more are taken back as it is saved again', async () => {
  const journey = await allowed();
  await journey.handlers.setStatusMessage({ text: 'In the workshop', lasts: 'untilChanged' });
  await journey.handlers.saveOutOfOffice(plan({ statusMessage: 'Away' }));
  await journey.handlers.saveOutOfOffice(plan({ inPresence: false }));
  expect([journey.store.get().presence?.value.outOfOfficeSettings.isOutOfOffice, text(journey)]).toEqual([
    false,
    'In the workshop',
  ]);
});

it('[O6] Microsoft 365 decides again also where the end had to wait for the service', async () => {
  const journey = await allowed();
  const { simulator, handlers, store } = journey;
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour), replies: null }));
  simulator.setProfile({ name: 'unavailable503', on: 'writes' });
  await pass(journey, 2 * hour, 2);
  expect(store.get().outOfOffice.absence).toBeNull();
  simulator.setProfile('acceptsAndShows');
  await journey.clock.advance(60_000);
  await expect.poll(() => store.get().publication.status).not.toMatch(/waiting|publishing/);
  await pass(journey, 60_000, 1);
  expect([seenOf(journey).isOutOfOffice, store.get().chosen]).toEqual([false, null]);
});

it('[O6] what an absence could not give back yet, the next one does', async () => {
  const journey = await allowed();
  const { simulator, handlers, store } = journey;
  await handlers.saveOutOfOffice(plan({ replies: null }));
  simulator.setProfile({ name: 'unavailable503', on: 'writes' });
  await handlers.endOutOfOffice(undefined);
  await handlers.saveOutOfOffice(plan({ replies: null }));
  expect(store.get().outOfOffice).toMatchObject({ absence: { hasOwnPair: true }, owed: { isReset: false } });
  simulator.setProfile('acceptsAndShows');
  await journey.clock.advance(60_000);
  await expect.poll(() => store.get().publication.status).not.toMatch(/waiting|publishing/);
  await handlers.endOutOfOffice(undefined);
  expect([seenOf(journey).isOutOfOffice, store.get().chosen]).toEqual([false, null]);
});

it('[O6] out of office that was said by hand during an absence without it ends with that', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour), inPresence: false }));
  await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: 'Gone' });
  expect(seenOf(journey).isOutOfOffice).toBe(true);
  await pass(journey, hour + 60_000);
  expect(seenOf(journey).isOutOfOffice).toBe(false);
});

it('[O6] a message from before an absence is not put back once it is over itself', async () => {
  const journey = await allowed();
  const { handlers, simulator } = journey;
  const written = () => simulator.requests.filter(({ path }) => path.endsWith('setStatusMessage'));
  await handlers.setStatusMessage({ text: 'In the workshop', lasts: { until: later(journey, 2 * hour) } });
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour), statusMessage: 'Away', inPresence: false }));
  simulator.setProfile({ name: 'unavailable503', on: 'writes' });
  await pass(journey, hour + 60_000);
  expect(owed(journey)?.text).toBe('In the workshop');
  await pass(journey, 2 * hour);
  const before = written().length;
  simulator.setProfile('acceptsAndShows');
  await pass(journey, 20 * 60_000, 8);
  expect(owed(journey)).toBeNull();
  expect(JSON.stringify(written().slice(before))).not.toContain('In the workshop');
});

it('[O7] what was written while a save waited is not lost when that succeeds', async () => {
  const journey = await allowed();
  const { handlers, store, network } = journey;
  const draft: OutOfOfficeDraft = {
    ...{ isTimed: false, from: { date: '', time: '' }, until: { date: '', time: '' }, timeZone: 'Europe/Berlin' },
    ...{ organisation: { text: 'Back soon' }, others: 'same', hasReplies: true, audience: 'contactsOnly' },
    ...{ inPresence: true, statusMessage: null, isMailboxKnown: true },
  };
  const newer = { ...draft, organisation: { text: 'Back later' } };
  network.isUp = false;
  await handlers.draftOutOfOffice(draft);
  await handlers.saveOutOfOffice(plan());
  await handlers.draftOutOfOffice(newer);
  network.isUp = true;
  await pass(journey, 60_000);
  expect([store.get().outOfOffice.absence?.plan.organisation, store.get().outOfOffice.draft]).toEqual([
    { text: 'Back soon' },
    newer,
  ]);
  await handlers.saveOutOfOffice(plan({ organisation: newer.organisation }));
  expect(store.get().outOfOffice.draft).toBeNull();
});
