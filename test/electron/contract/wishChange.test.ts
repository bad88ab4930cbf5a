import { expect, it } from 'vitest';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence } from '#contract/presence.ts';
import type { AppState, Wish } from '#contract/state.ts';
import { outOfOfficeWish, sayChange } from '#contract/wishChange.ts';
import { trayView } from '../../../electron/tray/trayView.ts';
import { busyWish, home, now, words } from '../tray/states.ts';

/** The end of an absence: Available goes along because out of office needs a pair. */
const absenceEnds: Wish = {
  kind: 'presence',
  presence: plainPresence('Available'),
  isPairBorrowed: true,
  outOfOfficeSettings: inTheOffice,
  ending: null,
};
const waiting = { status: 'waiting', wish: absenceEnds, problem: { kind: 'offline' } } as const;
const publishing = { status: 'publishing', wish: absenceEnds } as const;

it.each<readonly [string, AppState]>([
  ['nothing was read yet', home({}, { presence: null, publication: waiting })],
  ['others see no out of office', home({ availability: 'Busy', activity: 'Busy' }, { publication: publishing })],
])('[O1] a pair that nobody chose is not called a change where %s', (_where, state) => {
  expect([sayChange(words, state), outOfOfficeWish(state)]).toEqual([null, inTheOffice]);
  expect(trayView(words, state, now).tooltip).not.toMatch(/available/i);
});

it('[P3] one that was chosen is', () => {
  const state = home({}, { publication: { status: 'publishing', wish: busyWish } });
  expect(sayChange(words, state)).toBe('Changing to Busy…');
});
