import { describe, expect, it } from 'vitest';
import type { ProfileName } from '../../electron/simulator/profiles.ts';
import { allowed, hour, later, mailOf, pass as passSteps, plan, seenOf } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';
import { minute, minutes, pass, setOnline, shown, start } from './ruled.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;

/** Networks that want to be signed in to first. */
const portals: readonly ProfileName[] = ['html200', 'portal511', 'portalRedirect302'];

/** Conditional access refuses, as it does outside the VPN. Short tokens, so that one is asked for there. */
function setBlocked({ simulator }: Journey, isBlocked: boolean): void {
  simulator.setRefusal(isBlocked ? { at: 'refresh', code: 53003 } : null);
}

it('[P4] what the user asks for where the network wants to be signed in to is told at once, and theirs to try again', async () => {
  const journey = await start({});
  journey.simulator.setProfile('html200');
  await journey.handlers.setPresence(busy);
  await minutes(journey, 30);
  expect(journey.store.get().publication.status).toBe('failed');
});

describe('[D1] a rule', () => {
  it('that meets a network to be signed in to first acts once that has let them in', async () => {
    const journey = await start({ wakeRule: { availability: 'Busy' } });
    const { simulator, hear, store } = journey;
    await pass(journey, 5 * minute);
    simulator.setProfile('html200');
    await hear('wake');
    expect(store.get().publication).toMatchObject({ status: 'waiting', problem: { kind: 'intercepted' } });
    simulator.setProfile('acceptsAndShows');
    await pass(journey, 2 * minute);
    await expect.poll(() => shown(journey)).toBe('Busy');
  });

  it('that meets a place which the organisation blocks acts once that is over', async () => {
    const journey = await start({ wakeRule: { availability: 'Busy' } }, { accessTokenSeconds: 240 });
    await pass(journey, 5 * minute);
    setBlocked(journey, true);
    await journey.hear('wake');
    expect(journey.store.get().publication).toMatchObject({ status: 'waiting', problem: { kind: 'signInBlocked' } });
    setBlocked(journey, false);
    await minutes(journey, 6);
    await expect.poll(() => shown(journey)).toBe('Busy');
  });

  it('for the working hours whose edge falls there is not passed over [D2]', async () => {
    const hours = { inside: { availability: 'Available' }, outside: { availability: 'Away' } } as const;
    const workingHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '10:00', ...hours };
    const journey = await start({ workingHours }, { accessTokenSeconds: 1_500 });
    await pass(journey, 30 * minute);
    setBlocked(journey, true);
    for (let beat = 0; beat < 20; beat += 1) await pass(journey, 2 * minute);
    setBlocked(journey, false);
    for (let beat = 0; beat < 60; beat += 1) await pass(journey, 2 * minute);
    await expect.poll(() => shown(journey)).toBe('Away');
  });
});

describe('[N3][W1] a choice that waited for the network', () => {
  it.each(portals)('is not lost to one that wants to be signed in to first (%s)', async (name) => {
    const journey = await start({});
    const { simulator, store, handlers, catchUp } = journey;
    await pass(journey, 5 * minute);
    setOnline(journey, false);
    await handlers.setPresence(busy);
    expect(store.get().publication.status).toBe('waiting');
    simulator.setProfile({ name, on: 'graph' });
    setOnline(journey, true);
    await catchUp();
    simulator.setProfile('acceptsAndShows');
    await minutes(journey, 6);
    await expect.poll(() => shown(journey)).toBe('Busy');
  });

  it('is not lost to a place that the organisation blocks, which is asked about ever more rarely', async () => {
    const journey = await start({}, { accessTokenSeconds: 240 });
    const { simulator, handlers, catchUp } = journey;
    await pass(journey, 5 * minute);
    setOnline(journey, false);
    await handlers.setPresence(busy);
    setBlocked(journey, true);
    setOnline(journey, true);
    await catchUp();
    await minutes(journey, 60);
    const before = simulator.requests.length;
    await minutes(journey, 60);
    expect(simulator.requests.length - before).toBeLessThan(40);
    setBlocked(journey, false);
    await minutes(journey, 16);
    expect(shown(journey)).toBe('Busy');
  });
});

