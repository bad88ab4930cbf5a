import { describe, expect, it } from 'vitest';
import { type Instant, toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import { plan } from './absence.ts';
import { startSignedIn } from './app.ts';
import { answererOf, askerOf } from './asked.ts';

const workshop: Preset = {
  ...{ id: 'workshop', name: 'Workshop', icon: 'book', isFavourite: true, presence: plainPresence('Busy') },
  ...{ lasts: 'untilChanged', sequel: 'automatic', statusMessage: 'In the workshop', outOfOffice: null },
  workLocation: 'remote',
};
const set = (until: Instant | null = null) =>
  ({ do: 'set', presence: plainPresence('Busy'), until, sequel: 'automatic' }) as const;

async function startAsked() {
  const journey = await startSignedIn();
  await journey.handlers.changeSettings({ presets: [workshop] });
  return { ...journey, ask: askerOf(journey), answer: answererOf(journey) };
}

describe('[K2] what a command line is told', () => {
  it('that a preset was set but for some of it, each time, is a failure', async () => {
    const { ask, simulator, store } = await startAsked();
    simulator.setProfile({ name: 'notFound404', on: 'meActions' });
    const preset = { presence: { do: 'preset', name: 'Workshop' } } as const;
    for (const _time of [1, 2]) {
      expect(await ask(preset)).toEqual({
        code: 1,
        text: 'Workshop was set, but not all of it. Not changed: the work location.',
      });
    }
    expect(store.get().chosen?.presetId).toBe('workshop');
    simulator.setProfile('acceptsAndShows');
    expect(await ask(preset)).toMatchObject({ code: 0 });
  });

  it('offline the presence waits, and that the status message does not is said too', async () => {
    const { ask, network } = await startAsked();
    network.isUp = false;
    const { code, text } = await ask({ presence: set(), message: { text: 'At lunch', until: null } });
    expect(code).toBe(4);
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^Not set yet\. .* It is done as soon as possible\.$/),
      expect.stringMatching(/^Status message: Not done\. /),
    ]);
  });

  it('offline what does not wait is a failure: a status message alone, and a sign-in', async () => {
    const { ask, answer, handlers, network } = await startAsked();
    network.isUp = false;
    expect((await ask({ message: { text: 'At lunch', until: null } })).code).toBe(1);
    await handlers.signOut(undefined);
    expect((await answer({ kind: 'signIn' })).code).toBe(1);
  });

  it('a status message alone that is refused is a failure', async () => {
    const { ask, simulator } = await startAsked();
    simulator.setProfile('forbidden403');
    const { code, text } = await ask({ message: { text: 'At lunch', until: null } });
    expect([code, text]).toEqual([1, expect.stringMatching(/^Status message: Not done\. /)]);
  });

  it('of a busy service no more than is true: that the presence is tried again, and the status message is not', async () => {
    const { ask, simulator } = await startAsked();
    simulator.setProfile({ name: 'throttled429', retryAfterSeconds: 60 });
    const { code, text } = await ask({ presence: set(), message: { text: 'At lunch', until: null } });
    expect(code).toBe(1);
    expect(text.split('\n')).toEqual([
      'Not set yet. Microsoft 365 is busy and takes nothing before 09:05. It is done as soon as possible.',
      'Status message: Not done. Microsoft 365 is busy and takes nothing before 09:05.',
    ]);
  });

  const withOutOfOffice = {
    presence: set(),
    outOfOffice: { isOutOfOffice: true, from: null, until: null, reply: null },
  };

  it('a presence that was refused is told also where out of office goes another way', async () => {
    const { ask, simulator } = await startAsked();
    simulator.setProfile('forbidden403');
    expect(await ask(withOutOfOffice)).toEqual({
      code: 1,
      text: [
        'Not done. Your organisation doesn’t allow this app to set your presence.',
        'Out of office: Not done. Your organisation’s Microsoft 365 takes out of office from Outlook only: turn on automatic replies there.',
      ].join('\n'),
    });
  });

  it('a presence that was refused is not said to be done as soon as possible, because out of office is', async () => {
    const { ask, simulator } = await startAsked();
    simulator.setProfile('html200');
    const { code, text } = await ask(withOutOfOffice);
    expect([code, text.split('\n')]).toEqual([
      1,
      [
        expect.stringMatching(/^Not done\. Your network/),
        expect.stringMatching(/^Out of office: Not set yet\. Your network/),
      ],
    ]);
  });

  it('of a presence and a plan that both wait, which is which', async () => {
    const { ask, handlers, network } = await startAsked();
    await handlers.allowMailbox('popup');
    network.isUp = false;
    const asked = { ...withOutOfOffice, outOfOffice: { ...withOutOfOffice.outOfOffice, reply: 'Away' } };
    const { code, text } = await ask(asked);
    expect([code, text.split('\n')]).toEqual([
      4,
      [expect.stringMatching(/^Not set yet\. /), expect.stringMatching(/^Out of office: Not set yet\. /)],
    ]);
  });

  it('an end that passed on the way changes nothing, not even half', async () => {
    const { ask, clock, posts, simulator } = await startAsked();
    const before = simulator.requests.length;
    const past = toInstant(clock.now() - 1);
    const asked = [
      { presence: set(past), message: { text: 'Hello', until: null } },
      { presence: set(), message: { text: 'Hello', until: past } },
      { outOfOffice: { isOutOfOffice: true, from: null, until: past, reply: null }, presence: set() },
    ];
    for (const each of asked) {
      expect(await ask(each)).toEqual({
        code: 1,
        text: 'The time that was asked for is over already, so nothing was changed.',
      });
    }
    expect([posts(), simulator.requests.length]).toEqual([[], before]);
  });

  it.each([
    ['leave', 'Presently is ending.'],
    ['keepRunning', 'Presently ends when your choice has ended, as set under onQuit.'],
  ] as const)('where it does not end at once and onQuit is %s: %s', async (onQuit, text) => {
    const { ask, answer, handlers, clock } = await startAsked();
    await handlers.changeSettings({ onQuit });
    await ask({ presence: set(toInstant(clock.now() + 3_600_000)) });
    const answered = answer({ kind: 'quit' });
    await new Promise(setImmediate);
    await clock.advance(3_000);
    expect(await answered).toEqual({ code: 0, text });
  });

  it('a presence that failed before is none of a later out of office', async () => {
    const { ask, simulator, store } = await startAsked();
    simulator.setProfile('forbidden403');
    expect((await ask({ presence: set() })).code).not.toBe(0);
    expect(store.get().publication.status).toBe('failed');
    simulator.setProfile('acceptsAndShows');
    expect(await ask({ outOfOffice: { isOutOfOffice: false, from: null, until: null, reply: null } })).toMatchObject({
      code: 0,
    });
  });

  it('a plan that failed before is none of a later request either', async () => {
    const { ask, handlers, store, clock } = await startAsked();
    const later = (hours: number) => toInstant(clock.now() + hours * 3_600_000);
    await handlers.allowMailbox('popup');
    await handlers.saveOutOfOffice(plan({ from: later(24), until: later(48) }));
    await handlers.saveOutOfOffice(plan({ until: later(-1) }));
    expect(store.get().outOfOffice.asking.status).toBe('failed');
    expect((await ask({ outOfOffice: { isOutOfOffice: true, from: null, until: null, reply: null } })).code).toBe(0);
  });
});
