import { type Instant, toInstant } from '#contract/instant.ts';
import { inTheOffice, type OutOfOfficeSettings } from '#contract/outOfOffice.ts';
import { findPresence, type Presence, plainPresence, type SeenPresence } from '#contract/presence.ts';
import type { Account } from '#contract/session.ts';
import { type AppState, initialState, type KnownPresence, type Wish } from '#contract/state.ts';

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

export function wishFor(presence: Presence, outOfOfficeSettings: OutOfOfficeSettings = inTheOffice): Wish {
  return { kind: 'presence', presence, outOfOfficeSettings };
}

const away: OutOfOfficeSettings = { isOutOfOffice: true, message: 'Back on Monday. For anything urgent, ask Jonas.' };
const trace = { status: 503, requestId: '5d3a6b6e-7d0c-4a5b-9f43-0f8f0b9f5d2c' };
const busy = plainPresence('Busy');
const doNotDisturb = plainPresence('DoNotDisturb');
const inACall = findPresence('Busy', 'InACall') ?? busy;

const signedOut: AppState = { ...initialState, session: { status: 'signedOut', account: null, problem: null } };
const home: AppState = {
  ...initialState,
  session: { status: 'signedIn', account: mira, keptBy: 'keyring' },
  presence: seen(plainPresence('Available')),
};
const homeBusy: AppState = { ...home, presence: seen(busy), chosen: { presence: busy, at: minutesLater(-3) } };

/** Every look of the popup, each as the whole state behind it. Tests, the axe run and the screenshots share it. */
export const states = {
  loading: initialState,
  signedOut,
  signedOutDenied: { ...signedOut, session: { status: 'signedOut', account: null, problem: { kind: 'signInDenied' } } },
  adminConsent: {
    ...signedOut,
    session: { status: 'signedOut', account: null, problem: { kind: 'adminConsentRequired', trace } },
  },
  signInBlocked: {
    ...signedOut,
    session: { status: 'signedOut', account: null, problem: { kind: 'signInBlocked', trace } },
  },
  notRegistered: { ...signedOut, session: { status: 'signedOut', account: null, problem: { kind: 'notRegistered' } } },
  sessionEnded: {
    ...signedOut,
    session: { status: 'signedOut', account: mira, problem: { kind: 'signInRequired' } },
  },
  signingIn: { ...initialState, session: { status: 'signingIn', account: null, method: 'browser' } },
  deviceCodeAwaited: {
    ...initialState,
    session: { status: 'signingIn', account: null, method: 'deviceCode', code: null },
  },
  deviceCode: {
    ...initialState,
    session: {
      status: 'signingIn',
      account: null,
      method: 'deviceCode',
      code: {
        userCode: 'C7QK4MXPD',
        verificationUri: 'https://microsoft.com/devicelogin',
        expiresAt: minutesLater(15),
      },
    },
  },
  homeLoading: { ...home, presence: null, reading: { status: 'reading' } },
  homeAvailable: home,
  homeBusyChosen: homeBusy,
  homeInACall: { ...home, presence: seen(inACall), chosen: { presence: inACall, at: minutesLater(-3) } },
  homeDoNotDisturbOutOfOffice: {
    ...home,
    presence: seen(doNotDisturb, away),
    chosen: { presence: doNotDisturb, at: minutesLater(-30) },
  },
  homeBeRightBack: {
    ...home,
    presence: seen(plainPresence('BeRightBack')),
    chosen: { presence: plainPresence('BeRightBack'), at: minutesLater(-1) },
  },
  homeAway: { ...home, presence: seen(plainPresence('Away')) },
  homeOffline: {
    ...home,
    presence: seen(plainPresence('Offline')),
    chosen: { presence: plainPresence('Offline'), at: minutesLater(-5) },
  },
  homeInAMeeting: {
    ...home,
    presence: {
      value: { availability: 'Busy', activity: 'InAMeeting', outOfOfficeSettings: inTheOffice },
      evidence: 'seen',
      at: galleryNow,
    },
  },
  homeUnknown: { ...home, presence: seen({ availability: 'PresenceUnknown', activity: '' }) },
  outOfOffice: { ...home, presence: seen(plainPresence('Away'), away) },
  outOfOfficeChanging: {
    ...home,
    publication: { status: 'publishing', wish: wishFor(plainPresence('Available'), away) },
  },
  pending: { ...home, publication: { status: 'publishing', wish: wishFor(doNotDisturb) } },
  pendingFromChosen: { ...homeBusy, publication: { status: 'publishing', wish: wishFor(doNotDisturb) } },
  resetting: { ...homeBusy, publication: { status: 'publishing', wish: { kind: 'automatic' } } },
  checking: {
    ...homeBusy,
    presence: { value: { ...busy, outOfOfficeSettings: inTheOffice }, evidence: 'accepted', at: galleryNow },
    chosen: { presence: busy, at: galleryNow },
    publication: { status: 'checking', wish: wishFor(busy) },
  },
  throttled: {
    ...home,
    publication: {
      status: 'waiting',
      wish: wishFor(busy),
      problem: { kind: 'throttled', retryAt: minutesLater(0.2), trace: { status: 429 } },
    },
  },
  offline: { ...home, isOnline: false },
  offlineWaiting: {
    ...home,
    isOnline: false,
    publication: { status: 'waiting', wish: wishFor(busy), problem: { kind: 'offline' } },
  },
  offlineAtStart: { ...home, isOnline: false, presence: null },
  failed: {
    ...home,
    publication: { status: 'failed', wish: wishFor(busy), problem: { kind: 'unavailable', trace } },
  },
  failedIntercepted: {
    ...home,
    publication: { status: 'failed', wish: wishFor(busy), problem: { kind: 'intercepted', trace } },
  },
  failedForbidden: {
    ...home,
    publication: { status: 'failed', wish: wishFor(busy), problem: { kind: 'forbidden', trace: { status: 403 } } },
  },
  notVisible: {
    ...home,
    presence: seen(plainPresence('Offline')),
    chosen: { presence: busy, at: minutesLater(-1) },
    publication: { status: 'notVisible', wish: wishFor(busy) },
  },
  readingFailed: { ...home, reading: { status: 'failed', problem: { kind: 'unavailable', trace } } },
  stale: { ...home, presence: { ...seen(plainPresence('Available')), at: minutesLater(-14) } },
  notices: {
    ...home,
    session: { status: 'signedIn', account: mira, keptBy: 'memory' },
    notices: [{ kind: 'signInNotKept' }, { kind: 'configInvalid', keys: ['graphUrl'] }],
  },
  demo: { ...homeBusy, isDemo: true },
  demoFailed: {
    ...home,
    isDemo: true,
    publication: { status: 'failed', wish: wishFor(busy), problem: { kind: 'unavailable', trace } },
  },
} as const satisfies Record<string, AppState>;

export type StateName = keyof typeof states;
