import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { type AppState, initialState } from '#contract/state.ts';
import { nextLook, type Occasion } from '../../../electron/schedule/nextLook.ts';
import { account, choice, now, problem, second, wish } from './rows.ts';

const quiet: AppState = {
  ...initialState,
  isOnline: true,
  session: { status: 'signedIn', account, keptBy: 'keyring' },
};
const signedOut = { status: 'signedOut', account: null, problem: null } as const;
const longAgo = now - 3_600 * second;

describe('the time until the next look', () => {
  const { settings, statusMessage } = initialState;
  const message = { ...statusMessage, seen: { text: 'At lunch', endsAt: toInstant(now + 3 * second) } };
  it.each<[string, Partial<AppState>, Partial<Occasion>, number]>([
    ['is long while nobody looks', {}, {}, 30 * second],
    ['is short while the popup is open', {}, { isPopupOpen: true }, 5 * second],
    ['is short without a network', { isOnline: false }, {}, 5 * second],
    [
      'is short where a rule waits for the user to go',
      { settings: { ...settings, idleRule: 'restore' } },
      {},
      5 * second,
    ],
    [
      'is short after a start that has a rule',
      { settings: { ...settings, startupRule: { ...settings.startupRule, when: 'login' } } },
      { startedAt: now - 50 * second },
      5 * second,
    ],
    ['is long after a start that has none', {}, { startedAt: now - 50 * second }, 30 * second],
    ['is short before the sign-in has been looked for', { session: initialState.session }, {}, 5 * second],
    ['is short while that lies behind a keyring', { session: { ...signedOut, isLocked: true } }, {}, 5 * second],
    ['is long while nobody is signed in', { session: signedOut }, {}, 30 * second],
    ['is short while a wish waits', { publication: { status: 'waiting', wish: wish(null), problem } }, {}, 5 * second],
    ['meets the end of a choice', { chosen: choice(now + 12 * second) }, {}, 12 * second],
    ['meets the end of a message', { statusMessage: message }, { isPopupOpen: true }, 3 * second],
    [
      'meets the end of a plan',
      { plan: { lasts: { until: toInstant(now + 7 * second) }, sequel: 'automatic' } },
      {},
      7 * second,
    ],
    ['is never nothing', { chosen: choice(now + 1) }, {}, second],
    ['takes no notice of what is over', { chosen: choice(now - second) }, {}, 30 * second],
    ['takes no notice of what is far off', { chosen: choice(now + 3_600 * second) }, {}, 30 * second],
  ])('%s', (_name, more, occasion, expected) => {
    const usual = { now, startedAt: longAgo, isPopupOpen: false };
    expect(nextLook({ ...quiet, ...more }, { ...usual, ...occasion })).toBe(expected);
  });
});
