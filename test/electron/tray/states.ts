import { toEpoch, toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence, type SeenPresence } from '#contract/presence.ts';
import { type AppState, type Choice, initialState, type Wish } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';

export const words = createWords('en-GB');
export const at = toInstant(new Date(2026, 10, 23, 14, 30).getTime());
export const now = toEpoch(at) + 60_000;
export const account = {
  homeAccountId: 'm.t',
  id: 'm',
  tenantId: 't',
  username: 'mira@contoso.com',
  name: 'Mira Kovač',
};

export function home(seen: Partial<SeenPresence>, more: Partial<AppState> = {}): AppState {
  const value = { ...plainPresence('Available'), outOfOfficeSettings: inTheOffice, ...seen };
  return {
    ...initialState,
    session: { status: 'signedIn', account, keptBy: 'keyring' },
    presence: { value, evidence: 'seen', at },
    ...more,
  };
}

export const busyWish: Wish = {
  kind: 'presence',
  presence: plainPresence('Busy'),
  outOfOfficeSettings: null,
  ending: null,
};
export const outOfOfficeSettings = { isOutOfOffice: true, message: null };
export const signedOutState: AppState = {
  ...initialState,
  session: { status: 'signedOut', account: null, problem: null },
};

export const busyChoice: Choice = { presence: plainPresence('Busy'), at, ending: null, isShown: true };
export const inAnHour = toInstant(toEpoch(at) + 3_600_000);
