import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence, type SeenPresence } from '#contract/presence.ts';
import type { Account } from '#contract/session.ts';
import { initialState, type Wish } from '#contract/state.ts';
import { presenceSeen } from '../../../electron/state/readingTransitions.ts';
import { signedIn } from '../../../electron/state/sessionTransitions.ts';

export const mira: Account = {
  homeAccountId: 'm.t',
  id: 'm',
  tenantId: 't',
  username: 'mira@contoso.com',
  name: 'Mira Kovač',
};
export const noon = toInstant(Date.UTC(2026, 10, 23, 12));
export const later = toInstant(Date.UTC(2026, 10, 23, 12, 0, 5));
export const available: SeenPresence = { ...plainPresence('Available'), outOfOfficeSettings: inTheOffice };
export const busy: SeenPresence = { ...plainPresence('Busy'), outOfOfficeSettings: inTheOffice };
export const wish = {
  kind: 'presence',
  presence: plainPresence('Busy'),
  outOfOfficeSettings: inTheOffice,
  ending: null,
} satisfies Wish;

/** Somebody has signed in, and is available by Microsoft's own reckoning. */
export const start = presenceSeen(signedIn(initialState, mira, 'keyring'), available, noon, noon);
