import { describe, expect, it } from 'vitest';
import type { Profile } from '../../electron/simulator/profiles.ts';
import { sessionEnded } from '../../electron/state/sessionTransitions.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { type Journey, startJourney, startSignedIn } from './app.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;
const inACall = { availability: 'Busy', activity: 'InACall' } as const;

describe('[R1] a tenant without the create operation', () => {
  it.each<Profile['name']>([
    'notFound404',
    'notAllowed405',
    'createForbidden403',
    'unauthorized401',
    'segment400',
    'conflict409',
    'governmentCloud',
  ])('(%s) gets the wish by the documented actions, and the user sees nothing of it', async (name) => {
    const { handlers, simulator, store, tray } = await startSignedIn();
    simulator.setProfile(name);
    await handlers.setPresence(busy);
    expect([tray().glyph, store.get().publication.status]).toEqual(['busy', 'checking']);
    expect(store.get().writes.map(({ operation, outcome }) => [operation, outcome === 'accepted'])).toEqual([
      ['setUserPreferredPresence', true],
      ['create', false],
    ]);
    expect(simulator.presenceOf(simulator.people.mira).availability).toBe('Busy');
  });

  it('is not asked for it again, until the user wants to', async () => {
    const { handlers, simulator, store, posts } = await startSignedIn();
    simulator.setProfile('notFound404');
    await handlers.setPresence(busy);
    await handlers.setPresence(inACall);
    expect([posts().length, store.get().verdict?.trace.status]).toEqual([1, 404]);
    expect(simulator.presenceOf(simulator.people.mira).activity).toBe('InACall');
    simulator.setProfile('acceptsAndShows');
    await handlers.forgetVerdict(undefined);
    expect([posts().length, posts().at(-1)?.status, store.get().verdict]).toEqual([2, 201, null]);
  });

  it('is not concluded from a wish that it does not accept, which lasts all the same', async () => {
    const journey = await startSignedIn();
    const { handlers, simulator, store } = journey;
    simulator.setProfile('badRequest400');
    await handlers.setPresence(busy);
    await quarters(journey, 100);
    expect([store.get().verdict, simulator.presenceOf(simulator.people.mira).availability]).toEqual([null, 'Busy']);
  });

  it('is still known at the next start', async () => {
    const first = await startSignedIn();
    first.simulator.setProfile('notFound404');
    await first.handlers.setPresence(busy);
    await expect.poll(() => first.store.get().verdict).not.toBeNull();
    const second = await startJourney(first);
    await second.restoreSession();
    await expect.poll(() => second.store.get().verdict?.trace.status).toBe(404);
  });

  it('says of out of office what it cannot do', async () => {
    const { handlers, simulator, store } = await startSignedIn();
    simulator.setProfile('notFound404');
    await handlers.setOutOfOffice({ isOutOfOffice: true, message: 'Back on Monday' });
    expect(store.get().publication).toMatchObject({ status: 'failed', problem: { kind: 'outOfOfficeNotOffered' } });
  });

  it('fails honestly where only the create operation is allowed', async () => {
    const { handlers, simulator, store } = await startSignedIn();
    store.apply(settingsChanged, { route: 'createOnly' });
    simulator.setProfile('notFound404');
    await handlers.setPresence(busy);
    expect(store.get().publication).toMatchObject({ status: 'failed', problem: { kind: 'notOffered' } });
  });
});

it.each<Profile['name']>(['throttled429', 'unavailable503', 'hangs', 'html200', 'claimsChallenge401'])(
  '[R1] %s says nothing about the route',
  async (name) => {
    const { handlers, simulator, store } = await startSignedIn();
    simulator.setProfile(name);
    await handlers.setPresence(busy);
    expect([store.get().verdict, store.get().writes.every(({ operation }) => operation === 'create')]).toEqual([
      null,
      true,
    ]);
  },
);

async function quarters({ clock, upkeep }: Journey, count: number): Promise<void> {
  for (let quarter = 0; quarter < count; quarter += 1) {
    await clock.advance(15 * 60_000);
    await upkeep();
  }
}

it('[R1] a choice that the service ends by itself outlives a renewal that failed', async () => {
  const journey = await startSignedIn();
  const { handlers, simulator, store } = journey;
  await handlers.changeSettings({ route: 'actionsOnly' });
  await handlers.setPresence(busy);
  await quarters(journey, 47);
  simulator.setProfile({ name: 'unavailable503', times: 1 });
  await quarters(journey, 53);
  expect(store.get().chosen?.presence).toEqual(busy);
});

it('[R1] a choice that the service ends by itself outlives a new sign-in, which asks for the other route again', async () => {
  const journey = await startSignedIn();
  const { handlers, simulator, store } = journey;
  simulator.setProfile('notFound404');
  await handlers.setPresence(busy);
  await quarters(journey, 1);
  store.apply(sessionEnded, { kind: 'signInRequired' });
  await handlers.signIn('browser');
  expect(store.get().verdict).toBeNull();
  await quarters(journey, 100);
  expect([store.get().chosen?.presence, simulator.presenceOf(simulator.people.mira)]).toMatchObject([busy, busy]);
});
