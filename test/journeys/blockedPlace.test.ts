import { describe, expect, it } from 'vitest';
import { allowed, hour, later, pass, plan } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { minute, shown } from './ruled.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;

/** Conditional access refuses, as it does outside the VPN. Short tokens, so that one is asked for there. */
function setBlocked({ simulator }: Journey, isBlocked: boolean): void {
  simulator.setRefusal(isBlocked ? { at: 'refresh', code: 53003 } : null);
}

/** Somebody whom the organisation blocks while an absence is to end in an hour. */
async function blockedInAbsence(): Promise<Journey> {
  const journey = await allowed({ accessTokenSeconds: 1_500 });
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  setBlocked(journey, true);
  return journey;
}

/** Somebody whom the organisation blocks while they are kept visible, with Teams closed. */
async function blockedWhileKept(hours: number): Promise<Journey> {
  const journey = await startSignedIn({ accessTokenSeconds: 1_500 });
  const { simulator, handlers } = journey;
  simulator.closeTeams(simulator.people.mira);
  await handlers.setPresence(busy);
  await handlers.keepVisible(hours);
  setBlocked(journey, true);
  return journey;
}

/** Somebody whom the organisation blocks while something is to end in an hour. */
async function blockedBeforeEnd(begin: (journey: Journey) => Promise<void>): Promise<Journey> {
  const journey = await startSignedIn({ accessTokenSeconds: 1_500 });
  await begin(journey);
  await pass(journey, minute);
  setBlocked(journey, true);
  return journey;
}

const choiceToEnd = () =>
  blockedBeforeEnd(({ handlers }) => handlers.choosePresence({ presence: busy, lasts: 'PT1H', sequel: 'automatic' }));

const messageToEnd = () =>
  blockedBeforeEnd(({ handlers }) => handlers.setStatusMessage({ text: 'Lunch', lasts: 'PT1H' }));

describe('[N3] a place that the organisation blocks', () => {
  it.each([
    ['an absence that is to end', blockedInAbsence],
    ['keeping visible that is to stop', () => blockedWhileKept(1)],
    ['keeping visible', () => blockedWhileKept(8)],
    ['a choice that is to end', choiceToEnd],
    ['a status message that is to end', messageToEnd],
  ])('is asked about ever more rarely for %s', async (_for, start) => {
    const journey = await start();
    const { simulator } = journey;
    await pass(journey, 2 * hour, 120);
    const before = simulator.requests.length;
    await pass(journey, hour, 120);
    // What others see is read every four minutes.
    expect(simulator.requests.length - before).toBeLessThan(25);
  });

  it('is told of to whoever is not kept visible there, once, until they are again [V1]', async () => {
    const journey = await blockedWhileKept(8);
    const { store, handlers } = journey;
    await pass(journey, hour, 60);
    expect(store.get().notices).toMatchObject([{ kind: 'notKeptVisible', problem: { kind: 'signInBlocked' } }]);
    await handlers.dismissNotices(undefined);
    await pass(journey, hour, 60);
    expect([store.get().notices, shown(journey)]).toEqual([[], 'Offline']);
    await handlers.keepVisible(8);
    expect(store.get().notices).toMatchObject([{ kind: 'notKeptVisible' }]);
    setBlocked(journey, false);
    await pass(journey, 16 * minute, 16);
    expect([store.get().notices, shown(journey)]).toEqual([[], 'Busy']);
  });

  it('owes a stop of keeping visible, which is done afterwards [V1]', async () => {
    const journey = await blockedWhileKept(1);
    await pass(journey, 4 * hour, 240);
    expect(journey.store.get().visibleUntil).not.toBe(null);
    setBlocked(journey, false);
    await pass(journey, 16 * minute, 16);
    expect([journey.store.get().visibleUntil, shown(journey)]).toEqual([null, 'Offline']);
  });

  it('does not hold up the end of a choice once it is read there again [E1]', async () => {
    const journey = await choiceToEnd();
    await pass(journey, 4 * hour, 240);
    expect(shown(journey)).toBe('Busy');
    setBlocked(journey, false);
    await pass(journey, 6 * minute, 6);
    expect([journey.store.get().chosen, shown(journey)]).toEqual([null, 'Available']);
  });
});
