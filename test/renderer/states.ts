import { inTheOffice } from '#contract/outOfOffice.ts';
import { findPresence, plainPresence } from '#contract/presence.ts';
import { type AppState, initialState } from '#contract/state.ts';
import { outOfOfficeStates } from './outOfOfficeStates.ts';
import { planStates } from './planStates.ts';
import { presetStates } from './settingsStates.ts';
import {
  away,
  busy,
  chosenAt,
  doNotDisturb,
  galleryNow,
  home,
  homeBusy,
  minutesLater,
  mira,
  seen,
  trace,
  wishFor,
} from './stateParts.ts';

const inACall = findPresence('Busy', 'InACall') ?? busy;
const signedOut: AppState = { ...initialState, session: { status: 'signedOut', account: null, problem: null } };

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
  signedOutChoiceStays: { ...signedOut, notices: [{ kind: 'choiceStays', at: minutesLater(45) }] },
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
  homeInACall: { ...home, presence: seen(inACall), chosen: chosenAt(-3, inACall) },
  homeDoNotDisturbOutOfOffice: {
    ...home,
    presence: seen(doNotDisturb, away),
    chosen: chosenAt(-30, doNotDisturb),
  },
  homeBeRightBack: {
    ...home,
    presence: seen(plainPresence('BeRightBack')),
    chosen: chosenAt(-1, plainPresence('BeRightBack')),
  },
  homeAway: { ...home, presence: seen(plainPresence('Away')) },
  homeOffline: {
    ...home,
    presence: seen(plainPresence('Offline')),
    chosen: chosenAt(-5, plainPresence('Offline')),
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
    chosen: chosenAt(0, busy),
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
  blockedWaiting: {
    ...home,
    publication: { status: 'waiting', wish: wishFor(busy), problem: { kind: 'signInBlocked', trace } },
  },
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
    presence: seen(plainPresence('Away')),
    chosen: chosenAt(-1, busy),
    publication: { status: 'notVisible', wish: wishFor(busy) },
  },
  readingFailed: { ...home, reading: { status: 'failed', problem: { kind: 'unavailable', trace } } },
  stale: { ...home, presence: { ...seen(plainPresence('Available')), at: minutesLater(-14) } },
  notices: {
    ...home,
    session: { status: 'signedIn', account: mira, keptBy: 'memory' },
    notices: [
      { kind: 'signInNotKept' },
      { kind: 'configInvalid', unusable: [{ place: 'user', keys: ['graphUrl'] }], unreadable: [] },
    ],
  },
  demo: { ...homeBusy, isDemo: true },
  demoFailed: {
    ...home,
    isDemo: true,
    publication: { status: 'failed', wish: wishFor(busy), problem: { kind: 'unavailable', trace } },
  },
  ...outOfOfficeStates,
  ...planStates,
  ...presetStates,
} as const satisfies Record<string, AppState>;

export type StateName = keyof typeof states;
