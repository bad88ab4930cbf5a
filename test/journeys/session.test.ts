import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { redact } from '../../electron/log.ts';
import { startJourney, startSignedIn } from './app.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;

it('[S2] signing in opens the browser once and ends with the presence on screen', async () => {
  const { handlers, restoreSession, store, states, desktop, simulator } = await startJourney();
  await restoreSession();
  expect(store.get().session).toEqual({ status: 'signedOut', account: null, problem: null });
  await handlers.signIn('browser');
  const { mira } = simulator.people;
  expect(store.get().session).toMatchObject({
    status: 'signedIn',
    keptBy: 'keyring',
    account: { id: mira.oid, name: mira.name },
  });
  expect(store.get().presence?.value.availability).toBe('Available');
  expect(states.some(({ session }) => session.status === 'signingIn')).toBe(true);
  expect(desktop.asked).toContain('showPopup');
  expect(simulator.signIns.filter(({ path }) => path.endsWith('/authorize')).length).toBeGreaterThan(0);
});

it('[S4] the next start is signed in from the store alone', async () => {
  const first = await startSignedIn();
  const before = first.simulator.signIns.length;
  const second = await startJourney(first);
  await second.restoreSession();
  expect([second.store.get().session.status, second.tray().glyph]).toEqual(['signedIn', 'available']);
  expect(first.simulator.signIns.length).toBe(before);
});

it('[S6] a withdrawn session keeps name and wish, and the wish is sent after the new sign-in', async () => {
  const { handlers, simulator, store, tray, posts } = await startSignedIn();
  simulator.setProfile('refreshRevoked');
  await handlers.setPresence(busy);
  const { session } = store.get();
  expect(session).toMatchObject({
    status: 'signedOut',
    account: { name: 'Mira Kovač' },
    problem: { kind: 'signInRequired' },
  });
  expect(tray().glyph).toBe('needsYou');
  simulator.setProfile('acceptsAndShows');
  await handlers.signIn('browser');
  expect([tray().glyph, posts().at(-1)?.status]).toEqual(['busy', 201]);
});

it('[S6] a session that a read finds ended first does not strand the wish', async () => {
  const { handlers, simulator, store, posts } = await startSignedIn();
  simulator.setProfile('refreshRevoked');
  await Promise.all([handlers.refreshPresence(undefined), handlers.setPresence(busy)]);
  expect(store.get().publication).toMatchObject({ status: 'waiting', problem: { kind: 'signInRequired' } });
  simulator.setProfile('acceptsAndShows');
  await handlers.signIn('browser');
  expect([posts().at(-1)?.status, store.get().chosen?.presence]).toEqual([201, busy]);
});

it('[S6] a choice stays ours over a new sign-in of the same person', async () => {
  const { handlers, simulator, store } = await startSignedIn();
  await handlers.setPresence(busy);
  simulator.setProfile('refreshRevoked');
  await handlers.refreshPresence(undefined);
  expect(store.get().session.status).toBe('signedOut');
  simulator.setProfile('acceptsAndShows');
  await handlers.signIn('browser');
  expect(store.get()).toMatchObject({ chosen: { presence: busy }, presence: { value: { availability: 'Busy' } } });
});

it.each([
  ['an organisation that no longer has the person', 50020, 'foreignAccount'],
  ['an account that is a personal one by now', 500200, 'personalAccount'],
] as const)('[S6] %s ends the session and says why, so that another account can be used', async (_who, code, kind) => {
  const { handlers, simulator, store, clock } = await startSignedIn({ accessTokenSeconds: 1_500 });
  simulator.setRefusal({ at: 'refresh', code });
  await clock.advance(30 * 60_000);
  await handlers.refreshPresence(undefined);
  expect(store.get().session).toMatchObject({
    status: 'signedOut',
    account: { id: simulator.people.mira.oid },
    problem: { kind },
  });
  simulator.setRefusal(null);
  await handlers.signIn('browser');
  expect(store.get().session.status).toBe('signedIn');
});

it('[N5] a claims challenge is met by one silent renewal, and the user sees nothing of it', async () => {
  const { handlers, simulator, store, posts } = await startSignedIn();
  simulator.setProfile('claimsChallenge401');
  await handlers.setPresence(busy);
  expect([posts().map(({ status }) => status), store.get().session.status]).toEqual([[401, 201], 'signedIn']);
});

it('[N5] a challenge that only a sign-in can meet asks for one, with the claims', async () => {
  const { handlers, simulator, store, tray } = await startSignedIn();
  simulator.setProfile({ name: 'claimsChallenge401', isInteractionNeeded: true });
  await handlers.setPresence(busy);
  expect(store.get().session).toMatchObject({ status: 'signedOut', problem: { kind: 'signInRequired' } });
  await handlers.signIn('browser');
  expect(tray().glyph).toBe('busy');
});

it('[N5] a read that is refused with 401 for no reason of the token ends no session', async () => {
  const { handlers, simulator, store } = await startSignedIn();
  simulator.setProfile({ name: 'unauthorized401', on: 'reads' });
  await handlers.refreshPresence(undefined);
  expect(store.get()).toMatchObject({ session: { status: 'signedIn' }, reading: { problem: { kind: 'forbidden' } } });
});

it('[S5] signing out forgets the person, on screen and in the store', async () => {
  const { handlers, store, tokenStore, tray } = await startSignedIn();
  await handlers.setPresence(busy);
  await handlers.signOut(undefined);
  expect(store.get()).toMatchObject({ session: { status: 'signedOut', account: null }, presence: null, chosen: null });
  expect([(await tokenStore.load()).text, tray().glyph]).toEqual(['', 'signedOut']);
});

it('[S5] signing out leaves no id of the person in what was found out about their organisation', async () => {
  const { handlers, simulator, folder } = await startSignedIn({ profile: 'notFound404' });
  const verdicts = () => readFileSync(join(folder, 'verdicts.json'), 'utf8');
  await handlers.setPresence(busy);
  await expect.poll(verdicts).toContain(simulator.people.mira.oid);
  await handlers.signOut(undefined);
  await expect.poll(verdicts).not.toContain(simulator.people.mira.oid);
});

it('[A3] keys stay let go for as long as some are recorded, whatever becomes of the session meanwhile', async () => {
  const { handlers, store } = await startSignedIn();
  const seen: boolean[] = [];
  await handlers.recordShortcut(true);
  seen.push(store.get().isRecordingKeys);
  await handlers.signOut(undefined);
  seen.push(store.get().isRecordingKeys);
  await handlers.recordShortcut(false);
  expect([...seen, store.get().isRecordingKeys]).toEqual([true, true, false]);
});

it('[X3][S1][F2] no state, log line or copied text ever holds a token, and no log line the id of a person', async () => {
  const { handlers, simulator, states, log, desktop, tokenStore } = await startSignedIn();
  await handlers.setPresence(busy);
  simulator.setProfile('forbidden403');
  await handlers.setPresence({ availability: 'Away', activity: 'Away' });
  await handlers.copyProblem(undefined);
  const { text } = await tokenStore.load();
  const secrets = [...text.matchAll(/"secret":\s*"([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(secrets.length).toBeGreaterThanOrEqual(3);
  const everything = JSON.stringify(states) + log.text() + desktop.asked.join('\n');
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  expect(redact(log.text())).not.toContain(simulator.people.mira.oid);
});
