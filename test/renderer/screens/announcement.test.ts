import { describe, expect, it } from 'vitest';
import { toEpoch } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import type { AppState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import { announcement } from '../../../renderer/screens/announcement.ts';
import { stillTold } from '../../../renderer/screens/useStillTold.ts';
import { withOutOfOffice } from '../outOfOfficeStates.ts';
import { busy, chosenAt, galleryNow, minutesLater, seen, wishFor } from '../stateParts.ts';
import { states } from '../states.ts';

const words = createWords('en-GB');
const now = toEpoch(galleryNow);

describe('what is read aloud', () => {
  const { homeAvailable, homeBusyChosen } = states;
  const told: readonly (readonly [title: string, before: AppState, after: AppState, text: string | null])[] = [
    ['the first presence', states.homeLoading, homeAvailable, 'Your presence: Available'],
    ['a wish on its way', homeAvailable, states.pending, 'Changing to Do not disturb…'],
    ['a reset on its way', homeBusyChosen, states.resetting, 'Changing to automatic…'],
    ['out of office on its way', homeAvailable, states.outOfOfficeChanging, 'Turning on…'],
    ['the accepted presence', states.pending, states.checking, 'Your presence: Busy'],
    [
      'a notice that comes with it',
      states.pending,
      { ...states.checking, notices: [{ kind: 'presetPartly', name: 'Lunch', parts: ['workLocation'] }] },
      'Lunch was set, but not all of it. Not changed: the work location. Your presence: Busy',
    ],
    [
      'the next notice of its kind',
      { ...homeAvailable, notices: [{ kind: 'presetPartly', name: 'Lunch', parts: ['workLocation'] }] },
      { ...homeAvailable, notices: [{ kind: 'presetPartly', name: 'Focus', parts: ['workLocation'] }] },
      'Focus was set, but not all of it. Not changed: the work location.',
    ],
    [
      'the network gone while a wish waits for something else',
      states.throttled,
      { ...states.throttled, isOnline: false },
      'You’re offline. Changes apply when you’re back',
    ],
    ['a presence changed elsewhere', homeAvailable, states.homeInAMeeting, 'Your presence: In a meeting'],
    ['out of office', states.homeAway, states.outOfOffice, 'Out of office is on'],
    ['the network gone', homeAvailable, states.offline, 'You’re offline. Changes apply when you’re back'],
    [
      'a wish that waits for Microsoft 365 alone',
      states.pending,
      { ...states.offlineWaiting, isOnline: true },
      'Microsoft 365 can’t be reached.',
    ],
    [
      'a wish that is tried again by itself',
      states.pending,
      states.throttled,
      `Microsoft 365 is busy. Trying again at ${words.time(minutesLater(0.2))}.`,
    ],
    ['a wish that waits', states.pending, states.offlineWaiting, 'You’re offline. Changes apply when you’re back'],
    ['a failed read', homeAvailable, states.readingFailed, 'Could not check. Microsoft 365 has a problem.'],
    ['the browser', states.signedOut, states.signingIn, 'Waiting for your browser…'],
    [
      'the code for another device, sign by sign',
      states.deviceCodeAwaited,
      states.deviceCode,
      'Open https://microsoft.com/devicelogin on any device and type the code there. C 7 Q K 4 M X P D',
    ],
    ['another end on its way', homeBusyChosen, states.anotherEnd, 'Changing how long it lasts…'],
    ['a likely reason', homeBusyChosen, states.notVisibleStronger, 'Your presence: Do not disturb'],
    ['a saved message', states.messageSending, states.messageSet, 'Status message saved'],
    ['a cleared message', states.messageSending, homeAvailable, 'Status message cleared'],
    [
      'a message that was not saved',
      states.messageSending,
      states.messageFailed,
      'Not saved. Microsoft 365 has a problem.',
    ],
    ['the end of the session', homeAvailable, states.sessionEnded, 'Sign in again to change your status'],
  ];
  for (const [title, before, after, text] of told) {
    it(`tells of ${title}`, () => expect(announcement(words, before, after, now)).toBe(text));
  }

  const accepted = (before: AppState, change: Partial<AppState>): AppState => {
    if (before.publication.status !== 'publishing') throw new Error('nothing is on its way');
    return { ...before, ...change, publication: { status: 'checking', wish: before.publication.wish } };
  };
  const available = plainPresence('Available');
  const pinning: AppState = { ...homeAvailable, publication: { status: 'publishing', wish: wishFor(available) } };
  const isAway = { isOutOfOffice: true, message: 'At the sea' };
  const rewriting: AppState = {
    ...states.outOfOffice,
    publication: { status: 'publishing', wish: wishFor(plainPresence('Away'), isAway) },
  };
  it.each<[string, AppState, Partial<AppState>, string]>([
    [
      'another end',
      states.anotherEnd,
      { chosen: chosenAt(0, busy, { at: minutesLater(60), sequel: 'automatic' }) },
      'Until 13:30',
    ],
    ['a state that shows already', pinning, { chosen: chosenAt(0, available) }, 'Set at 12:30'],
    ['a reset that changes nothing', states.resetting, { chosen: null }, 'Automatic, follows Teams'],
    [
      'another message',
      rewriting,
      { presence: seen(plainPresence('Away'), isAway) },
      'On, set in Outlook or your calendar · At the sea',
    ],
  ])('[L5] tells that a wish was accepted whose word was shown already: %s', (_what, before, change, text) => {
    expect(announcement(words, before, accepted(before, change), now)).toBe(text);
  });

  it('calls nothing saved where only the failure of a new end was closed', () => {
    const { statusMessage } = states.messageSet;
    const message = { text: statusMessage.seen?.text ?? '', endsAt: minutesLater(400) };
    const asking = { status: 'failed', message, problem: { kind: 'timedOut' } } as const;
    const failed = { ...states.messageSet, statusMessage: { ...statusMessage, asking } };
    expect(announcement(words, failed, states.messageSet, now)).toBeNull();
  });

  it('leaves a failure to its alert, and is silent when nothing changes', () => {
    expect([
      announcement(words, states.pending, states.failed, now),
      announcement(words, homeAvailable, { ...homeAvailable, reading: { status: 'reading' } }, now),
    ]).toEqual([null, null]);
  });
});

/** All that is read aloud as one state follows the other. */
function toldOf(...[first, ...rest]: readonly [AppState, ...AppState[]]): readonly (string | null)[] {
  let before = first;
  return rest.map((state) => {
    const after = stillTold(before, state);
    const text = announcement(words, before, after, now);
    before = after;
    return text;
  });
}

it('tells what came of asking for the mailbox, once it is read, and nothing of a question that was called off', () => {
  const to = (...steps: readonly Partial<AppState['outOfOffice']>[]) =>
    toldOf(withOutOfOffice({ access: 'asking' }), ...steps.map((step) => withOutOfOffice(step)));
  const problem = { kind: 'offline' } as const;
  expect([
    to({ access: 'reading' }, { access: 'ready' }),
    to({ access: 'refused' }),
    to({ access: 'reading' }, { access: 'missing' }),
    to({ access: 'notAllowed', problem }),
    to({ access: 'notAllowed' }),
  ]).toEqual([
    [null, 'Your automatic replies were read.'],
    ['Automatic replies are not allowed for this account. The rest works.'],
    [null, 'This account has no mailbox that sends automatic replies. The rest works.'],
    ['Automatic replies could not be read. Microsoft 365 can’t be reached.'],
    [null],
  ]);
});

it('[N3] does not call Microsoft 365 out of reach when the network is back, before anything was asked of it', () => {
  const { offlineWaiting, homeBusyChosen } = states;
  const back: AppState = { ...offlineWaiting, isOnline: true };
  const reading: AppState = { ...back, reading: { status: 'reading' } };
  const readInVain: AppState = { ...back, reading: { status: 'failed', problem: { kind: 'offline' } } };
  const { wish } = offlineWaiting.publication;
  const publishing: AppState = { ...back, publication: { status: 'publishing', wish } };
  expect([
    toldOf(offlineWaiting, back, reading, back, publishing, homeBusyChosen),
    toldOf(offlineWaiting, back, publishing, back),
    toldOf(offlineWaiting, back, reading, readInVain),
  ]).toEqual([
    [null, null, null, 'Changing to Busy…', 'Your presence: Busy'],
    [null, 'Changing to Busy…', 'Microsoft 365 can’t be reached.'],
    [null, null, 'Microsoft 365 can’t be reached.'],
  ]);
});

describe('what is tried again', () => {
  const { homeAvailable, messageFailed, readingFailed } = states;
  const reading: AppState = { ...readingFailed, reading: { status: 'reading' } };
  const task = { kind: 'end', isEarly: true } as const;
  const asking = (state: AppState['outOfOffice']['asking']): AppState => ({
    ...homeAvailable,
    outOfOffice: { ...homeAvailable.outOfOffice, asking: state },
  });
  const sending = asking({ status: 'sending', task });
  const waiting = asking({ status: 'waiting', task, problem: { kind: 'offline' } });

  it.each<[string, readonly [AppState, ...AppState[]]]>([
    ['a reading', [homeAvailable, readingFailed, reading, readingFailed, reading, readingFailed]],
    ['an absence', [sending, waiting, sending, waiting, sending, waiting]],
  ])('is read aloud once: %s', (_what, steps) => {
    expect(toldOf(...steps).filter((text) => text !== null).length).toBe(1);
  });

  it('is read aloud once it is done', () => {
    expect(toldOf(waiting, sending, asking({ status: 'idle' })).at(-1)).not.toBeNull();
    const { asking: failed } = messageFailed.statusMessage;
    const seen = failed.status === 'failed' ? failed.message : null;
    const found = { ...messageFailed.statusMessage, seen, asking: { status: 'idle' } } as const;
    expect(toldOf(messageFailed, { ...messageFailed, statusMessage: found })).toEqual(['Status message saved']);
  });
});
