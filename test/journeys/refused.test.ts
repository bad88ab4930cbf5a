import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '#contract/problem.ts';
import type { Profile } from '../../electron/simulator/profiles.ts';
import { startSignedIn } from './app.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;

describe('[P4] a tenant that does not take it', () => {
  it.each<readonly [Profile['name'], string, ProblemKind, string]>([
    ['forbidden403', 'failed', 'forbidden', 'Your organisation doesn’t allow this app to set your presence.'],
    [
      'html200',
      'failed',
      'intercepted',
      'Your network answered instead of Microsoft. It may want you to sign in to it first.',
    ],
    ['unavailable503', 'waiting', 'unavailable', 'Microsoft 365 has a problem.'],
    ['hangs', 'waiting', 'timedOut', 'Microsoft 365 didn’t answer in time.'],
    ['resets', 'waiting', 'offline', 'Microsoft 365 can’t be reached.'],
  ])('(%s) leaves the icon as it was and says why', async (name, status, kind, sentence) => {
    const { handlers, simulator, store, tray } = await startSignedIn();
    simulator.setProfile({ name });
    await handlers.setPresence(busy);
    const { publication, presence } = store.get();
    expect(publication).toMatchObject({ status, problem: { kind } });
    expect([tray().glyph, presence?.value.availability]).toEqual(['available', 'Available']);
    expect(tray().tooltip).toContain(sentence.slice(0, 60));
  });

  it('answers about somebody else: it is not said to be set, until it shows', async () => {
    const { handlers, simulator, store, tray, states } = await startSignedIn();
    simulator.setProfile({ name: 'otherId200' });
    await handlers.setPresence(busy);
    await expect.poll(() => [tray().glyph, store.get().publication.status]).toEqual(['busy', 'idle']);
    expect(states.find(({ publication }) => publication.status === 'failed')).toMatchObject({
      publication: { problem: { kind: 'unexpected' } },
      presence: { value: { availability: 'Available' } },
    });
  });

  it('answers about somebody else, and never shows it: what others set later is not taken for it', async () => {
    const { handlers, simulator, store, tray, clock, upkeep } = await startSignedIn();
    simulator.setProfile(['otherId200', 'acceptsNeverShows']);
    const readings = () => simulator.requests.filter(({ path }) => path.endsWith('/presence')).length;
    const before = readings();
    await handlers.setPresence(busy);
    await expect.poll(readings).toBeGreaterThan(before);
    await expect.poll(() => store.get().reading.status).toBe('idle');
    expect([tray().glyph, store.get().publication]).toMatchObject([
      'available',
      { status: 'failed', problem: { kind: 'unexpected' } },
    ]);
    expect(tray().tooltip).toContain('Microsoft 365 gave an answer that Presently doesn’t understand.'.slice(0, 60));
    await clock.advance(10 * 60_000);
    await expect.poll(() => store.get().openRequests).toEqual([]);
    simulator.setProfile('acceptsAndShows');
    simulator.chooseInTeams(simulator.people.mira, busy);
    await upkeep();
    await expect.poll(() => tray().glyph).toBe('busy');
    expect([store.get().publication.status, store.get().chosen]).toEqual(['failed', null]);
  });

  it('is asked again on Try again, and by itself', async () => {
    const { handlers, simulator, store, tray, clock } = await startSignedIn();
    simulator.setProfile({ name: 'unavailable503', times: 2 });
    await handlers.setPresence(busy);
    expect(store.get().publication.status).toBe('waiting');
    await handlers.retryPublication(undefined);
    expect(store.get().publication.status).toBe('waiting');
    await clock.advance(4_000);
    await expect.poll(() => store.get().publication.status).toBe('checking');
    expect([tray().glyph, store.get().publication.status]).toEqual(['busy', 'checking']);
  });

  it('copies what a helper needs to find the request again', async () => {
    const { handlers, simulator, desktop } = await startSignedIn();
    simulator.setProfile('forbidden403');
    await handlers.setPresence(busy);
    await handlers.copyProblem(undefined);
    expect(desktop.asked.at(-1)).toMatch(
      /^copy Your organisation .*\nkind: forbidden\nstatus: 403\ncode: Forbidden\nrequestId: /s,
    );
  });
});

