import { describe, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { Profile } from '../../electron/simulator/profiles.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { createGate } from '../fakes/gate.ts';
import { pass } from './absence.ts';
import { type Journey, startJourney } from './app.ts';
import { others, passSeconds, sent, startIn } from './creates.ts';

const busy = plainPresence('Busy');
const away = plainPresence('Away');
/** Nothing that is written ever shows, by whatever route. */
const nothingShows: Profile = { name: 'acceptsNeverShows', on: 'writes' };

describe('[R1] a create that is accepted and never shows', () => {
  it('goes once by the documented actions, and the next choices by them at once', async () => {
    const journey = await startIn();
    const { handlers, store, tray } = journey;
    await handlers.setPresence(busy);
    await passSeconds(journey, 20);
    expect([tray().glyph, store.get().publication.status, store.get().verdict?.trace.status]).toEqual([
      ...['busy', 'idle', 201],
    ]);
    await handlers.setPresence(away);
    expect(sent(journey)).toEqual(['presences', 'setUserPreferredPresence', 'setUserPreferredPresence']);
    const next = await startJourney(journey);
    await next.restoreSession();
    await expect.poll(() => next.store.get().verdict?.trace.status).toBe(201);
  });

  it.each(['Away', 'BeRightBack', 'Offline'] as const)('does so where %s is asked of an open Teams', async (name) => {
    const journey = await startIn();
    await journey.handlers.setPresence(plainPresence(name));
    await passSeconds(journey, 20);
    expect([others(journey).availability, journey.store.get().verdict?.trace.status]).toEqual([name, 201]);
  });

  it('does so with its end, which the service is told as well', async () => {
    const journey = await startIn();
    await journey.handlers.setPlan({ lasts: 'PT30M', sequel: 'automatic' });
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 20);
    const action = journey.simulator.requests.find(({ path }) => path.endsWith('setUserPreferredPresence'));
    // Half an hour and the grace, of which the read-backs have passed.
    expect(action?.body).toMatchObject({ availability: 'Busy', expirationDuration: 'PT34M48S' });
    await pass(journey, 30 * 60_000, 30);
    expect([others(journey).availability, journey.store.get().chosen]).toEqual(['Available', null]);
  });

  it('lasts like any choice that was set by the actions', async () => {
    const journey = await startIn();
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 20);
    for (let quarter = 0; quarter < 100; quarter += 1) {
      await journey.clock.advance(15 * 60_000);
      await journey.upkeep();
    }
    expect([others(journey).availability, journey.store.get().chosen?.presence]).toEqual(['Busy', busy]);
  });

  it('does so for the newest of two quick choices', async () => {
    const journey = await startIn();
    await journey.handlers.setPresence(busy);
    await journey.handlers.setPresence(away);
    await passSeconds(journey, 20);
    expect([sent(journey), others(journey).availability]).toEqual([
      ...[['presences', 'presences', 'setUserPreferredPresence'], 'Away'],
    ]);
  });

  it('is replaced where our own earlier choice is what shows instead', async () => {
    const journey = await startIn({ name: 'notFound404' });
    await journey.handlers.setPresence(plainPresence('DoNotDisturb'));
    await passSeconds(journey, 5);
    journey.simulator.setProfile('acceptsNeverShows');
    await journey.handlers.forgetVerdict(undefined);
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 20);
    expect(others(journey).availability).toBe('Busy');
  });

  it('is not to blame where the actions do not show either, and is left at that', async () => {
    const journey = await startIn(nothingShows);
    const { handlers, store } = journey;
    await handlers.setPresence(busy);
    await passSeconds(journey, 120);
    expect([store.get().publication.status, store.get().verdict]).toEqual(['notVisible', null]);
    expect(sent(journey)).toEqual(['presences', 'setUserPreferredPresence']);
    await handlers.setPresence(away);
    expect(sent(journey).at(-1)).toBe('presences');
  });

  it('is left at that where the actions are refused', async () => {
    const journey = await startIn(['acceptsNeverShows', { name: 'forbidden403', on: 'writes' }]);
    const { handlers, store } = journey;
    await handlers.setPresence(busy);
    await passSeconds(journey, 30);
    expect([store.get().publication.status, store.get().verdict]).toEqual(['notVisible', null]);
    expect(sent(journey)).toEqual(['presences', 'setUserPreferredPresence']);
  });
});

