import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import { allowed, hour, later, plan } from './absence.ts';
import { startJourney, startSignedIn } from './app.ts';
import { answererOf, askerOf } from './asked.ts';

const status = { kind: 'status', isJson: false } as const;
const statusInJson = { kind: 'status', isJson: true } as const;

/** The next start of somebody who chose Busy. */
async function nextStart() {
  const first = await startSignedIn();
  await first.handlers.setPresence(plainPresence('Busy'));
  await first.saved();
  return startJourney(first);
}

it.each([false, true])('[K2] a start says what others see, and not that nobody knows it: JSON %s', async (isJson) => {
  const journey = await nextStart();
  const starting = journey.restoreSession();
  const { code, text } = await answererOf(journey)(isJson ? statusInJson : status);
  expect(code).toBe(0);
  if (isJson) expect(JSON.parse(text).presence).toMatchObject({ availability: 'Busy', evidence: 'seen' });
  else expect(text).toBe('Busy · Set at 09:04\nmira@contoso.com');
  await starting;
});

it('[K2] a start without a network answers at once, and one whose Microsoft 365 is down says so', async () => {
  const offline = await nextStart();
  offline.store.apply(connectionChanged, false);
  await offline.restoreSession();
  const before = offline.simulator.requests.length;
  expect(await answererOf(offline)(status)).toEqual({
    code: 4,
    text: 'Busy · Set at 09:04 · offline\nmira@contoso.com',
  });
  expect(offline.simulator.requests.length).toBe(before);
  const down = await nextStart();
  down.simulator.setProfile({ name: 'serverError500', on: 'reads' });
  const starting = down.restoreSession();
  const { text } = await answererOf(down)(status);
  expect(text.split('\n')).toContain('Could not check. Microsoft 365 has a problem.');
  await starting;
});

it('[K2] what was there before a reset is not called automatic, neither by it nor by a status just after it', async () => {
  const journey = await startSignedIn();
  const [ask, answer] = [askerOf(journey), answererOf(journey)];
  await journey.handlers.setPresence(plainPresence('DoNotDisturb'));
  await journey.clock.advance(5_000);
  expect(await ask({ presence: { do: 'reset' } })).toEqual({ code: 0, text: 'Done.' });
  expect((await answer(status)).text).toBe('Do not disturb · accepted, being checked\nmira@contoso.com');
  await journey.clock.advance(5_000);
  expect((await answer(status)).text).toBe('Available · Automatic, follows Teams\nmira@contoso.com');
});

it('[K2] what waits is named: a choice, its end, or out of office, for which nobody chose a presence', async () => {
  const journey = await startSignedIn();
  const [ask, answer] = [askerOf(journey), answererOf(journey)];
  const lines = async () => (await answer(status)).text.split('\n');
  journey.network.isUp = false;
  await journey.handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
  expect(await lines()).toEqual([
    'Available · Automatic, follows Teams',
    'Out of office: Turning on…',
    'Microsoft 365 can’t be reached.',
    'mira@contoso.com',
  ]);
  await journey.handlers.cancelPublication(undefined);
  await ask({ presence: { do: 'set', presence: plainPresence('Busy'), until: null, sequel: 'automatic' } });
  expect(await lines()).toEqual([
    'Available · Automatic, follows Teams',
    'Changing to Busy…',
    'Microsoft 365 can’t be reached.',
    'mira@contoso.com',
  ]);
  await ask({ presence: { do: 'reset' } });
  expect((await lines())[1]).toBe('Changing to automatic…');
  journey.network.isUp = true;
  await ask({ presence: { do: 'set', presence: plainPresence('Busy'), until: null, sequel: 'automatic' } });
  journey.network.isUp = false;
  const until = toInstant(journey.clock.now() + 3_600_000);
  await ask({ presence: { do: 'set', presence: plainPresence('Busy'), until, sequel: 'automatic' } });
  expect((await lines())[1]).toBe('Changing how long it lasts…');
});

