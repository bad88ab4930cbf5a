import { expect, it } from 'vitest';
import type { Instant } from '#contract/instant.ts';
import { english } from '#contract/languages/english.ts';
import type { MailboxAccess, OutOfOfficeState } from '#contract/outOfOfficeState.ts';
import { plainPresence } from '#contract/presence.ts';
import type { WordId } from '#contract/words.ts';
import { allowed, day, hour, later, mailOf, plan, seenOf } from './absence.ts';
import { type Journey, startJourney, startSignedIn } from './app.ts';
import { askerOf } from './asked.ts';

function commandLineOf(journey: Journey) {
  const ask = askerOf(journey);
  return ({ until, reply }: { readonly until?: Instant; readonly reply?: string } = {}) =>
    ask({ outOfOffice: { isOutOfOffice: true, from: null, until: until ?? null, reply: reply ?? null } });
}

const kept = 'The automatic replies that you planned are still sent.';

it('[O3] --ooo on without --reply never ends the mail of an absence, and says so', async () => {
  const journey = await allowed();
  const outOfOffice = commandLineOf(journey);
  const until = later(journey, day);
  await journey.handlers.saveOutOfOffice(plan({ until }));
  const before = mailOf(journey);
  expect(await outOfOffice()).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  expect(mailOf(journey)).toMatchObject({ ...before, startsAt: expect.any(Number) });
  const longer = later(journey, 2 * day);
  expect(await outOfOffice({ until: longer })).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  expect(mailOf(journey)).toMatchObject({ ...before, startsAt: expect.any(Number), endsAt: Date.parse(longer) });
  expect(await outOfOffice({ reply: 'New text' })).toMatchObject({ code: 0, text: expect.not.stringContaining(kept) });
  expect(mailOf(journey)).toMatchObject({ status: 'alwaysEnabled', externalAudience: 'none' });
});

it('[O3] --ooo on leaves an absence that is still to come as it was planned', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ from: later(journey, hour), until: later(journey, day) }));
  const before = mailOf(journey);
  expect(await commandLineOf(journey)()).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  expect([seenOf(journey).isOutOfOffice, mailOf(journey)]).toEqual([true, before]);
  expect(journey.store.get().outOfOffice.absence?.plan.from).toBe(later(journey, hour));
});

it('[O3] --ooo on is not the end of what still waits to be sent, either', async () => {
  const journey = await allowed();
  journey.network.isUp = false;
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  journey.network.isUp = true;
  expect(await commandLineOf(journey)()).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  expect(mailOf(journey).status).toBe('scheduled');
});

it('[O3] --ooo on does not end what is being sent just now', async () => {
  const journey = await allowed();
  const saving = journey.handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  expect(journey.store.get().outOfOffice.asking.status).toBe('sending');
  expect(await commandLineOf(journey)()).toMatchObject({ code: 0, text: expect.stringContaining(kept) });
  await saving;
  expect(mailOf(journey).status).toBe('scheduled');
});

it('[O3] --ooo on --reply says where no mail goes out, because nobody has allowed it', async () => {
  const journey = await startSignedIn();
  expect(await commandLineOf(journey)({ reply: 'Back on Monday' })).toMatchObject({
    code: 0,
    text: expect.stringContaining('No automatic reply is sent'),
  });
  expect([seenOf(journey).isOutOfOffice, mailOf(journey).status]).toEqual([true, 'disabled']);
});

it.each(['unknown', 'reading', 'failed'] as const)(
  '[O3] --ooo on --reply reads first whether mail can go out: %s',
  async (access) => {
    const journey = await allowed();
    journey.store.apply((state) => ({ ...state, outOfOffice: { ...state.outOfOffice, access } }));
    expect((await commandLineOf(journey)({ reply: 'Back on Monday' })).text).not.toContain('No automatic reply');
    expect(mailOf(journey).status).toBe('alwaysEnabled');
  },
);

it('[O3] --ooo on --reply says that no mail goes out where the mailbox cannot be read', async () => {
  const journey = await allowed();
  journey.store.apply((state) => ({ ...state, outOfOffice: { ...state.outOfOffice, access: 'unknown' } }));
  journey.simulator.setProfile({ name: 'serverError500', on: 'mailbox' });
  const { code, text } = await commandLineOf(journey)({ reply: 'Back on Monday' });
  expect([code, text.split('\n').at(-1)]).toEqual([0, english['cli.repliesNotRead']]);
  expect(mailOf(journey).status).toBe('disabled');
});

