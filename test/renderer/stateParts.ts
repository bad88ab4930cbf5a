import { type Instant, toInstant } from '#contract/instant.ts';
import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import type { Ending } from '#contract/plan.ts';
import { type Presence, plainPresence, type SeenPresence } from '#contract/presence.ts';
import type { Account } from '#contract/session.ts';
import { type AppState, type Choice, initialState, type KnownPresence, type Wish } from '#contract/state.ts';

/** The moment at which the gallery's states are true. Whoever shows them stops the clock there. */
export const galleryNow: Instant = toInstant(Date.UTC(2026, 7, 4, 12, 30, 0));

export const mira: Account = {
  homeAccountId: 'b2f7.9c41',
  id: '6f0f3a52-6f9c-4a57-8f5e-7c2b1c1d9b10',
  tenantId: '9c412d1e-3f64-4b1f-a1fd-0f2ce14e6f0a',
  username: 'mira@contoso.com',
  name: 'Mira Kovač',
};

export function minutesLater(minutes: number): Instant {
  return toInstant(Date.parse(galleryNow) + minutes * 60_000);
}

export function seen(
  presence: Presence | { availability: 'PresenceUnknown'; activity: string },
  outOfOfficeSettings: OutOfOfficeSettings = inTheOffice,
): KnownPresence {
  const value: SeenPresence = { ...presence, outOfOfficeSettings };
  return { value, evidence: 'seen', at: galleryNow };
}

export function wishFor(
  presence: Presence,
  outOfOfficeSettings: OutOfOfficeSettings | null = null,
  ending: Ending | null = null,
): Wish {
  return { kind: 'presence', presence, outOfOfficeSettings, ending };
}

export function chosenAt(minutes: number, presence: Presence, ending: Ending | null = null): Choice {
  return { presence, at: minutesLater(minutes), ending, isShown: true };
}

export const away: OutOfOfficeSettings = {
  isOutOfOffice: true,
  message: 'Back on Monday. For anything urgent, ask Jonas.',
};
export const trace = { status: 503, requestId: '5d3a6b6e-7d0c-4a5b-9f43-0f8f0b9f5d2c' };
export const busy = plainPresence('Busy');
export const doNotDisturb = plainPresence('DoNotDisturb');
export const home: AppState = {
  ...initialState,
  session: { status: 'signedIn', account: mira, keptBy: 'keyring' },
  presence: seen(plainPresence('Available')),
};
export const homeBusy: AppState = { ...home, presence: seen(busy), chosen: chosenAt(-3, busy) };
