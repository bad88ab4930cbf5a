import { expect, it } from 'vitest';
import { allowed, day, formatted, hour, later, mailOf, pass, plan, seenOf, truth } from './absence.ts';
import { startSignedIn } from './app.ts';
import { again } from './ruled.ts';

it('[O4] the mailbox is asked for where somebody wants it, once, and the session goes on', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers, store, desktop } = journey;
  const scopes = () => simulator.signIns.filter(({ path }) => path.includes('authorize')).length;
  await handlers.readMailbox(undefined);
  expect(store.get().outOfOffice.access).toBe('notAllowed');
  expect(store.get().session.status).toBe('signedIn');
  const before = scopes();
  await handlers.allowMailbox('popup');
  expect([store.get().outOfOffice.access, scopes() > before]).toEqual(['ready', true]);
  expect(desktop.asked.at(-1)).toBe('showPopup');
  const asked = scopes();
  await handlers.readMailbox(undefined);
  await handlers.setPresence({ availability: 'Busy', activity: 'Busy' });
  expect([store.get().outOfOffice.access, scopes()]).toEqual(['ready', asked]);
  expect(store.get().presence?.value.availability).toBe('Busy');
  await handlers.allowMailbox('settings');
  expect(desktop.asked.at(-1)).toBe('showSettings');
});

it('[O4] a question that did not get through says why, until the mailbox is read again', async () => {
  const { handlers, network, store } = await startSignedIn();
  const told = () => [store.get().outOfOffice.access, store.get().outOfOffice.problem?.kind ?? null];
  await handlers.readMailbox(undefined);
  const steps = [told()];
  network.isUp = false;
  await handlers.allowMailbox('popup');
  steps.push(told());
  network.isUp = true;
  await handlers.readMailbox(undefined);
  steps.push(told());
  expect(steps).toEqual([
    ['notAllowed', null],
    ['notAllowed', 'offline'],
    ['ready', null],
  ]);
});

it('[O4] a mailbox that is refused, missing or closed leaves the presence as it was', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers, store } = journey;
  simulator.setGrantable(['Presence.Read', 'Presence.ReadWrite']);
  await handlers.allowMailbox('popup');
  expect([store.get().outOfOffice.access, store.get().session.status]).toEqual(['refused', 'signedIn']);
  simulator.setGrantable(null);
  simulator.setProfile('mailboxMissing404');
  await handlers.allowMailbox('popup');
  expect(store.get().outOfOffice.access).toBe('missing');
  simulator.setProfile('mailboxForbidden403');
  await handlers.readMailbox(undefined);
  expect(store.get().outOfOffice.access).toBe('refused');
  await handlers.saveOutOfOffice(plan({ replies: null }));
  expect([seenOf(journey).isOutOfOffice, truth(journey).kind]).toEqual([true, 'on']);
});

it('[O1] a reply that is kept stands in the presence, too, where the absence begins in a new run', async () => {
  const journey = await startSignedIn({ accessTokenSeconds: 800_000 });
  const { simulator, handlers, clock } = journey;
  const replies = { internalReplyMessage: formatted, externalReplyMessage: formatted };
  simulator.setAutomaticReplies(simulator.people.mira, replies);
  await handlers.allowMailbox('popup');
  const asked = plan({ organisation: 'kept', from: later(journey, 8 * hour), until: later(journey, day) });
  await handlers.saveOutOfOffice(asked);
  await journey.saved();
  await clock.advance(9 * hour);
  const next = await again(journey, {});
  await next.catchUp();
  expect(seenOf(next)).toEqual({ isOutOfOffice: true, message: 'Bin weg' });
});

it('[O5] a reply that was formatted in Outlook stays as it is to the last character', async () => {
  const journey = await startSignedIn();
  const { simulator, handlers } = journey;
  simulator.setAutomaticReplies(simulator.people.mira, {
    internalReplyMessage: formatted,
    externalReplyMessage: formatted,
  });
  await handlers.allowMailbox('popup');
  expect(journey.store.get().outOfOffice.mailbox?.replies.organisation).toEqual({
    ...{ html: formatted, text: 'Bin weg', isFormatted: true },
  });
  await handlers.saveOutOfOffice(plan({ organisation: 'kept', replies: { audience: 'all', others: 'kept' } }));
  expect(mailOf(journey)).toMatchObject({
    ...{ status: 'alwaysEnabled', externalAudience: 'all' },
    ...{ internalReplyMessage: formatted, externalReplyMessage: formatted },
  });
  expect(seenOf(journey).message).toBe('Bin weg');
});

it('[O2] what Outlook or the calendar says is told as theirs, and its replies end with the switch', async () => {
  const journey = await allowed();
  const { simulator, handlers, clock } = journey;
  const { mira } = simulator.people;
  simulator.setEvents(mira, [{ showAs: 'oof', startsAt: clock.now(), endsAt: clock.now() + day, subject: 'Leave' }]);
  await handlers.refreshPresence(undefined);
  expect(truth(journey)).toEqual({ kind: 'elsewhere', why: 'calendar', until: null });
  simulator.setEvents(mira, []);
  simulator.setAutomaticReplies(mira, { status: 'alwaysEnabled', internalReplyMessage: 'Away' });
  await handlers.refreshPresence(undefined);
  await handlers.readMailbox(undefined);
  expect(truth(journey)).toEqual({ kind: 'elsewhere', why: 'outlook', until: null });
  await handlers.endOutOfOffice(undefined);
  expect([mailOf(journey).status, mailOf(journey).internalReplyMessage]).toEqual(['disabled', 'Away']);
});

