import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence, type SeenPresence } from '#contract/presence.ts';
import type { Account } from '#contract/session.ts';
import { type AppState, initialState, type Wish } from '#contract/state.ts';
import { messageDismissed, messageRefused, messageSending } from '../../../electron/state/planTransitions.ts';
import { presenceOutdated, presenceSeen } from '../../../electron/state/readingTransitions.ts';
import {
  demoStarted,
  sessionEnded,
  signedIn,
  signedOut,
  signInEnded,
  signInStarted,
} from '../../../electron/state/sessionTransitions.ts';
import {
  noticed,
  noticesDismissed,
  presenceAccepted,
  presenceNotVisible,
  presencePublishing,
  presenceRefused,
  publicationCancelled,
  trayHostSeen,
} from '../../../electron/state/transitions.ts';

const mira: Account = {
  homeAccountId: 'm.t',
  id: 'm',
  tenantId: 't',
  username: 'mira@contoso.com',
  name: 'Mira Kovač',
};
const jonas: Account = { ...mira, homeAccountId: 'j.t', id: 'j', name: 'Jonas' };
const noon = toInstant(Date.UTC(2026, 10, 23, 12));
const later = toInstant(Date.UTC(2026, 10, 23, 12, 0, 5));
const available: SeenPresence = { ...plainPresence('Available'), outOfOfficeSettings: inTheOffice };
const busy: SeenPresence = { ...plainPresence('Busy'), outOfOfficeSettings: inTheOffice };
const wish = {
  kind: 'presence',
  presence: plainPresence('Busy'),
  outOfOfficeSettings: inTheOffice,
  ending: null,
} satisfies Wish;
const start = presenceSeen(signedIn(initialState, mira, 'keyring'), available, noon, noon);

describe('a wish', () => {
  it('[P2] changes nothing that is known until the service accepts it', () => {
    const asked = presencePublishing(start, wish);
    expect(asked).toEqual({ ...start, publication: { status: 'publishing', wish } });
    expect(presenceAccepted(asked, wish, later)).toEqual({
      ...start,
      presence: { value: busy, evidence: 'accepted', at: later },
      chosen: { presence: wish.presence, at: later, ending: null, isShown: false },
      undo: { kind: 'automatic' },
      publication: { status: 'checking', wish },
    });
  });

  it('[P4] leaves what is known as it was when it is refused', () => {
    const problem = { kind: 'unavailable', trace: { status: 503 } } as const;
    expect(presenceRefused(presencePublishing(start, wish), wish, problem)).toEqual({
      ...start,
      publication: { status: 'failed', wish, problem },
    });
  });

  it('[P5] that is read back as asked is over; as something else, what is read is shown', () => {
    const accepted = presenceAccepted(presencePublishing(start, wish), wish, noon);
    expect(presenceSeen(accepted, busy, later, later).publication).toEqual({ status: 'idle' });
    const contradicted = presenceNotVisible(presenceSeen(accepted, available, later, later), wish);
    expect(contradicted).toEqual({
      ...accepted,
      presence: { value: available, evidence: 'seen', at: later },
      publication: { status: 'notVisible', wish },
    });
  });

  it('[P5] is not contradicted by an answer to a question asked before it was accepted', () => {
    const accepted = presenceAccepted(presencePublishing(start, wish), wish, later);
    expect(presenceSeen(accepted, available, noon, later)).toEqual({ ...accepted, reading: { status: 'idle' } });
  });

  it('[P8] that failed without an answer, but shows, was carried out', () => {
    const failed = presenceRefused(presencePublishing(start, wish), wish, { kind: 'timedOut' });
    const seen = presenceSeen(failed, busy, later, later);
    expect([seen.publication, seen.chosen]).toEqual([
      { status: 'idle' },
      { presence: wish.presence, at: later, ending: null, isShown: true },
    ]);
  });

  it('[P6] for automatic is fulfilled by whatever the service shows next', () => {
    const reset: Wish = { kind: 'automatic' };
    const chosen = presenceSeen(presenceAccepted(start, wish, noon), busy, later, later);
    const accepted = presenceAccepted(presencePublishing(chosen, reset), reset, later);
    expect([accepted.chosen, accepted.presence]).toEqual([null, chosen.presence]);
    expect(presenceSeen(accepted, available, later, later).publication).toEqual({ status: 'idle' });
  });
});

