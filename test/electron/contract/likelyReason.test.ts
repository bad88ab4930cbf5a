import { describe, expect, it } from 'vitest';
import { likelyReason } from '#contract/likelyReason.ts';
import { plainPresence } from '#contract/presence.ts';
import type { AppState } from '#contract/state.ts';
import { minutesLater, seen } from '../../renderer/stateParts.ts';
import { states } from '../../renderer/states.ts';

const { notVisibleTeamsClosed, notVisibleStronger, notVisibleCalendar, notVisibleAppearOffline } = states;

describe('the likely reason why an accepted wish is not visible', () => {
  const cases: readonly (readonly [title: string, state: AppState, reason: string | null])[] = [
    ['Teams is closed where one is offline without having chosen it', notVisibleTeamsClosed, 'teamsClosed'],
    ['that is none while we keep it visible', { ...notVisibleTeamsClosed, visibleUntil: minutesLater(9) }, null],
    ['an earlier Appear offline stands', notVisibleAppearOffline, 'appearOffline'],
    ['something stronger is seen', notVisibleStronger, 'stronger'],
    ['a meeting is seen', notVisibleCalendar, 'calendar'],
    ['something weaker says nothing', { ...notVisibleStronger, presence: seen(plainPresence('Away')) }, null],
    [
      'a reset has none',
      { ...notVisibleTeamsClosed, publication: { status: 'notVisible', wish: { kind: 'automatic' } } },
      null,
    ],
    ['nothing is to be explained while all is well', states.homeBusyChosen, null],
  ];
  for (const [title, state, reason] of cases) it(`[P5] ${title}`, () => expect(likelyReason(state)).toBe(reason));
});
