import { describe, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { createGate } from '../fakes/gate.ts';
import { type Journey, startSignedIn } from './app.ts';
import { minute, pass } from './ruled.ts';

const inACall = { availability: 'Busy', activity: 'InACall' } as const;
const sequel = 'automatic';

/** By the documented actions, where such a pair is a session of our own. */
async function afterACall(): Promise<Journey> {
  const journey = await startSignedIn();
  await journey.handlers.changeSettings({ route: 'actionsOnly' });
  await journey.handlers.setPresence(inACall);
  await pass(journey, minute);
  return journey;
}

function activityOf({ simulator }: Journey): string {
  return simulator.presenceOf(simulator.people.mira).activity;
}

describe('[R1] a call that was chosen does not come back', () => {
  it('when the choice after it has ended', async () => {
    const journey = await afterACall();
    await journey.handlers.choosePresence({ presence: plainPresence('BeRightBack'), lasts: 'PT30M', sequel });
    await pass(journey, minute);
    expect(activityOf(journey)).toBe('BeRightBack');
    // This program is gone by then.
    await journey.clock.advance(40 * minute);
    expect(activityOf(journey)).toBe('Available');
  });

  it('when the choice after it is reset in Teams', async () => {
    const journey = await afterACall();
    await journey.handlers.setPresence(plainPresence('BeRightBack'));
    await pass(journey, 10 * minute);
    journey.simulator.chooseInTeams(journey.simulator.people.mira, null);
    expect(activityOf(journey)).toBe('Available');
  });
});

describe('[R1] a call that was chosen does not come back although', () => {
  it.each([
    ['the request that ends it was lost', { losesRequestTo: '/clearPresence' }],
    ['the answer to the choice after it was lost', { losesAnswerOf: 'POST' }],
  ])('%s', async (_trouble, trouble) => {
    const journey = await afterACall();
    const { network, store, simulator, handlers } = journey;
    Object.assign(network, trouble);
    await handlers.setPresence(plainPresence('BeRightBack'));
    expect(store.get().publication.status).toBe('waiting');
    await pass(journey, 2_000);
    await expect.poll(() => store.get().publication.status).toBe('idle');
    await pass(journey, minute);
    simulator.chooseInTeams(simulator.people.mira, null);
    expect([activityOf(journey), store.get().visibleUntil]).toEqual(['Available', null]);
  });
});

it('[R1][V1] a session that keeps a choice visible goes on with the next one', async () => {
  const journey = await afterACall();
  const { handlers, simulator, store } = journey;
  simulator.closeTeams(simulator.people.mira);
  await handlers.keepVisible(2);
  await handlers.setPresence(plainPresence('DoNotDisturb'));
  await pass(journey, minute);
  expect([activityOf(journey), store.get().visibleUntil === null]).toEqual(['DoNotDisturb', false]);
});

it('[R1][P3] a renewal that is slow does not come over a choice that is made meanwhile', async () => {
  const journey = await startSignedIn({ accessTokenSeconds: 80_000 });
  const { handlers, network, clock } = journey;
  await handlers.changeSettings({ route: 'actionsOnly' });
  await handlers.setPresence(plainPresence('Busy'));
  for (let quarter = 0; quarter < 47; quarter += 1) await pass(journey, 15 * minute);
  const post = createGate();
  network.holdsRequestOf = { method: 'POST', until: post.opened };
  await clock.advance(15 * minute);
  const renewal = journey.upkeep();
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  const chosen = handlers.setPresence(plainPresence('Available'));
  // As long as it would take if it did not wait.
  await Promise.race([chosen, new Promise((resolve) => setTimeout(resolve, 300))]);
  post.open();
  await Promise.all([renewal, chosen]);
  expect(activityOf(journey)).toBe('Available');
});