describe('[R1] a create that is accepted and not shown stays what it was', () => {
  async function expectLeft(journey: Journey, seen: string): Promise<void> {
    await passSeconds(journey, 20);
    expect(sent(journey).filter((name) => name !== 'presences')).toEqual([]);
    expect([journey.store.get().publication.status, others(journey).activity]).toEqual(['notVisible', seen]);
    expect(journey.store.get().verdict).toBeNull();
  }

  it('while Teams is closed', async () => {
    const journey = await startIn();
    journey.simulator.closeTeams(journey.simulator.people.mira);
    await journey.handlers.refreshPresence(undefined);
    await journey.handlers.setPresence(busy);
    await expectLeft(journey, 'Offline');
  });

  it.each([
    { availability: 'Busy', activity: 'InACall' },
    { availability: 'Busy', activity: 'InAMeeting' },
    { availability: 'DoNotDisturb', activity: 'Presenting' },
  ] as const)('in $activity', async (state) => {
    const journey = await startIn();
    journey.simulator.openTeams(journey.simulator.people.mira, state);
    await journey.handlers.refreshPresence(undefined);
    await journey.handlers.setPresence(plainPresence('DoNotDisturb'));
    await expectLeft(journey, state.activity);
  });

  it('under something stronger that was set elsewhere before', async () => {
    const journey = await startIn();
    journey.simulator.chooseInTeams(journey.simulator.people.mira, plainPresence('DoNotDisturb'));
    await journey.handlers.refreshPresence(undefined);
    await journey.handlers.setPresence(busy);
    await expectLeft(journey, 'DoNotDisturb');
  });

  it('where somebody chose in Teams since', async () => {
    const journey = await startIn();
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 3);
    journey.simulator.chooseInTeams(journey.simulator.people.mira, plainPresence('BeRightBack'));
    await expectLeft(journey, 'BeRightBack');
  });

  it('where only the create is allowed', async () => {
    const journey = await startIn();
    journey.store.apply(settingsChanged, { route: 'createOnly' });
    await journey.handlers.setPresence(busy);
    await expectLeft(journey, 'Available');
  });

  it('where it asks for out of office, which the actions cannot carry', async () => {
    const journey = await startIn();
    await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: 'Back on Monday' });
    await expectLeft(journey, 'Available');
  });
});

describe('[P3] while the wish goes by the actions', () => {
  it('a newer choice is sent after it, and holds', async () => {
    const journey = await startIn();
    const { handlers, network, clock, store } = journey;
    await handlers.setPresence(busy);
    await passSeconds(journey, 11);
    const post = createGate();
    network.holdsRequestOf = { method: 'POST', until: post.opened };
    await clock.advance(1_000);
    await expect.poll(() => network.holdsRequestOf).toBeUndefined();
    expect(store.get().openRequests).toHaveLength(1);
    const newer = handlers.setPresence(away);
    post.open();
    await newer;
    await passSeconds(journey, 20);
    expect([others(journey).availability, store.get().chosen?.presence]).toEqual(['Away', away]);
  });

  it('nothing is sent over a reset', async () => {
    const journey = await startIn();
    await journey.handlers.setPresence(busy);
    await passSeconds(journey, 11);
    await journey.handlers.resetPresence(undefined);
    await passSeconds(journey, 20);
    expect(sent(journey)).toEqual(['presences', 'clearUserPreferredPresence', 'clearPresence']);
  });
});