it('[O2] it takes some minutes to show, and is called that', async () => {
  const journey = await allowed({ mailboxDelayMilliseconds: 5 * 60_000 });
  await journey.handlers.saveOutOfOffice(plan({ inPresence: false }));
  await journey.handlers.refreshPresence(undefined);
  expect(truth(journey)).toEqual({ kind: 'settling', isOn: true });
  await pass(journey, 10 * 60_000);
  await journey.handlers.refreshPresence(undefined);
  expect(truth(journey)).toEqual({ kind: 'on', until: null });
  await journey.handlers.endOutOfOffice(undefined);
  await journey.handlers.refreshPresence(undefined);
  expect(truth(journey)).toEqual({ kind: 'settling', isOn: false });
});

it('[P5] Available shows while mail is answered, although Microsoft names the absence beside it', async () => {
  const journey = await allowed();
  const { handlers, simulator, store, clock } = journey;
  await handlers.saveOutOfOffice(plan({ inPresence: false }));
  await handlers.setPresence({ availability: 'Available', activity: 'Available' });
  expect(simulator.presenceOf(simulator.people.mira).activity).toBe('OutOfOffice');
  await clock.advance(2_000);
  await expect.poll(() => store.get().publication.status).toBe('idle');
  expect(store.get()).toMatchObject({ chosen: { isShown: true }, presence: { value: { activity: 'OutOfOffice' } } });
});

it('[O9] where presences have no such property, replies still work and nothing else is asked', async () => {
  const journey = await allowed();
  journey.simulator.setProfile('governmentCloud');
  await journey.handlers.refreshPresence(undefined);
  expect(journey.store.get().outOfOffice.isInPresence).toBe(false);
  await journey.handlers.saveOutOfOffice(plan({ inPresence: false }));
  expect([mailOf(journey).status, journey.posts()]).toEqual(['alwaysEnabled', []]);
  expect(JSON.stringify(journey.tray().menu)).toContain('endOutOfOffice');
  await journey.handlers.endOutOfOffice(undefined);
  expect([mailOf(journey).status, journey.posts()]).toEqual(['disabled', []]);
  expect(JSON.stringify(journey.tray().menu)).not.toContain('OutOfOffice');
});

it('an answer with missing members is taken for what does least', async () => {
  const journey = await startSignedIn({ profile: 'mailboxLoose' });
  await journey.handlers.allowMailbox('popup');
  expect(journey.store.get().outOfOffice.mailbox).toMatchObject({
    timeZone: null,
    replies: { status: 'disabled', audience: 'none', from: null, until: null },
  });
});

it('[O2] turning off what the calendar says leaves a later schedule of Outlook alone', async () => {
  const journey = await allowed();
  const { simulator, handlers, clock } = journey;
  const { mira } = simulator.people;
  const christmas = { startsAt: clock.now() + 20 * day, endsAt: clock.now() + 34 * day };
  simulator.setEvents(mira, [{ showAs: 'oof', startsAt: clock.now(), endsAt: clock.now() + day, subject: 'Leave' }]);
  simulator.setAutomaticReplies(mira, { status: 'scheduled', ...christmas });
  await handlers.refreshPresence(undefined);
  await handlers.readMailbox(undefined);
  expect(truth(journey)).toMatchObject({ kind: 'elsewhere', why: 'calendar' });
  await handlers.endOutOfOffice(undefined);
  expect(mailOf(journey)).toMatchObject({ status: 'scheduled', ...christmas });
  // Nothing has ended, so nothing has to settle.
  await handlers.refreshPresence(undefined);
  expect(truth(journey)).toMatchObject({ kind: 'elsewhere', why: 'calendar' });
});

it('[O2] what was turned off elsewhere is not called ours when it comes back', async () => {
  const journey = await allowed();
  const { simulator, handlers, clock, store } = journey;
  const { mira } = simulator.people;
  await handlers.setOutOfOffice({ isOutOfOffice: true, message: null });
  await handlers.refreshPresence(undefined);
  expect(store.get().outOfOffice.isDeclared).toBe(true);
  const elsewhere = await startSignedIn({ simulator, clock });
  await elsewhere.handlers.setOutOfOffice({ isOutOfOffice: false, message: null });
  await handlers.refreshPresence(undefined);
  simulator.setEvents(mira, [{ showAs: 'oof', startsAt: clock.now(), endsAt: clock.now() + day, subject: 'Leave' }]);
  await handlers.refreshPresence(undefined);
  expect(truth(journey)).toMatchObject({ kind: 'elsewhere', why: 'calendar' });
});

it('[N8] the mailbox is not read behind a locked screen, and at once after it', async () => {
  let isLocked = false;
  const journey = await allowed({ isLocked: () => isLocked });
  const reads = () => journey.simulator.requests.filter(({ path }) => path.endsWith('mailboxSettings')).length;
  isLocked = true;
  const before = reads();
  await pass(journey, 2 * hour);
  expect(reads()).toBe(before);
  isLocked = false;
  await pass(journey, 60_000, 1);
  expect(reads()).toBe(before + 1);
});
