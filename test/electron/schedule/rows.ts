import { expect } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence } from '#contract/presence.ts';
import { type AppState, type Choice, initialState, type Wish } from '#contract/state.ts';
import { due } from '../../../electron/schedule/due.ts';
import type { Facts } from '../../../electron/schedule/facts.ts';

export const now = Date.UTC(2026, 10, 23, 14, 30);
export const second = 1_000;
export const minute = 60 * second;
export const day = 86_400_000;
export const account = {
  homeAccountId: 'm.t',
  id: 'm',
  tenantId: 't',
  username: 'mira@contoso.com',
  name: 'Mira Kovač',
};
export const presence = plainPresence('Busy');
export const problem = { kind: 'offline' } as const;

const home: AppState = { ...initialState, session: { status: 'signedIn', account, keptBy: 'keyring' } };
export const untried = { dropWish: null, endChoice: null, endMessage: null, renewChoice: null };
/** All is well, and all that comes round was done a moment ago. */
const quiet: Facts = {
  ...{ now, isPopupOpen: false, isLocked: false, stopsOnLock: false, lastReadAt: now - second, jitter: 0.5 },
  ...{
    lastRenewedAt: now - second,
    stopTriedAt: null,
    stopAgainAfter: minute,
    sessionRenewAfter: 4 * minute,
    choiceRenewedAt: null,
    choiceLife: null,
  },
  ...{ triedAt: untried, inVain: { dropWish: 0, endChoice: 0, endMessage: 0, renewChoice: 0 } },
};

export function ending(at: number) {
  return { at: toInstant(at), sequel: 'automatic' } as const;
}

export function choice(endsAt: number | null, madeAt = now - minute): Choice {
  return { presence, at: toInstant(madeAt), ending: endsAt === null ? null : ending(endsAt), isShown: true };
}

export function wish(endsAt: number | null): Wish {
  return {
    kind: 'presence',
    ...{ presence, outOfOfficeSettings: inTheOffice, ending: endsAt === null ? null : ending(endsAt) },
  };
}

export type Row = readonly [what: string, state: Partial<AppState>, facts: Partial<Facts>, duties: readonly string[]];

export function expectDuties(
  _: string,
  state: Partial<AppState>,
  facts: Partial<Facts>,
  duties: readonly string[],
): void {
  expect(due({ ...home, ...state }, { ...quiet, ...facts })).toEqual(duties);
}
