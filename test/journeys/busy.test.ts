import { expect, it } from 'vitest';
import { startSignedIn } from './app.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;

it('[P1][P2] a click on Busy is one correct POST, and the icon turns red when it is accepted', async () => {
  const { handlers, posts, tray, store, states, simulator } = await startSignedIn();
  expect(tray().glyph).toBe('available');
  await handlers.setPresence(busy);
  expect(posts().map(({ method, path, body, status }) => ({ method, path, body, status }))).toEqual([
    {
      method: 'POST',
      path: '/beta/communications/presences',
      status: 201,
      body: {
        '@odata.type': '#microsoft.graph.presence',
        id: simulator.people.mira.oid,
        ...busy,
        outOfOfficeSettings: {
          '@odata.type': '#microsoft.graph.outOfOfficeSettings',
          isOutOfOffice: false,
          message: null,
        },
      },
    },
  ]);
  expect([tray().glyph, store.get().presence?.evidence]).toEqual(['busy', 'accepted']);
  const asked = states.filter(({ publication }) => publication.status === 'publishing');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.every(({ presence }) => presence?.value.availability === 'Available')).toBe(true);
});

it('[P5] about two seconds later it is seen', async () => {
  const { handlers, clock, store, simulator } = await startSignedIn();
  await handlers.setPresence(busy);
  await clock.advance(2_000);
  await expect.poll(() => store.get().presence?.evidence).toBe('seen');
  expect(store.get().publication).toEqual({ status: 'idle' });
  expect(simulator.presenceOf(simulator.people.mira).availability).toBe('Busy');
});

it('[P3] of many fast clicks only the newest is sent', async () => {
  const { handlers, posts, store } = await startSignedIn();
  await Promise.all([
    handlers.setPresence(busy),
    handlers.setPresence({ availability: 'Away', activity: 'Away' }),
    handlers.setPresence({ availability: 'BeRightBack', activity: 'BeRightBack' }),
    handlers.setPresence({ availability: 'DoNotDisturb', activity: 'Presenting' }),
  ]);
  expect(posts().map(({ body }) => (body as { activity: string }).activity)).toEqual(['Presenting']);
  expect(store.get().chosen?.presence).toEqual({ availability: 'DoNotDisturb', activity: 'Presenting' });
});

it('[P6] Reset gives the presence back', async () => {
  const { handlers, clock, store, simulator } = await startSignedIn();
  await handlers.setPresence({ availability: 'Busy', activity: 'InACall' });
  await handlers.resetPresence(undefined);
  const { mira } = simulator.people;
  expect(simulator.requests.slice(-2).map(({ path, body, status }) => ({ path, body, status }))).toEqual([
    { path: `/beta/users/${mira.oid}/presence/clearUserPreferredPresence`, body: {}, status: 200 },
    { path: `/beta/users/${mira.oid}/presence/clearPresence`, body: { sessionId: simulator.clientId }, status: 200 },
  ]);
  await clock.advance(2_000);
  await expect.poll(() => store.get().presence?.value.availability).toBe('Available');
  expect([store.get().chosen, store.get().publication]).toEqual([null, { status: 'idle' }]);
});

it('[P6] Reset is fine when there is nothing to reset', async () => {
  const { handlers, store } = await startSignedIn();
  await handlers.resetPresence(undefined);
  expect(store.get().publication.status).toBe('checking');
});

it('a presence changed in Teams is followed, and no longer called ours', async () => {
  const { handlers, clock, store, simulator } = await startSignedIn();
  await handlers.setPresence(busy);
  await clock.advance(2_000);
  await expect.poll(() => store.get().publication.status).toBe('idle');
  simulator.chooseInTeams(simulator.people.mira, { availability: 'BeRightBack', activity: 'BeRightBack' });
  await handlers.refreshPresence(undefined);
  expect([store.get().chosen, store.get().presence?.value.availability]).toEqual([null, 'BeRightBack']);
});
