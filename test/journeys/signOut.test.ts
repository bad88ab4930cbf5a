import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { createFarewell } from '../../electron/commands/farewell.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { createGate } from '../fakes/gate.ts';
import { startSignedIn } from './app.ts';
import { minute, pass, shown } from './ruled.ts';

const sequel = 'automatic';
const forAnHour = { presence: plainPresence('Busy'), lasts: 'PT1H', sequel } as const;

it.each(['automatic', 'Available'] as const)(
  '[S5][E1] signing out comes to what the end would have come to: %s',
  async (sequel) => {
    const { handlers, simulator, store, clock } = await startSignedIn();
    await handlers.choosePresence({ presence: plainPresence('Busy'), lasts: 'PT1H', sequel });
    await clock.advance(15_000);
    await handlers.signOut(undefined);
    expect([store.get().session.status, simulator.presenceOf(simulator.people.mira).availability]).toEqual([
      'signedOut',
      'Available',
    ]);
  },
);

describe('[S5][E1] a choice with an end that is still on its way as somebody signs out', () => {
  it('is waited for, and ended', async () => {
    const journey = await startSignedIn();
    const { handlers, network, store } = journey;
    const post = createGate();
    network.holdsRequestOf = { method: 'POST', until: post.opened };
    const chosen = handlers.choosePresence(forAnHour);
    await expect.poll(() => network.holdsRequestOf).toBe(undefined);
    const gone = handlers.signOut(undefined);
    // As long as it would take if it did not wait.
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 200))]);
    post.open();
    await Promise.all([chosen, gone]);
    expect([store.get().session.status, shown(journey)]).toEqual(['signedOut', 'Available']);
  });

  it('is looked for where its answer was lost', async () => {
    const journey = await startSignedIn();
    const { handlers, network, store } = journey;
    network.losesAnswerOf = 'POST';
    await handlers.choosePresence(forAnHour);
    expect([store.get().publication.status, shown(journey)]).toEqual(['waiting', 'Busy']);
    await handlers.signOut(undefined);
    expect([store.get().session.status, shown(journey)]).toEqual(['signedOut', 'Available']);
  });

  it('does not keep the one that stands from being ended where it never arrived', async () => {
    const journey = await startSignedIn();
    const { handlers, network, store, clock } = journey;
    await handlers.choosePresence(forAnHour);
    await clock.advance(15_000);
    network.losesRequestTo = '/presences';
    await handlers.setPresence(plainPresence('Away'));
    expect([store.get().publication.status, shown(journey)]).toEqual(['waiting', 'Busy']);
    await handlers.signOut(undefined);
    expect([store.get().session.status, shown(journey)]).toEqual(['signedOut', 'Available']);
  });

  it('is not waited for to the end of all days, and said to stay [N1]', async () => {
    const { handlers, network, store, clock } = await startSignedIn();
    network.holdsRequestOf = { method: 'POST', until: new Promise(() => {}) };
    void handlers.choosePresence(forAnHour);
    await expect.poll(() => network.holdsRequestOf).toBe(undefined);
    const gone = handlers.signOut(undefined);
    await clock.advance(4_000);
    await gone;
    expect(store.get().session.status).toBe('signedOut');
    expect(store.get().notices.map(({ kind }) => kind)).toEqual(['choiceStays']);
  });
});

it('[S5][N1] signing out does not wait for a network that is not there', async () => {
  const { handlers, network, store, clock } = await startSignedIn();
  await handlers.choosePresence({ presence: plainPresence('Busy'), lasts: 'PT1H', sequel });
  await clock.advance(15_000);
  network.holdsRequestOf = { method: 'POST', until: new Promise(() => {}) };
  const gone = handlers.signOut(undefined);
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  await clock.advance(4_000);
  await gone;
  expect(store.get().session.status).toBe('signedOut');
});