describe('[O6] an absence', () => {
  const inPresence = { replies: null };

  it.each(portals)(
    'in the presence alone begins and ends after a network to be signed in to first (%s)',
    async (name) => {
      const journey = await startSignedIn();
      const { simulator, handlers } = journey;
      const from = later(journey, hour);
      await handlers.saveOutOfOffice(plan({ from, until: later(journey, 8 * hour), ...inPresence }));
      for (const isOn of [true, false]) {
        simulator.setProfile({ name, on: 'graph' });
        await passSteps(journey, 2 * hour, 16);
        simulator.setProfile('acceptsAndShows');
        await passSteps(journey, 3 * hour, 24);
        expect(seenOf(journey).isOutOfOffice).toBe(isOn);
        await passSteps(journey, 2.5 * hour, 10);
      }
    },
  );

  it('whose end falls in a place that the organisation blocks ends afterwards, mail and all', async () => {
    const journey = await allowed({ accessTokenSeconds: 1_500 });
    await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour), statusMessage: 'Away' }));
    expect([mailOf(journey).status, seenOf(journey).isOutOfOffice]).toEqual(['scheduled', true]);
    setBlocked(journey, true);
    await passSteps(journey, 2 * hour, 16);
    setBlocked(journey, false);
    await passSteps(journey, 4 * hour, 32);
    expect([seenOf(journey).isOutOfOffice, journey.store.get().statusMessage.seen]).toEqual([false, null]);
  });

  it('that begins in such a place begins afterwards', async () => {
    const journey = await allowed({ accessTokenSeconds: 1_500 });
    const from = later(journey, hour);
    await journey.handlers.saveOutOfOffice(plan({ from, until: later(journey, 20 * hour), ...inPresence }));
    setBlocked(journey, true);
    await passSteps(journey, 2 * hour, 16);
    setBlocked(journey, false);
    await passSteps(journey, 4 * hour, 32);
    expect(seenOf(journey).isOutOfOffice).toBe(true);
  });
});

describe('[D1][N3] a rule that gives back, at a network to be signed in to first', () => {
  it.each(['html200', 'portal511'] as const)('at a wake (%s)', async (name) => {
    const journey = await start({ sleepRule: { availability: 'Away' }, wakeRule: 'restore' });
    await pass(journey, 5 * minute);
    await journey.hear('sleep');
    await pass(journey, minute);
    expect(shown(journey)).toBe('Away');
    journey.simulator.setProfile({ name, on: 'graph' });
    await journey.hear('wake');
    journey.simulator.setProfile('acceptsAndShows');
    await minutes(journey, 40);
    await expect.poll(() => shown(journey)).toBe('Available');
  });

  it('at the end of the working hours', async () => {
    const hours = { inside: { availability: 'Busy' }, outside: 'restore' } as const;
    const journey = await start({ workingHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '10:00', ...hours } });
    await pass(journey, 30 * minute);
    expect(shown(journey)).toBe('Busy');
    await minutes(journey, 24);
    journey.simulator.setProfile({ name: 'html200', on: 'graph' });
    await minutes(journey, 10);
    journey.simulator.setProfile('acceptsAndShows');
    await minutes(journey, 60);
    await expect.poll(() => shown(journey)).toBe('Available');
  });
});

it('[O6] a click on "try again" at a portal does not lose the beginning of an absence', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers, store } = journey;
  await handlers.saveOutOfOffice(plan({ from: later(journey, hour), until: later(journey, 80 * hour), replies: null }));
  simulator.setProfile({ name: 'html200', on: 'graph' });
  await passSteps(journey, 2 * hour, 16);
  await expect.poll(() => store.get().publication.status).toBe('waiting');
  await handlers.retryPublication(undefined);
  simulator.setProfile('acceptsAndShows');
  await passSteps(journey, 3 * hour, 24);
  expect(seenOf(journey).isOutOfOffice).toBe(true);
});
