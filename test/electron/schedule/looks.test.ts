import { expect, it } from 'vitest';
import { type AppState, initialState } from '#contract/state.ts';
import { looksWorth } from '../../../electron/schedule/looks.ts';
import { account, problem, wish } from './rows.ts';

const quiet: AppState = { ...initialState, session: { status: 'signedIn', account, keptBy: 'keyring' } };
const { statusMessage, outOfOffice } = initialState;
const message = { text: 'At lunch', endsAt: null };
const everyTime = Number.POSITIVE_INFINITY;

it.each<[string, Partial<AppState>, { isPopupOpen?: boolean; isLocked?: boolean }, number]>([
  ['nobody waits', {}, {}, 2],
  ['nobody sees even the icon', {}, { isLocked: true }, 0],
  ['somebody looks', {}, { isPopupOpen: true }, everyTime],
  ['the popup stands open behind a locked screen', {}, { isPopupOpen: true, isLocked: true }, 0],
  ['a choice is on its way', { publication: { status: 'publishing', wish: wish(null) } }, {}, everyTime],
  [
    'a choice waits behind a locked screen',
    { publication: { status: 'waiting', wish: wish(null), problem } },
    { isLocked: true },
    everyTime,
  ],
  ['a choice failed', { publication: { status: 'failed', wish: wish(null), problem } }, {}, 2],
  [
    'a message is on its way',
    { statusMessage: { ...statusMessage, asking: { status: 'sending', message } } },
    {},
    everyTime,
  ],
  [
    'an absence is on its way',
    { outOfOffice: { ...outOfOffice, asking: { status: 'sending', task: { kind: 'end', isEarly: true } } } },
    {},
    everyTime,
  ],
  ['somebody signs in', { session: { status: 'signingIn', account: null, method: 'browser' } }, {}, everyTime],
])('[N8] what a token service in trouble is asked beside is worth it when %s', (_title, changes, seen, worth) => {
  expect(looksWorth({ ...quiet, ...changes }, { isPopupOpen: false, isLocked: false, ...seen })).toBe(worth);
});