it('[S5] signing out leaves what was chosen elsewhere since the last reading', async () => {
  const journey = await startSignedIn();
  const { handlers, simulator, clock } = journey;
  await handlers.choosePresence(forAnHour);
  await pass(journey, 5 * minute);
  await pass(journey, 5 * minute);
  await clock.advance(minute);
  simulator.chooseInTeams(simulator.people.mira, plainPresence('DoNotDisturb'));
  await handlers.signOut(undefined);
  expect(shown(journey)).toBe('DoNotDisturb');
});

it('[S5] and what was chosen elsewhere over a choice that nobody saw', async () => {
  const journey = await startSignedIn();
  const { handlers, simulator, clock } = journey;
  await handlers.choosePresence(forAnHour);
  simulator.chooseInTeams(simulator.people.mira, plainPresence('DoNotDisturb'));
  await clock.advance(15_000);
  await handlers.refreshPresence(undefined);
  await handlers.signOut(undefined);
  expect(shown(journey)).toBe('DoNotDisturb');
});

it('[S5] a quit while signing out leaves no sign-in behind', async () => {
  const journey = await startSignedIn();
  const { handlers, network, store, clock, tokenStore } = journey;
  await handlers.choosePresence(forAnHour);
  await pass(journey, minute);
  network.holdsRequestOf = { method: 'POST', until: new Promise(() => {}) };
  void handlers.signOut(undefined);
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  // As it is made where all parts are; null where the program ends at once.
  const farewell = createFarewell({
    store,
    clock,
    endChoice: async () => {},
    obeyRule: async () => {},
    files: [journey.leaving],
  });
  const bye = farewell();
  await clock.advance(3_000);
  await bye;
  expect((await tokenStore.load()).text).toBe('');
});

it('[S5][F2] a quit after signing out waits until also what names the person is off the disk', async () => {
  const disk = createGate();
  const journey = await startSignedIn({ diskAnswers: disk.opened });
  const { handlers, store, clock, leaving } = journey;
  const gone = handlers.signOut(undefined);
  await expect.poll(() => store.get().session.status).toBe('signedOut');
  const nothing = async () => {};
  const farewell = createFarewell({ store, clock, endChoice: nothing, obeyRule: nothing, files: [leaving] });
  const bye = farewell();
  expect(bye).toBeInstanceOf(Promise);
  disk.open();
  await Promise.all([gone, bye]);
  expect(farewell()).toBeNull();
});

it('[S5] a sign-out that is still under way does not sign out whoever signed in meanwhile', async () => {
  const journey = await startSignedIn();
  const { handlers, network, store, clock } = journey;
  await handlers.choosePresence(forAnHour);
  await pass(journey, minute);
  const post = createGate();
  network.holdsRequestOf = { method: 'POST', until: post.opened };
  const first = handlers.signOut(undefined);
  await expect.poll(() => network.holdsRequestOf).toBe(undefined);
  // Nothing seemed to happen, so it is clicked once more.
  const second = handlers.signOut(undefined);
  await clock.advance(4_000);
  await Promise.all([first, second]);
  await handlers.signIn('browser');
  await clock.advance(4_000);
  post.open();
  expect(store.get().session.status).toBe('signedIn');
});

it('[S5] where a choice with an end could not be ended, as without a network, that is noticed until somebody signs in', async () => {
  const journey = await startSignedIn();
  const { handlers, store, network } = journey;
  await handlers.choosePresence(forAnHour);
  const at = store.get().chosen?.ending?.at;
  network.isUp = false;
  store.apply(connectionChanged, false);
  await pass(journey, minute);
  await handlers.signOut(undefined);
  expect(store.get().notices).toEqual([{ kind: 'choiceStays', at }]);
  network.isUp = true;
  await handlers.signIn('browser');
  expect([store.get().session.status, store.get().notices]).toEqual(['signedIn', []]);
});

it('[S5] nothing that was written is on disk any more once signing out is said to be done', async () => {
  const { handlers, saved, folder } = await startSignedIn();
  await handlers.setStatusMessage({ text: 'Words of mine', lasts: 'PT1H' });
  await saved();
  const kept = () => readFileSync(join(folder, 'desired.json'), 'utf8');
  expect(kept()).toContain('Words of mine');
  await handlers.signOut(undefined);
  expect(kept()).not.toContain('Words of mine');
});
