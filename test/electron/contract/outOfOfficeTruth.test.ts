import { describe, expect, it } from 'vitest';
import type { AutomaticReplies } from '#contract/automaticReplies.ts';
import { type Instant, toInstant } from '#contract/instant.ts';
import type { OutOfOfficePlan } from '#contract/outOfOfficePlan.ts';
import { noOutOfOffice, type OutOfOfficeState } from '#contract/outOfOfficeState.ts';
import { isOutOfOffice, outOfOfficeCommand, outOfOfficeTruth } from '#contract/outOfOfficeTruth.ts';
import { sayOutOfOffice } from '#contract/outOfOfficeWords.ts';
import { plainPresence } from '#contract/presence.ts';
import { type AppState, initialState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';

const now = Date.UTC(2026, 11, 1, 9);
const words = createWords('en-GB', () => 'UTC');
const hours = (count: number): Instant => toInstant(now + count * 3_600_000);

function state(isSeen: boolean, outOfOffice: Partial<OutOfOfficeState>): AppState {
  const outOfOfficeSettings = { isOutOfOffice: isSeen, message: isSeen ? 'Gone' : null };
  return {
    ...initialState,
    presence: { value: { ...plainPresence('Available'), outOfOfficeSettings }, evidence: 'seen', at: toInstant(now) },
    outOfOffice: { ...noOutOfOffice, ...outOfOffice },
  };
}

function ours(
  from: Instant | null,
  until: Instant | null,
  replies: OutOfOfficePlan['replies'] = null,
): OutOfOfficeState['absence'] {
  const plan = { from, until, timeZone: 'UTC', organisation: { text: 'x' }, replies };
  return {
    plan: { ...plan, inPresence: true, statusMessage: null },
    ...{ savedAt: hours(-1), hasBegun: true, hasOwnPair: false, sent: null, before: { replies: null, message: null } },
  };
}

function theirs(
  status: AutomaticReplies['status'],
  from: number,
  until: number,
  zone = 'UTC',
): Partial<OutOfOfficeState> {
  const text = { html: '', text: '', isFormatted: false };
  const time = (count: number) => ({ dateTime: 'x', timeZone: zone, at: zone === 'UTC' ? hours(count) : null });
  const replies = {
    status,
    audience: 'all',
    organisation: text,
    others: text,
    from: time(from),
    until: time(until),
  } as const;
  return { access: 'ready', mailbox: { replies, timeZone: null, workingHours: null, at: toInstant(now) } };
}

const fresh = { changedAt: hours(-0.1) };
const rows: [what: string, state: AppState, truth: object, said: string][] = [
  ['nothing known', initialState, { kind: 'off' }, 'Off'],
  ['off', state(false, {}), { kind: 'off' }, 'Off'],
  ['said by us', state(true, { isDeclared: true }), { kind: 'on', until: null }, 'Gone'],
  ['ours, without an end', state(true, { absence: ours(null, null) }), { kind: 'on', until: null }, 'Gone'],
  [
    'ours, with an end',
    state(true, { absence: ours(hours(-9), hours(48)) }),
    { kind: 'on', until: hours(48) },
    'On until Thu, 09:00',
  ],
  [
    'ours, soon over',
    state(true, { absence: ours(null, hours(3)) }),
    { kind: 'endingSoon', until: hours(3) },
    'On, ends soon: 12:00',
  ],
  [
    'ours, to come',
    state(false, { absence: ours(hours(24), hours(48)) }),
    { kind: 'scheduled', from: hours(24) },
    'From tomorrow, 09:00',
  ],
  [
    'ours, not seen yet',
    state(false, { absence: ours(null, hours(48)), ...fresh }),
    { kind: 'settling', isOn: true },
    'On. Takes some minutes to show',
  ],
  [
    'ours, in the presence alone, and not seen for long',
    state(false, { absence: ours(null, hours(48)), changedAt: hours(-2) }),
    { kind: 'off' },
    'Off',
  ],
  [
    'ours, of which nobody knows whether it is seen',
    { ...state(false, { absence: ours(null, hours(48)), changedAt: hours(-2) }), presence: null },
    { kind: 'on', until: hours(48) },
    'On until Thu, 09:00',
  ],
  [
    'ours, with replies, and not seen for long',
    state(false, {
      ...theirs('scheduled', -3, 48),
      ...{ absence: ours(hours(-3), hours(48), { audience: 'all', others: 'same' }), changedAt: hours(-3) },
    }),
    { kind: 'on', until: hours(48) },
    'On until Thu, 09:00',
  ],
  [
    'ours, turned off in Outlook',
    state(false, {
      ...theirs('disabled', 0, 0),
      ...{ absence: ours(null, hours(48), { audience: 'all', others: 'same' }), changedAt: hours(-2) },
    }),
    { kind: 'off' },
    'Off',
  ],
  [
    'ours, given an end in Outlook that has passed',
    state(false, {
      ...theirs('scheduled', -9, -1),
      ...{ absence: ours(hours(-9), hours(48), { audience: 'all', others: 'same' }), changedAt: hours(-9) },
    }),
    { kind: 'off' },
    'Off',
  ],
  ['ours, over', state(false, { absence: ours(hours(-9), hours(-1)) }), { kind: 'off' }, 'Off'],
  [
    'ended, and still seen',
    state(true, { ...theirs('disabled', 0, 0), ...fresh }),
    { kind: 'settling', isOn: false },
    'Off. Takes some minutes to show',
  ],
  [
    'replies of Outlook',
    state(true, theirs('alwaysEnabled', 0, 0)),
    { kind: 'elsewhere', why: 'outlook', until: null },
    'On, set in Outlook',
  ],
  [
    'a schedule of Outlook',
    state(true, theirs('scheduled', -9, 9)),
    { kind: 'elsewhere', why: 'outlook', until: hours(9) },
    'On until 18:00, set in Outlook',
  ],
  [
    'a schedule of Outlook to come',
    state(false, theirs('scheduled', 24, 48)),
    { kind: 'scheduled', from: hours(24) },
    'From tomorrow, 09:00',
  ],
  ['a schedule of Outlook that is over', state(false, theirs('scheduled', -48, -24)), { kind: 'off' }, 'Off'],
  [
    'a schedule that nobody can read',
    state(false, theirs('scheduled', 0, 9, 'Mars/Olympus')),
    { kind: 'elsewhere', why: 'unknownZone', until: null },
    'Planned in Outlook, in a time zone nobody knows: Mars/Olympus',
  ],
  [
    'the calendar',
    state(true, theirs('disabled', 0, 0)),
    { kind: 'elsewhere', why: 'calendar', until: null },
    'On, set elsewhere or by your calendar',
  ],
  [
    'somebody, with a mailbox that we may not see',
    state(true, {}),
    { kind: 'elsewhere', why: 'outlookOrCalendar', until: null },
    'On, set in Outlook or your calendar · Gone',
  ],
  ['no mailbox', state(false, { access: 'missing' }), { kind: 'off' }, 'Off · no automatic replies for this account'],
];

describe('[O2] the truth of being out of office', () => {
  it.each(rows)('%s', (_what, given, truth, said) => {
    expect(outOfOfficeTruth(given, now)).toEqual(truth);
    expect(sayOutOfOffice(words, given, now)).toBe(said);
  });

  it('off ends everything that is planned, on is for the presence alone', () => {
    const commands = [
      state(true, { isDeclared: true }),
      state(true, theirs('alwaysEnabled', 0, 0)),
      state(true, theirs('scheduled', 24, 48)),
      state(false, { absence: ours(hours(24), hours(48)) }),
      state(false, {}),
    ].map((given) => [isOutOfOffice(outOfOfficeTruth(given, now)), outOfOfficeCommand(given, now)]);
    expect(commands).toEqual([
      [true, ['setOutOfOffice', { isOutOfOffice: false, message: null }]],
      [true, ['endOutOfOffice']],
      [true, ['setOutOfOffice', { isOutOfOffice: false, message: null }]],
      [true, ['endOutOfOffice']],
      [false, ['setOutOfOffice', { isOutOfOffice: true, message: null }]],
    ]);
  });
});
