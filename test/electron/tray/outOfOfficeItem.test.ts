import { expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { noOutOfOffice, type OutOfOfficeState } from '#contract/outOfOfficeState.ts';
import type { AppState } from '#contract/state.ts';
import { trayView } from '../../../electron/tray/trayView.ts';
import { home, now, words } from './states.ts';

const day = 86_400_000;

function absence(from: number): OutOfOfficeState['absence'] {
  const times = { from: toInstant(now + from), until: toInstant(now + 10 * day), timeZone: 'UTC' };
  const texts = { organisation: { text: 'Gone' }, replies: null, inPresence: true, statusMessage: null };
  const before = { replies: null, message: null };
  return {
    plan: { ...times, ...texts },
    ...{ savedAt: toInstant(now - 2 * day), hasBegun: from < 0, hasOwnPair: false, sent: null, before },
  };
}

function item(outOfOffice: Partial<OutOfOfficeState>, isSeen = true) {
  const outOfOfficeSettings = { isOutOfOffice: isSeen, message: null };
  const state: AppState = home({ outOfOfficeSettings }, { outOfOffice: { ...noOutOfOffice, ...outOfOffice } });
  const { menu } = trayView(words, state, now);
  return menu.flatMap((each) => (each.kind === 'checkbox' ? [[each.label, each.isChecked]] : []));
}

const ending = { kind: 'end', isEarly: true } as const;
const problem = { kind: 'unavailable', trace: {} } as const;

it('[O2] out of office in the menu is a tick while all is well', () => {
  expect([item({}, false), item({ absence: absence(-day) })]).toEqual([
    [['Out of office', false]],
    [['Out of office', true]],
  ]);
});

it('[O2] from when it is planned is said beside its tick, which would take the plan back', () => {
  expect(item({ absence: absence(7 * day) }, false)).toEqual([['Out of office: From 30 Nov, 14:31', true]]);
});

it.each<[OutOfOfficeState['asking'], string]>([
  [{ status: 'sending', task: ending }, 'Turning off…'],
  [{ status: 'waiting', task: ending, problem }, 'Not sent yet, trying again. Microsoft 365 has a problem.'],
  [
    { status: 'failed', task: ending, trouble: problem },
    'Replies are still on; turn them off in Outlook. Microsoft 365 has a problem.',
  ],
])('[O2] an end that is %j is told there, with the tick that is true', (asking, said) => {
  expect(item({ absence: absence(-day), asking })).toEqual([[`Out of office: ${said}`, true]]);
});