it('a choice is forgotten when the service shows that another was made elsewhere', () => {
  const chosen = presenceSeen(presenceAccepted(start, wish, noon), busy, later, later);
  expect(chosen.chosen?.presence.availability).toBe('Busy');
  expect(presenceSeen(chosen, available, later, later).chosen).toBeNull();
  const failed = presenceRefused(chosen, wish, { kind: 'unavailable', trace: {} });
  expect(presenceSeen(failed, available, later, later).chosen).toBeNull();
});

it('[E1] a choice that nobody saw yet is not taken for replaced, until it was seen', () => {
  const unseen = presenceNotVisible(presenceSeen(presenceAccepted(start, wish, noon), available, later, later), wish);
  const dismissed = presenceSeen(publicationCancelled(unseen), available, later, later);
  expect(dismissed.chosen).toEqual({ presence: wish.presence, at: noon, ending: null, isShown: false });
  const seen = presenceSeen(dismissed, busy, later, later);
  expect(seen.chosen?.isShown).toBe(true);
  expect(presenceSeen(seen, available, later, later).chosen).toBeNull();
});

it('[M1] a status message whose answer was lost, but shows, was taken, and keeps its end', () => {
  const message = { text: 'At lunch', endsAt: later };
  const failed = messageRefused(start, message, { kind: 'timedOut' });
  const shown = { ...available, statusMessage: { text: 'At lunch', endsAt: null } };
  const found = { seen: message, asking: { status: 'idle' }, recent: ['At lunch'] };
  expect(presenceSeen(failed, shown, later, later).statusMessage).toEqual(found);
  expect(presenceSeen(failed, available, later, later).statusMessage.asking.status).toBe('failed');
  expect(messageDismissed(failed).statusMessage).toEqual(start.statusMessage);
  const sending = messageSending(start, message);
  expect(messageDismissed(sending)).toBe(sending);
});

it('what is too old to be true is shown as unknown', () => {
  const outdated = presenceOutdated(start);
  expect(outdated.presence).toEqual({
    ...start.presence,
    value: { ...available, availability: 'PresenceUnknown', activity: '' },
  });
  expect(presenceOutdated(outdated)).toBe(outdated);
});

describe('a session', () => {
  it('[S6] that ends by itself keeps the person, and the same person finds the waiting wish again', () => {
    const problem = { kind: 'signInRequired' } as const;
    const waiting: AppState = { ...start, publication: { status: 'waiting', wish, problem } };
    const ended = sessionEnded(waiting, problem);
    expect(ended.session).toEqual({ status: 'signedOut', account: mira, problem });
    expect(signedIn(signInStarted(ended, 'browser'), mira, 'keyring').publication).toEqual(waiting.publication);
    expect(signedIn(signInStarted(ended, 'browser'), jonas, 'keyring').publication).toEqual({ status: 'idle' });
  });

  it('[S2] whose sign-in is cancelled goes back to where it began', () => {
    const ended = sessionEnded(start, { kind: 'signInRequired' });
    expect(signInEnded(signInStarted(ended, 'browser'), null).session).toEqual({
      status: 'signedOut',
      account: mira,
      problem: null,
    });
  });

  it('[S5] that is signed out leaves nothing of the person, nor of the demo', () => {
    const demo = signedIn(demoStarted(initialState), mira, 'memory');
    expect(signedOut(presenceSeen(demo, busy, noon, noon))).toEqual({
      ...initialState,
      session: { status: 'signedOut', account: null, problem: null },
    });
  });

  it('[S5] that is over is not brought back by a late answer', () => {
    const out = signedOut(start);
    expect(presenceAccepted(out, wish, later)).toBe(out);
    expect(presenceSeen(out, busy, noon, later)).toEqual(out);
  });
});

it('a notice is said once, and gone when dismissed', () => {
  const notice = { kind: 'configUnreadable' } as const;
  expect(noticed(noticed(initialState, notice), notice).notices).toEqual([notice]);
  expect(noticesDismissed(noticed(initialState, notice))).toEqual(initialState);
});

it('[T4] a desktop without a tray is said, until it has one', () => {
  const without = trayHostSeen(initialState, false);
  expect([without.hasTray, without.notices]).toEqual([false, [{ kind: 'noTray' }]]);
  expect(trayHostSeen(without, true)).toEqual(initialState);
});
