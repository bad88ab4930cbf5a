import type { AutomaticReplies } from '#contract/automaticReplies.ts';
import { toInstant } from '#contract/instant.ts';
import type { OutOfOfficePlan } from '#contract/outOfOfficePlan.ts';
import { keptNothing, type OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { openPlan } from '#contract/plan.ts';
import type { Remembered } from '#contract/remembered.ts';

export const noon = Date.UTC(2026, 11, 1, 12);

const replies: AutomaticReplies = {
  ...{ status: 'disabled', audience: 'none', from: null },
  organisation: { html: '<p>Away</p>', text: 'Away', isFormatted: false },
  others: { html: null, text: '', isFormatted: false },
  until: { dateTime: '2026-12-21T17:00:00', timeZone: 'UTC', at: toInstant(noon) },
};

export const empty: Remembered = {
  ...{
    desired: null,
    chosen: null,
    undo: null,
    openRequests: [],
    plan: openPlan,
    visibleUntil: null,
    recent: [],
    message: null,
    askedMessage: null,
    messageDraft: null,
    followUp: null,
    previous: null,
    beforeRules: { desk: null, hours: null },
    outOfOffice: keptNothing,
  },
};
export const full: Remembered = {
  desired: {
    wish: {
      kind: 'presence',
      presence: { availability: 'Busy', activity: 'InACall' },
      outOfOfficeSettings: { isOutOfOffice: true, message: 'Back on Monday' },
      ending: endOfWish(),
    },
    setAt: toInstant(noon),
    isAccepted: true,
    acceptedAt: toInstant(noon + 500),
  },
  chosen: {
    presence: { availability: 'DoNotDisturb', activity: 'Presenting' },
    at: toInstant(noon - 500),
    ending: { at: toInstant(noon + 1_800_000), sequel: 'automatic' },
    isShown: true,
  },
  undo: { kind: 'preset', presetId: 'focus', wish: { kind: 'automatic' } },
  plan: { lasts: { until: toInstant(noon + 7_200_000) }, sequel: 'Offline' },
  visibleUntil: toInstant(noon + 1_000),
  recent: ['In the workshop', 'Proofreading 📚'],
  openRequests: [{ wish: { kind: 'automatic' }, until: toInstant(noon + 15_000) }],
  askedMessage: { text: 'At lunch', endsAt: null },
  messageDraft: { text: 'At lunch ', lasts: { date: '2026-12-01', time: '14:' } },
  beforeRules: {
    desk: {
      ...{ kind: 'presence', presence: { availability: 'Busy', activity: 'Busy' }, outOfOfficeSettings: null },
      ...{ ending: endOfWish(), presetId: 'focus' },
    },
    hours: { kind: 'automatic' },
  },
  outOfOffice: {
    absence: {
      ...{ plan: plan(), savedAt: toInstant(noon), hasBegun: true, hasOwnPair: true },
      ...{ before: { replies: null, message: null }, sent: replies },
    },
    unconfirmed: { plan: plan(), before: { replies, message: { text: 'Here', endsAt: null } }, sent: null },
    owed: { message: { text: 'Here', endsAt: toInstant(noon) }, replaces: ['Away'], isReset: true },
    returned: toInstant(noon + 9_000),
    task: { kind: 'save', plan: plan(), draft: draft() },
    draft: draft(),
    texts: { recent: ['Away until {until}'], favourite: ['Away'] },
    ...{ isDeclared: true, changedAt: toInstant(noon), reminded: ['starts x'], hasMailbox: true },
  },
  message: { text: 'In the workshop', endsAt: toInstant(noon + 900_000) },
  followUp: {
    ...{ wish: { kind: 'automatic' }, isGivenBack: true, preset: 'Focus' },
    ...{ statusMessage: { text: 'In the workshop', endsAt: null }, workLocation: 'remote' },
    previous: { presetId: 'focus', wish: { kind: 'automatic' }, statusMessage: null, replacedBy: 'In the workshop' },
  },
  previous: {
    presetId: 'focus',
    wish: { kind: 'automatic' },
    outOfOffice: { isOutOfOffice: false, message: null },
    statusMessage: { text: 'In the workshop', endsAt: null },
    replacedBy: 'At lunch',
    workLocation: null,
  },
};

function draft(): OutOfOfficeDraft {
  return {
    ...{ isTimed: true, from: { date: '2026-12-21', time: '17:00' }, until: { date: '', time: '' } },
    ...{ timeZone: 'Mars/Olympus', organisation: { text: 'Away <b>' }, others: 'same', hasReplies: true },
    ...{ audience: 'all', inPresence: false, statusMessage: 'Away until {until}', isMailboxKnown: false },
  };
}

function plan(): OutOfOfficePlan {
  return {
    ...{ from: toInstant(noon + 1_000), until: toInstant(noon + 9_000), timeZone: 'W. Europe Standard Time' },
    organisation: { text: 'Away until {until}' },
    replies: { audience: 'contactsOnly', others: 'kept' },
    ...{ inPresence: true, statusMessage: null },
  };
}

export function desiredOf({ desired }: Remembered) {
  if (desired === null) throw new Error('nothing is desired');
  return desired;
}

export function wished() {
  return { presence: { availability: 'Busy', activity: 'InACall' } as const, at: toInstant(noon), ending: endOfWish() };
}

export function endOfWish() {
  return { at: toInstant(noon + 3_600_000), sequel: 'Available' } as const;
}
