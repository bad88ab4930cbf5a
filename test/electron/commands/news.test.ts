import { describe, expect, it } from 'vitest';
import { toEpoch, toInstant } from '#contract/instant.ts';
import { type AppState, initialState } from '#contract/state.ts';
import { endingNews, newsOf } from '../../../electron/commands/news.ts';
import { busyChoice, busyWish, home, inAnHour, signedOutState, words } from '../tray/states.ts';

const busy = home({ availability: 'Busy', activity: 'Busy' }, { chosen: busyChoice });
const quiet = (state: AppState, key: string): AppState => ({ ...state, settings: { ...state.settings, [key]: false } });
const minute = 60_000;

describe('[I1] what is told to somebody who does not look', () => {
  const failed = home({}, { publication: { status: 'failed', wish: busyWish, problem: { kind: 'timedOut' } } });
  const publishing = home({}, { publication: { status: 'publishing', wish: busyWish } });
  const expired = home({}, { notices: [{ kind: 'wishExpired' }] });
  const absent = (asking: AppState['outOfOffice']['asking']) =>
    home({}, { outOfOffice: { ...initialState.outOfOffice, asking } });
  const task = { kind: 'end', isEarly: false } as const;
  const absenceSent = absent({ status: 'sending', task });
  const absenceFailed = absent({ status: 'failed', task, trouble: { kind: 'forbidden', trace: { status: 403 } } });
  const ended: AppState = {
    ...initialState,
    session: { status: 'signedOut', account: null, problem: { kind: 'signInRequired' } },
  };
  const elsewhere = home({ availability: 'Away', activity: 'Away' });
  const before = { presence: busyChoice.presence, lasts: 'untilChanged', sequel: 'automatic' };

  it.each<[string, AppState, AppState, string, unknown[]]>([
    ['a change that could not be applied', publishing, failed, 'notifyFailed', [['retryPublication']]],
    ['a change that waited too long', publishing, expired, 'notifyFailed', []],
    ['an absence that was refused', absenceSent, absenceFailed, 'notifyFailed', []],
    ['a new sign-in', busy, ended, 'notifySignIn', [['signIn', 'browser']]],
    ['a change elsewhere', busy, elsewhere, 'notifyElsewhere', [['choosePresence', before]]],
  ])('%s, unless switched off', (_name, was, is, key, actions) => {
    const news = newsOf(words, was, is);
    expect(news?.actions.map(({ command }) => command)).toEqual(actions);
    expect(news?.title).not.toBe('');
    expect(newsOf(words, was, quiet(is, key))).toBeNull();
  });

  it('what the popup says of an absence that failed', () => {
    expect(newsOf(words, absenceSent, absenceFailed)).toMatchObject({
      title: 'Out of office',
      body: expect.stringContaining('your earlier replies are not back in Outlook. Your organisation doesn’t allow'),
    });
  });

  it.each<[string, AppState, AppState]>([
    ['a wish on its way', busy, publishing],
    ['a reset', { ...busy, publication: { status: 'publishing', wish: { kind: 'automatic' } } }, home({})],
    ['a sign-out', busy, signedOutState],
    ['what failed already', failed, { ...failed, isOnline: false }],
    ['an absence that failed already', absenceFailed, { ...absenceFailed, isOnline: false }],
    ['an absence that waits', absenceSent, absent({ status: 'waiting', task, problem: { kind: 'offline' } })],
    ['a choice that nobody had seen', { ...busy, chosen: { ...busyChoice, isShown: false } }, elsewhere],
    ['a start', initialState, busy],
  ])('never %s', (_name, was, is) => {
    expect(newsOf(words, was, is)).toBeNull();
  });
});

describe('[I1] that a choice ends soon', () => {
  const chosen = { ...busyChoice, ending: { at: inAnHour, sequel: 'automatic' } } as const;
  const state = home({}, { chosen });
  const left = (milliseconds: number) => toEpoch(inAnHour) - milliseconds;
  const commands = (more: Partial<AppState>) =>
    endingNews(words, { ...state, ...more }, left(minute), null)?.actions.map(({ command }) => command);

  it('is told once, five minutes before', () => {
    const told = [6 * minute, 5 * minute, minute, 0, -minute].map(
      (each) => endingNews(words, state, left(each), null) !== null,
    );
    expect(told).toEqual([false, true, true, false, false]);
    expect(endingNews(words, state, left(minute), inAnHour)).toBeNull();
  });

  it('says how soon, also to a computer that slept until it was nearly over', () => {
    const titles = [5 * minute, 4.5 * minute, minute].map((each) => endingNews(words, state, left(each), null)?.title);
    expect(titles).toEqual(['Busy ends in 5 minutes', 'Busy ends in 5 minutes', 'Busy ends in 1 minute']);
  });

  it('says when, and what comes then', () => {
    const body = (sequel: 'automatic' | 'Away') =>
      endingNews(words, home({}, { chosen: { ...chosen, ending: { at: inAnHour, sequel } } }), left(minute), null)
        ?.body;
    const time = words.time(inAnHour);
    expect([body('automatic'), body('Away')]).toEqual([`At ${time}.`, `At ${time}, then Appear away.`]);
  });

  it('can be extended, or ended now', () => {
    const later = toInstant(toEpoch(inAnHour) + 60 * minute);
    expect(commands({})).toEqual([['setPlan', { lasts: { until: later }, sequel: 'automatic' }], ['endChoice']]);
    expect(commands({ chosen: { ...chosen, ending: { at: inAnHour, sequel: 'Away' } } })).toEqual([
      ['setPlan', { lasts: { until: later }, sequel: 'Away' }],
      ['endChoice'],
    ]);
  });

  it('is over with that choice, so that a button of it that is clicked later is no wish', () => {
    const news = endingNews(words, state, left(minute), null);
    const longer = { ...chosen, ending: { at: toInstant(toEpoch(inAnHour) + minute), sequel: 'automatic' } } as const;
    const isOver = [chosen, busyChoice, null, longer].map((each) => news?.isOver?.({ ...state, chosen: each }));
    expect(isOver).toEqual([false, true, true, true]);
  });

  it('is not told of a choice that was short from the start, of none, of one on its way, or switched off', () => {
    const short = { ...chosen, at: toInstant(toEpoch(inAnHour) - 10 * minute) };
    const publication = { status: 'publishing', wish: busyWish } as const;
    expect([commands({ chosen: short }), commands({ chosen: busyChoice }), commands({ chosen: null })]).toEqual(
      Array(3).fill(undefined),
    );
    expect([commands({ publication }), commands({ settings: { ...state.settings, notifyEnding: false } })]).toEqual(
      Array(2).fill(undefined),
    );
  });
});