it('[K2] so is an absence whose mail waits, or was refused', async () => {
  const journey = await allowed();
  const lines = async () => (await answererOf(journey)(status)).text.split('\n');
  journey.network.isUp = false;
  await journey.handlers.saveOutOfOffice(plan({}));
  journey.store.apply(connectionChanged, false);
  expect((await lines())[1]).toBe('Out of office: Waits until you’re online');
  journey.network.isUp = true;
  journey.store.apply(connectionChanged, true);
  journey.simulator.setProfile('mailboxForbidden403');
  await journey.handlers.saveOutOfOffice(plan({}));
  expect((await lines())[1]).toBe(
    'Out of office: Not saved. Your organisation doesn’t allow this app to change your automatic replies.',
  );
});

it('[K2] in JSON a presence that only goes along with out of office is no choice that waits, and out of office is', async () => {
  const journey = await allowed();
  const report = async () => JSON.parse((await answererOf(journey)(statusInJson)).text);
  const { handlers, network } = journey;
  const isOutOfOffice = true;
  expect(await report()).toMatchObject({ pending: null, pendingOutOfOffice: null });
  network.isUp = false;
  await handlers.setOutOfOffice({ isOutOfOffice, message: null });
  expect(await report()).toMatchObject({
    pending: null,
    pendingOutOfOffice: { isOutOfOffice, status: 'waiting' },
  });
  await handlers.setPresence(plainPresence('Busy'));
  expect(await report()).toMatchObject({
    pending: { availability: 'Busy', status: 'waiting' },
    pendingOutOfOffice: { isOutOfOffice, status: 'waiting' },
  });
  await handlers.cancelPublication(undefined);
  await handlers.saveOutOfOffice(plan({}));
  expect(await report()).toMatchObject({ pending: null, pendingOutOfOffice: { isOutOfOffice, status: 'waiting' } });
  network.isUp = true;
  await handlers.saveOutOfOffice(plan({}));
  expect(await report()).toMatchObject({
    pending: null,
    pendingOutOfOffice: { isOutOfOffice, status: 'checking' },
  });
  await journey.clock.advance(5_000);
  expect(await report()).toMatchObject({ pending: null, pendingOutOfOffice: null, outOfOffice: { isOutOfOffice } });
  journey.simulator.setProfile('mailboxForbidden403');
  await handlers.saveOutOfOffice(plan({}));
  expect(await report()).toMatchObject({ pendingOutOfOffice: { isOutOfOffice, status: 'failed' } });
});

it('[K2] a reading that is refused is not called a refusal to set, and what is known is said to be from before', async () => {
  const journey = await startSignedIn();
  journey.simulator.setProfile({ name: 'forbidden403', on: 'reads' });
  await journey.handlers.refreshPresence(undefined);
  expect((await answererOf(journey)(status)).text.split('\n')[1]).toBe(
    'Could not check. Your organisation’s Microsoft 365 doesn’t tell Presently what others see. Last checked 09:04.',
  );
});

it('[K2] what was seen before a reset, and could not be read since, is not called automatic', async () => {
  const journey = await startSignedIn();
  const { handlers, simulator, clock, store } = journey;
  await handlers.setPresence(plainPresence('DoNotDisturb'));
  await clock.advance(65_000);
  simulator.setProfile({ name: 'serverError500', on: 'reads' });
  await handlers.resetPresence(undefined);
  for (let second = 0; second < 20; second += 1) {
    await clock.advance(1_000);
    await expect.poll(() => store.get().reading.status).not.toBe('reading');
  }
  expect(store.get().publication.status).toBe('notVisible');
  expect((await answererOf(journey)(status)).text.split('\n')[0]).toBe(
    'Do not disturb · your change was accepted, but is not visible yet',
  );
});

it('[K2] an absence that is still to come is told, by its own answer and by the status', async () => {
  const journey = await startSignedIn();
  const [ask, answer] = [askerOf(journey), answererOf(journey)];
  const [from, until] = [later(journey, hour), later(journey, 2 * hour)];
  const planned = ['Available · Automatic, follows Teams', 'Out of office: From 10:04'];
  expect(await ask({ outOfOffice: { isOutOfOffice: true, from, until, reply: null } })).toEqual({
    code: 0,
    text: planned.join('\n'),
  });
  expect((await answer(status)).text.split('\n')).toEqual([...planned, 'mira@contoso.com']);
});
