import { expect, it, vi } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { createGate } from '../fakes/gate.ts';
import { allowed, hour, later, pass, plan, seenOf, truth } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { again } from './ruled.ts';

const busy = plainPresence('Busy');

function setReplies({ simulator }: Journey, status: 'alwaysEnabled' | 'disabled'): void {
  simulator.setAutomaticReplies(simulator.people.mira, { status, internalReplyMessage: 'Away' });
}

it('[O6] a choice during an absence does not go on with its out of office when that is over', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour), inPresence: false }));
  await journey.handlers.refreshPresence(undefined);
  await journey.handlers.setPresence(busy);
  expect(seenOf(journey).isOutOfOffice).toBe(true);
  await pass(journey, hour + 60_000);
  expect([seenOf(journey).isOutOfOffice, journey.posts().length]).toEqual([false, 1]);
});

it('[O6] nor does one that waited until the next start, where the mailbox has not been read yet', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour), inPresence: false }));
  journey.network.isUp = false;
  await journey.handlers.setPresence(busy);
  await journey.saved();
  const next = await again(journey, {});
  expect([next.posts().length, seenOf(next).isOutOfOffice]).toEqual([1, true]);
  await pass(next, hour + 60_000);
  expect(seenOf(next).isOutOfOffice).toBe(false);
});

it('[O1][O2] nor does one during replies that were turned on in Outlook', async () => {
  const journey = await startSignedIn();
  setReplies(journey, 'alwaysEnabled');
  await journey.handlers.allowMailbox('popup');
  await journey.handlers.refreshPresence(undefined);
  await journey.handlers.setPresence(busy);
  expect([seenOf(journey).isOutOfOffice, truth(journey)]).toMatchObject([true, { kind: 'elsewhere', why: 'outlook' }]);
  setReplies(journey, 'disabled');
  expect(seenOf(journey).isOutOfOffice).toBe(false);
});

it('[O1] out of office that ended in Outlook is not turned on again by the next choice', async () => {
  const journey = await startSignedIn();
  setReplies(journey, 'alwaysEnabled');
  await journey.handlers.refreshPresence(undefined);
  await journey.clock.advance(60_000);
  setReplies(journey, 'disabled');
  await journey.handlers.setPresence(busy);
  const settings = { isOutOfOffice: false, message: null };
  expect(journey.posts().map(({ body }) => body)).toMatchObject([{ ...busy, outOfOfficeSettings: settings }]);
  expect(seenOf(journey).isOutOfOffice).toBe(false);
});

it('[O1] where what others see cannot be read before it, a choice repeats what is known of out of office', async () => {
  const journey = await startSignedIn();
  setReplies(journey, 'alwaysEnabled');
  await journey.handlers.refreshPresence(undefined);
  await journey.clock.advance(60_000);
  journey.simulator.setProfile({ name: 'unavailable503', on: 'reads' });
  await journey.handlers.setPresence(busy);
  expect(journey.posts().at(-1)?.body).toMatchObject({ ...busy, outOfOfficeSettings: { isOutOfOffice: true } });
});

it('[N2] where that reading is told to wait, the choice waits as long', async () => {
  const journey = await startSignedIn();
  setReplies(journey, 'alwaysEnabled');
  await journey.handlers.refreshPresence(undefined);
  await journey.clock.advance(60_000);
  journey.simulator.setProfile({ name: 'throttled429', on: 'reads', times: 1 });
  await journey.handlers.setPresence(busy);
  expect([journey.posts().length, journey.store.get().publication.status]).toEqual([0, 'waiting']);
  await journey.clock.advance(31_000);
  await expect.poll(() => journey.posts().length).toBe(1);
});

it('[S5] whoever signs out during that reading leaves no choice behind that waits', async () => {
  const journey = await startSignedIn();
  const { handlers, network, store, clock } = journey;
  setReplies(journey, 'alwaysEnabled');
  await handlers.refreshPresence(undefined);
  await clock.advance(60_000);
  const get = createGate();
  network.holdsRequestOf = { method: 'GET', until: get.opened };
  const chosen = handlers.setPresence(busy);
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  const gone = handlers.signOut(undefined);
  await vi.waitFor(() => expect(store.get().session.status).toBe('signedOut'), { interval: 1 });
  get.open();
  await Promise.all([chosen, gone]);
  expect(store.get().publication.status).toBe('idle');
});
