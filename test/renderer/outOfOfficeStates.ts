import type { AutomaticReplies, Mailbox, ReplyText } from '#contract/automaticReplies.ts';
import type { OutOfOfficePlan } from '#contract/outOfOfficePlan.ts';
import { noOutOfOffice, type OutOfOfficeState } from '#contract/outOfOfficeState.ts';
import { plainPresence } from '#contract/presence.ts';
import type { AppState } from '#contract/state.ts';
import { away, galleryNow, home, minutesLater, seen } from './stateParts.ts';

export function reply(text: string, isFormatted = false): ReplyText {
  return { html: `<html><body>${text}</body></html>`, text, isFormatted };
}

const noReplies: AutomaticReplies = {
  ...{ status: 'disabled', audience: 'contactsOnly', organisation: reply('Away, back soon.'), others: reply('') },
  ...{ from: null, until: null },
};

export const tokyo = { name: 'Tokyo Standard Time', iana: 'Asia/Tokyo' };

export function mailbox(change: Partial<AutomaticReplies> = {}): Mailbox {
  return { replies: { ...noReplies, ...change }, timeZone: tokyo, workingHours: null, at: galleryNow };
}

export const absencePlan: OutOfOfficePlan = {
  ...{ from: minutesLater(24 * 60), until: minutesLater(5 * 24 * 60), timeZone: 'UTC' },
  organisation: { text: 'Away until {until}.' },
  replies: { audience: 'all', others: 'same' },
  ...{ inPresence: true, statusMessage: null },
};

export function absence(plan: OutOfOfficePlan, hasBegun = false): OutOfOfficeState['absence'] {
  return {
    plan,
    savedAt: galleryNow,
    hasBegun,
    hasOwnPair: false,
    sent: null,
    before: { replies: null, message: null },
  };
}

export function withOutOfOffice(change: Partial<OutOfOfficeState>, state: AppState = home): AppState {
  return { ...state, outOfOffice: { ...noOutOfOffice, ...change } };
}

const isAway: AppState = { ...home, presence: seen(plainPresence('Away'), away) };
const running = { ...absencePlan, from: null };

/** The looks of being out of office, planned, on, ending, refused. */
export const outOfOfficeStates = {
  absenceScheduled: withOutOfOffice({ absence: absence(absencePlan) }),
  absenceOn: withOutOfOffice({ absence: absence(running, true) }, isAway),
  absenceSettling: withOutOfOffice({ absence: absence(running, true), changedAt: galleryNow }),
  absenceElsewhere: withOutOfOffice({ access: 'ready', mailbox: mailbox() }, isAway),
  absenceOffline: {
    ...withOutOfOffice({
      asking: {
        status: 'waiting',
        task: { kind: 'save', plan: absencePlan, draft: null },
        problem: { kind: 'offline' },
      },
    }),
    isOnline: false,
  },
  absenceFailed: withOutOfOffice({
    asking: {
      ...{ status: 'failed', task: { kind: 'save', plan: absencePlan, draft: null } },
      trouble: { kind: 'forbidden', trace: { status: 403 } },
    },
  }),
  mailboxMissing: withOutOfOffice({ access: 'missing' }),
  noOutOfOfficeInPresence: withOutOfOffice({ isInPresence: false }),
  remindedOfStart: {
    ...withOutOfOffice({ absence: absence(absencePlan) }),
    notices: [{ kind: 'outOfOfficeStarts', at: minutesLater(24 * 60) }],
  },
} as const satisfies Record<string, AppState>;
