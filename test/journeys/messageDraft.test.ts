import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { written } from '../desktop/written.ts';
import { createGate } from '../fakes/gate.ts';
import { type Journey, startJourney, startSignedIn } from './app.ts';

const draft = { text: 'At lunch', lasts: 'today' } as const;
const saved = { text: 'At lunch', lasts: 'untilChanged' } as const;

/** The next run of the same person's app. */
async function nextOf({ simulator, tokenStore, clock, folder }: Journey): Promise<Journey> {
  const next = await startJourney({ simulator, tokenStore, folder, clock });
  await next.restoreSession();
  return next;
}

it('[M1] a status message half written is still there in the next run', async () => {
  const journey = await startSignedIn();
  await journey.handlers.draftStatusMessage(draft);
  await written(join(journey.folder, 'desired.json'), draft.text);
  expect((await nextOf(journey)).store.get().messageDraft).toEqual(draft);
});

it('[M1] one that was saved when the program was killed is no draft once it is seen', async () => {
  const journey = await startSignedIn();
  await journey.handlers.draftStatusMessage(draft);
  journey.network.losesAnswerOf = 'POST';
  await journey.handlers.setStatusMessage(saved);
  const { messageDraft, statusMessage } = (await nextOf(journey)).store.get();
  expect([messageDraft, statusMessage.seen?.text]).toEqual([null, 'At lunch']);
});

it('[M1] its end that is changed while the save is on its way is not lost', async () => {
  const { handlers, network, simulator, store } = await startSignedIn();
  await handlers.draftStatusMessage(draft);
  const gate = createGate();
  network.holdsAnswers = gate.opened;
  const before = simulator.requests.length;
  const saving = handlers.setStatusMessage(saved);
  await vi.waitFor(() => expect(simulator.requests.length).toBeGreaterThan(before), { interval: 1 });
  await handlers.draftStatusMessage({ ...draft, lasts: 'PT4H' });
  gate.open();
  await saving;
  const { messageDraft, statusMessage } = store.get();
  expect([messageDraft?.lasts, statusMessage.seen?.text]).toEqual(['PT4H', 'At lunch']);
});

it('[M1] a new end that did not get through is not called saved because the same text shows', async () => {
  const { handlers, network, store, clock } = await startSignedIn();
  const inHours = (hours: number) => ({ until: toInstant(clock.now() + hours * 3_600_000) });
  await handlers.setStatusMessage({ text: 'At lunch', lasts: inHours(1) });
  await handlers.refreshPresence(undefined);
  network.isUp = false;
  await handlers.setStatusMessage({ text: 'At lunch', lasts: inHours(2) });
  network.isUp = true;
  await handlers.refreshPresence(undefined);
  expect(store.get().statusMessage.asking.status).toBe('failed');
});

it('[M1] an answer to a question that was asked before a message was set says nothing of it', async () => {
  const { handlers, network, simulator, store, clock } = await startSignedIn();
  simulator.setProfile('messageExpiryDropped');
  await handlers.refreshPresence(undefined);
  const gate = createGate();
  network.holdsAnswers = gate.opened;
  const before = simulator.requests.length;
  const reading = handlers.refreshPresence(undefined);
  await vi.waitFor(() => expect(simulator.requests.length).toBeGreaterThan(before), { interval: 1 });
  delete network.holdsAnswers;
  await clock.advance(10);
  await handlers.setStatusMessage({ text: 'At lunch', lasts: 'PT1H' });
  gate.open();
  await reading;
  expect(store.get().statusMessage.seen?.text).toBe('At lunch');
  await handlers.refreshPresence(undefined);
  expect(store.get().statusMessage.seen?.endsAt).not.toBeNull();
});