it('[N2] a throttled wish waits as long as the service says, and is then sent by itself', async () => {
  const { handlers, simulator, clock, store, posts, tray } = await startSignedIn();
  simulator.setProfile({ name: 'throttled429', times: 1, retryAfterSeconds: 7 });
  await handlers.setPresence(busy);
  expect([store.get().publication.status, tray().glyph]).toEqual(['waiting', 'available']);
  await handlers.setPresence({ availability: 'Away', activity: 'Away' });
  await handlers.cancelPublication(undefined);
  await handlers.setPresence({ availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
  await clock.advance(6_900);
  expect(posts().length).toBe(1);
  await clock.advance(200);
  await expect.poll(() => tray().glyph).toBe('doNotDisturb');
  expect(posts().map(({ body }) => (body as { availability: string }).availability)).toEqual(['Busy', 'DoNotDisturb']);
});

it('[N2] nothing is sent before its time: not the newer choice in line, and no read', async () => {
  const { handlers, simulator, clock, store, posts } = await startSignedIn();
  const reads = () => simulator.requests.filter(({ method }) => method === 'GET').length;
  simulator.setProfile({ name: 'throttled429', times: 1, retryAfterSeconds: 60 });
  await Promise.all([handlers.setPresence(busy), handlers.setPresence({ availability: 'Away', activity: 'Away' })]);
  const before = reads();
  await handlers.refreshPresence(undefined);
  await clock.advance(59_000);
  expect([posts().length, reads()]).toEqual([1, before]);
  await clock.advance(1_100);
  await expect.poll(() => store.get().chosen?.presence.availability).toBe('Away');
});

it('a throttled wish that is given up is not sent', async () => {
  const { handlers, simulator, clock, store, posts } = await startSignedIn();
  simulator.setProfile({ name: 'throttled429', times: 1, retryAfterSeconds: 7 });
  await handlers.setPresence(busy);
  await handlers.cancelPublication(undefined);
  await clock.advance(20_000);
  expect([posts().length, store.get().publication]).toEqual([1, { status: 'idle' }]);
});

it('[N3] offline, the newest choice waits and is sent when the network is back', async () => {
  const { handlers, catchUp, network, store, posts, tray } = await startSignedIn();
  network.isUp = false;
  await handlers.setPresence(busy);
  await handlers.setPresence({ availability: 'Away', activity: 'Away' });
  expect([store.get().publication.status, tray().glyph, posts().length]).toEqual(['waiting', 'available', 0]);
  network.isUp = true;
  await catchUp();
  expect([tray().glyph, posts().length]).toEqual(['away', 1]);
});

it('[N3] a network that is back without anybody noticing is found by trying again', async () => {
  const { handlers, network, clock, tray } = await startSignedIn();
  network.isUp = false;
  await handlers.setPresence(busy);
  network.isUp = true;
  await clock.advance(2_000);
  await expect.poll(() => tray().glyph).toBe('busy');
});

it('[P5] accepted but never shown falls back to what others see, and says so', async () => {
  const { handlers, simulator, clock, store, tray } = await startSignedIn();
  simulator.setProfile({ name: 'acceptsNeverShows', on: 'writes' });
  await handlers.setPresence(busy);
  expect(tray().glyph).toBe('busy');
  for (let second = 0; second < 30; second += 1) {
    await clock.advance(1_000);
    await expect.poll(() => store.get().reading.status).toBe('idle');
  }
  await expect.poll(() => store.get().publication.status).toBe('notVisible');
  expect([tray().glyph, store.get().chosen?.presence]).toEqual(['available', busy]);
});

it('[P8] a wish that was carried out although no answer came is found by reading', async () => {
  const { handlers, simulator, store, tray, posts } = await startSignedIn();
  simulator.setProfile({ name: 'slow', delayMilliseconds: 700, times: 1 });
  await handlers.setPresence(busy);
  expect(store.get().publication).toMatchObject({ status: 'waiting', problem: { kind: 'timedOut' } });
  await expect.poll(() => simulator.presenceOf(simulator.people.mira).availability).toBe('Busy');
  await handlers.refreshPresence(undefined);
  expect([tray().glyph, store.get().publication.status, store.get().chosen?.presence]).toEqual(['busy', 'idle', busy]);
  expect(posts().length).toBe(1);
});

it('[P8] a wish whose connection broke is looked for before it is sent again', async () => {
  const { handlers, simulator, store, tray, clock, posts } = await startSignedIn();
  simulator.setProfile({ name: 'appliesThenResets', times: 1 });
  await handlers.setPresence(busy);
  expect(store.get().publication.status).toBe('waiting');
  await clock.advance(2_000);
  await expect.poll(() => [tray().glyph, store.get().publication.status]).toEqual(['busy', 'idle']);
  expect([posts().length, store.get().chosen?.presence]).toEqual([1, busy]);
});

it('[E1] a refused choice whose own end has passed is given up by a try, and not sent', async () => {
  const { handlers, simulator, store, posts, clock } = await startSignedIn();
  await handlers.setPlan({ lasts: 'PT30M', sequel: 'automatic' });
  simulator.setProfile({ name: 'forbidden403', on: 'writes' });
  await handlers.setPresence(busy);
  expect(store.get().publication.status).toBe('failed');
  const before = posts().length;
  simulator.setProfile('acceptsAndShows');
  await clock.advance(3_600_000);
  await handlers.retryPublication(undefined);
  expect([store.get().publication.status, posts().length]).toEqual(['idle', before]);
});
