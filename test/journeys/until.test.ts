import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { startJourney, startSignedIn } from './app.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;
const hour = 3_600_000;

describe('[E1] a choice with an end', () => {
  it('ends on time and gives the presence back', async () => {
    const { handlers, clock, upkeep, store, tray, simulator } = await startSignedIn();
    await handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
    await handlers.setPresence(busy);
    expect(store.get().chosen?.ending).toEqual({ at: toInstant(clock.now() + hour), sequel: 'automatic' });
    await clock.advance(hour - 1_000);
    await upkeep();
    expect(tray().glyph).toBe('busy');
    await clock.advance(1_000);
    await upkeep();
    expect(store.get().chosen).toBeNull();
    expect(simulator.presenceOf(simulator.people.mira).availability).toBe('Available');
  });

  it.each(['acceptsAndShows', 'notFound404'] as const)('goes on to its sequel (%s)', async (profile) => {
    const { handlers, clock, upkeep, store, simulator } = await startSignedIn();
    simulator.setProfile(profile);
    await handlers.setPlan({ lasts: 'PT30M', sequel: 'Offline' });
    await handlers.setPresence(busy);
    await clock.advance(hour);
    await upkeep();
    expect(store.get().chosen).toMatchObject({
      presence: { availability: 'Offline', activity: 'OffWork' },
      ending: null,
    });
  });

  it('that passed while the computer slept, or the app was closed, ends at once', async () => {
    const first = await startSignedIn();
    await first.handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
    await first.handlers.setPresence(busy);
    await expect.poll(() => first.store.get().publication.status).toBe('checking');
    await first.saved();
    await first.clock.advance(9 * hour);
    const second = await startJourney(first);
    await second.restoreSession();
    expect([second.store.get().chosen, second.tray().glyph]).toEqual([null, 'available']);
  });

  it('leaves alone what was chosen elsewhere meanwhile', async () => {
    const { handlers, clock, upkeep, simulator } = await startSignedIn();
    const { mira } = simulator.people;
    await handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
    await handlers.setPresence(busy);
    await clock.advance(12_000);
    simulator.chooseInTeams(mira, { availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
    await clock.advance(hour);
    await upkeep();
    expect(simulator.presenceOf(mira).availability).toBe('DoNotDisturb');
  });

  it('is not ended on a guess: without an answer, what was chosen elsewhere is safe', async () => {
    const { handlers, clock, upkeep, network, simulator } = await startSignedIn();
    const { mira } = simulator.people;
    await handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
    await handlers.setPresence(busy);
    await clock.advance(12_000);
    simulator.chooseInTeams(mira, { availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
    network.isUp = false;
    await clock.advance(2 * hour);
    await upkeep();
    network.isUp = true;
    await clock.advance(60_000);
    await upkeep();
    expect(simulator.presenceOf(mira).availability).toBe('DoNotDisturb');
  });

  it('gives way to a click made while its end is looked into', async () => {
    const { handlers, clock, upkeep, store } = await startSignedIn();
    await handlers.setPlan({ lasts: 'PT1H', sequel: 'Away' });
    await handlers.setPresence(busy);
    await clock.advance(hour);
    await handlers.setPlan({ lasts: 'untilChanged', sequel: 'automatic' });
    await Promise.all([upkeep(), handlers.setPresence({ availability: 'DoNotDisturb', activity: 'DoNotDisturb' })]);
    await upkeep();
    expect(store.get().chosen?.presence.availability).toBe('DoNotDisturb');
  });

  it('keeps its end when only what comes then changes', async () => {
    const { handlers, clock, store } = await startSignedIn();
    await handlers.setPlan({ lasts: 'PT1H', sequel: 'automatic' });
    await handlers.setPresence(busy);
    const at = store.get().chosen?.ending?.at;
    await clock.advance(50 * 60_000);
    await handlers.setPlan({ lasts: 'PT1H', sequel: 'Away' });
    expect(store.get().chosen?.ending).toEqual({ at, sequel: 'Away' });
  });

  it('gets its new end at once when the plan changes', async () => {
    const { handlers, clock, store } = await startSignedIn();
    await handlers.setPresence(busy);
    expect(store.get().chosen?.ending).toBeNull();
    await handlers.setPlan({ lasts: 'PT2H', sequel: 'automatic' });
    expect(store.get().chosen?.ending?.at).toBe(toInstant(clock.now() + 2 * hour));
  });

  it('is refused when its end lies in the past', async () => {
    const { handlers, clock, store } = await startSignedIn();
    await handlers.setPlan({ lasts: { until: toInstant(clock.now() - 1) }, sequel: 'automatic' });
    expect(store.get().plan.lasts).toBe('untilChanged');
  });
});

it('[V1] with Teams closed a choice shows while our session is kept, and only so long', async () => {
  const { handlers, clock, upkeep, simulator, store } = await startSignedIn();
  const { mira } = simulator.people;
  simulator.closeTeams(mira);
  simulator.setProfile('notFound404');
  await handlers.setPresence(busy);
  expect(simulator.presenceOf(mira).availability).toBe('Offline');
  await handlers.keepVisible(1);
  expect(simulator.presenceOf(mira).availability).toBe('Busy');
  for (let minutes = 0; minutes < 58; minutes += 2) {
    await clock.advance(120_000);
    await upkeep();
  }
  expect(simulator.presenceOf(mira).availability).toBe('Busy');
  await clock.advance(180_000);
  await upkeep();
  expect([store.get().visibleUntil, simulator.presenceOf(mira).availability]).toEqual([null, 'Offline']);
});

it('[V1] a network that wants to be signed in to first ends no keeping visible', async () => {
  const { handlers, clock, upkeep, simulator, store } = await startSignedIn();
  const { mira } = simulator.people;
  simulator.closeTeams(mira);
  simulator.setProfile('notFound404');
  await handlers.setPresence(busy);
  await handlers.keepVisible(1);
  const until = store.get().visibleUntil;
  for (let minutes = 0; minutes < 40; minutes += 2) {
    simulator.setProfile(minutes < 20 ? 'html200' : 'notFound404');
    await clock.advance(120_000);
    await upkeep();
  }
  expect([store.get().visibleUntil, simulator.presenceOf(mira).availability]).toEqual([until, 'Busy']);
});

it('[V1] stopping leaves a choice that is our session itself as it is, and a refusal is not called kept', async () => {
  const { handlers, simulator, store, clock, upkeep } = await startSignedIn();
  const { mira } = simulator.people;
  simulator.setProfile('notFound404');
  await handlers.setPresence({ availability: 'Busy', activity: 'InACall' });
  await handlers.keepVisible(1);
  await handlers.keepVisible(0);
  await clock.advance(hour);
  await upkeep();
  expect([simulator.presenceOf(mira).activity, store.get().visibleUntil]).toEqual(['InACall', null]);
  simulator.setProfile('forbidden403');
  await handlers.keepVisible(1);
  expect(store.get().visibleUntil).toBeNull();
});

describe('[M1] a status message', () => {
  it('is set, read back, and ended by us where the service forgets its end', async () => {
    const { handlers, clock, upkeep, simulator, store } = await startSignedIn();
    simulator.setProfile('messageExpiryDropped');
    await handlers.setStatusMessage({ text: ' In the workshop ', lasts: 'PT1H' });
    const endsAt = toInstant(clock.now() + hour);
    expect(store.get().statusMessage).toMatchObject({
      seen: { text: 'In the workshop', endsAt },
      recent: ['In the workshop'],
    });
    await handlers.refreshPresence(undefined);
    expect(store.get().statusMessage.seen).toEqual({ text: 'In the workshop', endsAt });
    await clock.advance(hour);
    await upkeep();
    await handlers.refreshPresence(undefined);
    expect(store.get().statusMessage.seen).toBeNull();
  });

  it('that is refused is not lost', async () => {
    const { handlers, simulator, store } = await startSignedIn();
    simulator.setProfile('forbidden403');
    await handlers.setStatusMessage({ text: 'Hello', lasts: 'untilChanged' });
    expect(store.get().statusMessage).toMatchObject({
      seen: null,
      asking: { status: 'failed', message: { text: 'Hello' }, problem: { kind: 'forbidden' } },
    });
  });
});
