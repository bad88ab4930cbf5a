import { inTheOffice } from '#contract/outOfOffice.ts';
import { findPresence, plainPresence } from '#contract/presence.ts';
import type { Write } from '#contract/route.ts';
import type { AppState } from '#contract/state.ts';
import {
  away,
  busy,
  chosenAt,
  doNotDisturb,
  galleryNow,
  home,
  homeBusy,
  minutesLater,
  seen,
  trace,
  wishFor,
} from './stateParts.ts';

const ending = { at: minutesLater(60), sequel: 'automatic' } as const;
const message = { text: 'Deep in the Q3 report, ping me for anything urgent', endsAt: minutesLater(240) };
const recent = ['At lunch, back at 13:00', 'Working from home', 'In the lab, slow to answer'];
const offline = {
  value: { availability: 'Offline', activity: 'Offline', outOfOfficeSettings: inTheOffice },
  evidence: 'seen',
  at: galleryNow,
} as const;
const notVisible = {
  ...home,
  chosen: chosenAt(-1, busy),
  publication: { status: 'notVisible', wish: wishFor(busy) },
} as const satisfies AppState;

const writes: readonly Write[] = [
  { at: minutesLater(-1), operation: 'create', asked: 'Busy/Busy', outcome: 'accepted', trace: { status: 201 } },
  { at: minutesLater(-3), operation: 'create', asked: 'Busy/InACall', outcome: 'unavailable', trace },
  { at: minutesLater(-1500), operation: 'clearUserPreferredPresence', asked: '', outcome: 'accepted', trace: {} },
];

/** The looks that have to do with how long, with the status message, and with why. */
export const planStates = {
  withEnding: {
    ...home,
    presence: seen(doNotDisturb, away),
    chosen: chosenAt(0, doNotDisturb, ending),
    plan: { lasts: 'PT1H', sequel: 'automatic' },
    statusMessage: { seen: message, asking: { status: 'idle' }, recent },
  },
  withSequel: {
    ...homeBusy,
    presence: seen(plainPresence('Away')),
    chosen: chosenAt(-60, plainPresence('Away'), { at: minutesLater(60), sequel: 'Offline' }),
    plan: { lasts: 'PT2H', sequel: 'Offline' },
  },
  customPlan: {
    ...homeBusy,
    chosen: chosenAt(-3, busy, { at: minutesLater(3000), sequel: 'automatic' }),
    plan: { lasts: { until: minutesLater(3000) }, sequel: 'automatic' },
  },
  anotherEnd: {
    ...homeBusy,
    plan: { lasts: 'PT1H', sequel: 'automatic' },
    publication: { status: 'publishing', wish: wishFor(busy, null, ending) },
  },
  messageSet: { ...home, statusMessage: { seen: message, asking: { status: 'idle' }, recent } },
  messageSending: {
    ...home,
    statusMessage: {
      seen: null,
      asking: { status: 'sending', message: { text: 'Working from home', endsAt: null } },
      recent,
    },
  },
  messageFailed: {
    ...home,
    statusMessage: {
      seen: message,
      asking: {
        status: 'failed',
        message: { text: 'Working from home', endsAt: null },
        problem: { kind: 'unavailable', trace },
      },
      recent,
    },
  },
  keptVisible: { ...homeBusy, visibleUntil: minutesLater(120) },
  canUndo: { ...homeBusy, undo: { kind: 'automatic' } },
  verdictActions: {
    ...homeBusy,
    verdict: {
      decidedAt: minutesLater(-2000),
      trace: { status: 404, code: 'UnknownError', requestId: '9b0a6c5e-2c4e-4a9c-8f6d-0f3c1f1f2a77' },
    },
    writes,
  },
  withWrites: { ...homeBusy, writes },
  verdictUnseen: { ...homeBusy, verdict: { decidedAt: minutesLater(-2000), trace: { status: 201 } }, writes },
  notVisibleTeamsClosed: { ...notVisible, presence: offline },
  notVisibleStronger: { ...notVisible, presence: seen(doNotDisturb) },
  notVisibleCalendar: {
    ...notVisible,
    chosen: chosenAt(-1, plainPresence('Available')),
    publication: { status: 'notVisible', wish: wishFor(plainPresence('Available')) },
    presence: {
      value: { availability: 'Busy', activity: 'InAMeeting', outOfOfficeSettings: inTheOffice },
      evidence: 'seen',
      at: galleryNow,
    },
  },
  notVisibleAppearOffline: { ...notVisible, presence: seen(plainPresence('Offline')) },
  inACallElsewhere: { ...home, presence: seen(findPresence('Busy', 'InACall') ?? busy) },
} as const satisfies Record<string, AppState>;
