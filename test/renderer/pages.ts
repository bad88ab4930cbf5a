import type { AppState } from '#contract/state.ts';
import { mailbox, reply, withOutOfOffice } from './outOfOfficeStates.ts';
import { states } from './states.ts';

type Role = 'button' | 'combobox' | 'option' | 'menuitem';
interface OpenedPage {
  readonly state: AppState;
  /** What is clicked to get there, one after the other. */
  readonly path: readonly (readonly [role: Role, name: string | RegExp])[];
  readonly heading: string;
}

const title = 'Out of office';
const open = ['button', /^Out of office/] as const;
const unknownTime = { dateTime: '2026-08-05T09:00:00', timeZone: 'Mars/Olympus', at: null };

/** The popup's pages behind the first one, each as a state and the way there. */
export const pages = {
  absenceAsks: { state: withOutOfOffice({ access: 'notAllowed' }), path: [open], heading: title },
  absencePlanned: {
    state: withOutOfOffice({ ...states.absenceScheduled.outOfOffice, access: 'ready', mailbox: mailbox() }),
    path: [open],
    heading: title,
  },
  absenceFormatted: {
    state: withOutOfOffice({ access: 'ready', mailbox: mailbox({ organisation: reply('Gone', true) }) }),
    path: [open],
    heading: title,
  },
  absenceZoneUnknown: {
    state: withOutOfOffice({
      access: 'ready',
      mailbox: mailbox({ status: 'scheduled', from: unknownTime, until: unknownTime }),
    }),
    path: [open],
    heading: title,
  },
  absenceReviewed: {
    state: withOutOfOffice({ access: 'ready', mailbox: mailbox() }),
    path: [open, ['button', 'Save']],
    heading: 'What people will see',
  },
  message: { state: states.messageFailed, path: [['button', /^Status message/]], heading: 'Status message' },
  until: {
    state: states.customPlan,
    path: [
      ['combobox', 'Duration'],
      ['option', 'Custom…'],
    ],
    heading: 'Until when?',
  },
  keys: {
    state: states.homeBusyChosen,
    path: [
      ['button', 'More'],
      ['menuitem', /^Keys/],
    ],
    heading: 'Keys',
  },
  why: { state: states.verdictActions, path: [['button', /^Set at/]], heading: 'Why this is shown' },
} as const satisfies Record<string, OpenedPage>;
