import { expect, it } from 'vitest';
import { allowed, day, hour, later, mailOf, pass, plan } from './absence.ts';
import { type Journey, startSignedIn } from './app.ts';

const told = ({ desktop }: Journey) => desktop.asked.filter((each) => each.startsWith('notify You are back'));

it('[O8] the return is told once the end is carried out, and not before', async () => {
  const journey = await allowed({ isPopupOpen: true });
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  journey.simulator.setProfile({ name: 'unavailable503', on: 'mailbox' });
  await pass(journey, 2 * hour);
  expect([journey.store.get().outOfOffice.absence === null, told(journey)]).toEqual([false, []]);
  journey.simulator.setProfile('acceptsAndShows');
  await pass(journey, hour);
  expect([mailOf(journey).status, told(journey)]).toEqual(['disabled', ['notify You are back: out of office is off.']]);
  await pass(journey, day);
  expect(told(journey)).toHaveLength(1);
});

it('[O8] nobody is told to be back where Outlook refused the end, also once that was read', async () => {
  const journey = await allowed({ isPopupOpen: true });
  const { simulator, handlers, store } = journey;
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  simulator.setProfile('mailboxForbidden403');
  await pass(journey, 6 * hour, 12);
  expect(store.get().outOfOffice.asking).toMatchObject({ status: 'failed', task: { kind: 'end' } });
  handlers.dismissOutOfOffice(undefined);
  simulator.setProfile('acceptsAndShows');
  await pass(journey, 6 * hour, 12);
  expect([store.get().outOfOffice.asking.status, told(journey), store.get().notices]).toEqual(['idle', [], []]);
});

it('[O8] of a return from an absence without automatic replies nothing is said of replies', async () => {
  const journey = await startSignedIn({ isPopupOpen: true });
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour), replies: null }));
  await pass(journey, day);
  expect(told(journey)).toEqual([expect.not.stringContaining('replies')]);
});

it('[O8] nobody is told to be back whom others still see away', async () => {
  const journey = await allowed({ isPopupOpen: true });
  const { simulator, handlers, clock } = journey;
  const leave = { showAs: 'oof', startsAt: clock.now(), endsAt: clock.now() + day, subject: 'Leave' } as const;
  simulator.setEvents(simulator.people.mira, [leave]);
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  await pass(journey, 6 * hour, 12);
  expect([journey.store.get().outOfOffice.absence, told(journey)]).toEqual([null, []]);
  await pass(journey, day);
  expect(told(journey)).toHaveLength(1);
});

it('[I1] where that is switched off, an absence is told of in the popup only', async () => {
  const journey = await allowed();
  await journey.handlers.changeSettings({ notifyAbsence: false });
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  await pass(journey, 4 * hour, 8);
  expect([told(journey), journey.store.get().notices]).toEqual([[], [{ kind: 'outOfOfficeOver' }]]);
});

it('[O8] of an absence that was called off no return is told', async () => {
  const journey = await allowed({ isPopupOpen: true });
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  await journey.handlers.endOutOfOffice(undefined);
  await pass(journey, 2 * hour);
  expect(told(journey)).toEqual([]);
});

it('[O4][N2] presences and mailbox hold each other up by no Retry-After', async () => {
  const journey = await allowed();
  const { simulator, handlers, store } = journey;
  simulator.setProfile({ name: 'throttled429', on: 'mailbox', retryAfterSeconds: 600 });
  await handlers.readMailbox(undefined);
  await handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  expect([journey.posts().length, store.get().presence?.value.availability]).toEqual([1, 'Busy']);
  const asked = () => simulator.requests.filter(({ path }) => path.endsWith('mailboxSettings')).length;
  const before = asked();
  await handlers.readMailbox(undefined);
  expect([asked(), store.get().outOfOffice.problem?.kind]).toEqual([before, 'throttled']);

  simulator.setProfile({ name: 'throttled429', on: 'writes', retryAfterSeconds: 1200 });
  await journey.clock.advance(700_000);
  await handlers.setPresence({ availability: 'Away', activity: 'Away' });
  await handlers.saveOutOfOffice(plan({ inPresence: false }));
  expect([store.get().publication.status, mailOf(journey).status]).toEqual(['waiting', 'alwaysEnabled']);
});

it('[O9] in a cloud without it, no presence names out of office, whoever asks', async () => {
  const journey = await allowed({ profile: 'governmentCloud' });
  const { handlers, store } = journey;
  await handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  expect([store.get().publication.status, store.get().verdict]).not.toContain('failed');
  expect(journey.posts().map(({ status, body }) => [status, Object.keys(body ?? {})])).toEqual([
    [201, ['@odata.type', 'id', 'availability', 'activity']],
  ]);
  await handlers.setOutOfOffice({ isOutOfOffice: true, message: 'Away' });
  expect(store.get().publication).toMatchObject({ status: 'failed', problem: { kind: 'outOfOfficeNotOffered' } });
  await handlers.saveOutOfOffice(plan({ until: later(journey, hour) }));
  await pass(journey, 2 * hour);
  expect([mailOf(journey).status, journey.posts().length]).toEqual(['disabled', 1]);
  await handlers.saveOutOfOffice(plan({ replies: null }));
  expect(store.get().outOfOffice.asking).toMatchObject({ status: 'failed', trouble: { kind: 'nothing' } });
});