it.each(['missing', 'refused', 'adminRequired'] as const)(
  '[O3] --ooo on --reply says why no mail goes out where it cannot be allowed: %s',
  async (access) => {
    const journey = await startSignedIn();
    journey.store.apply((state) => ({ ...state, outOfOffice: { ...state.outOfOffice, access } }));
    const { code, text } = await commandLineOf(journey)({ reply: 'Back on Monday' });
    expect([code, text.split('\n').at(-1)]).toEqual([0, english[`outOfOffice.mailbox.${access}`]]);
  },
);

it('[K1] an absence that cannot be meant is told before anything is done, not even half', async () => {
  const journey = await allowed();
  await journey.handlers.saveOutOfOffice(plan({ until: later(journey, day) }));
  const before = [journey.posts().length, mailOf(journey)];
  const asked = { presence: { do: 'set', presence: plainPresence('Busy'), until: null, sequel: 'automatic' } } as const;
  const ask = askerOf(journey);
  const from = later(journey, 3 * day);
  const ooo = { isOutOfOffice: true, from, until: null };
  expect(await ask({ ...asked, outOfOffice: { ...ooo, reply: 'Away' } })).toEqual({
    code: 2,
    text: 'Choose when it ends.',
  });
  expect((await ask({ ...asked, outOfOffice: { ...ooo, reply: null } })).code).toBe(2);
  expect([journey.posts().length, mailOf(journey)]).toEqual(before);
});

/** Where presences have no out of office, as in some government clouds. */
async function inGovernmentCloud(change: Partial<OutOfOfficeState> = {}) {
  const journey = await allowed();
  journey.simulator.setProfile('governmentCloud');
  await journey.handlers.refreshPresence(undefined);
  journey.store.apply((state) => ({ ...state, outOfOffice: { ...state.outOfOffice, ...change } }));
  return journey;
}

it('[O9] --ooo on asks nothing of presences that lack it', async () => {
  const journey = await inGovernmentCloud();
  const outOfOffice = commandLineOf(journey);
  expect((await outOfOffice()).code).toBe(1);
  expect((await outOfOffice({ reply: 'Away' })).code).toBe(0);
  expect([mailOf(journey).status, journey.posts()]).toEqual(['alwaysEnabled', []]);
});

it.each<readonly [MailboxAccess, string | null, WordId]>([
  ['ready', null, 'cli.addReply'],
  ['unknown', null, 'cli.addReply'],
  ['notAllowed', null, 'cli.repliesNotAllowed'],
  ['notAllowed', 'Away', 'cli.repliesNotAllowed'],
  ['missing', null, 'cli.noReplies'],
  ['adminRequired', 'Away', 'cli.noReplies'],
  ['refused', 'Away', 'cli.noReplies'],
])('[O9] and says what there is instead: mailbox %s, --reply %s', async (access, reply, why) => {
  const journey = await inGovernmentCloud({ access });
  const { code, text } = await commandLineOf(journey)(reply === null ? {} : { reply });
  expect([code, text.split('\n')]).toEqual([1, [english['cli.notInPresence'], english[why]]]);
  expect([mailOf(journey).status, journey.posts()]).toEqual(['disabled', []]);
});

it('[O9] also where the mailbox cannot be read', async () => {
  const journey = await inGovernmentCloud({ access: 'unknown' });
  journey.simulator.setProfile({ name: 'serverError500', on: 'mailbox' });
  const { code, text } = await commandLineOf(journey)({ reply: 'Away' });
  expect([code, text.split('\n')[1]]).toEqual([1, english['cli.repliesNotRead']]);
});

it('[O9] also where mail is planned, which stays', async () => {
  const journey = await inGovernmentCloud();
  await journey.handlers.saveOutOfOffice(plan({ from: later(journey, hour), until: later(journey, day) }));
  const { code, text } = await commandLineOf(journey)();
  expect([code, text.split('\n')]).toEqual([1, [english['cli.notInPresence'], english['cli.repliesKept']]]);
  expect([mailOf(journey).status, journey.store.get().publication.status]).toEqual(['scheduled', 'idle']);
});

it('[O9] also as the first thing after a start, which has read nothing yet', async () => {
  const before = await inGovernmentCloud();
  await before.saved();
  const journey = await startJourney(before);
  const starting = journey.restoreSession();
  expect(await commandLineOf(journey)()).toMatchObject({
    code: 1,
    text: expect.stringContaining(english['cli.notInPresence']),
  });
  expect(journey.store.get().outOfOffice.absence).toBe(null);
  await starting;
});
