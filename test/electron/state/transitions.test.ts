import { describe, expect, it } from 'vitest';
import type { Account } from '#contract/session.ts';
import { type AppState, initialState } from '#contract/state.ts';
import { presenceSeen } from '../../../electron/state/readingTransitions.ts';
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
  publicationWaiting,
  trayHostSeen,
} from '../../../electron/state/transitions.ts';
import { available, busy, later, mira, noon, start, wish } from './start.ts';

const jonas: Account = { ...mira, homeAccountId: 'j.t', id: 'j', name: 'Jonas' };

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

  it('[P8] that is without an answer, but shows, was carried out', () => {
    const waiting = publicationWaiting(presencePublishing(start, wish), wish, { kind: 'timedOut' });
    const seen = presenceSeen(waiting, busy, later, later);
    expect([seen.publication, seen.chosen]).toEqual([
      { status: 'idle' },
      { presence: wish.presence, at: later, ending: null, isShown: true },
    ]);
  });

  it('[P4] that was refused is not taken for carried out because somebody chose the same elsewhere', () => {
    const refused = presenceRefused(presencePublishing(start, wish), wish, { kind: 'forbidden', trace: {} });
    const seen = presenceSeen(refused, busy, later, later);
    expect([seen.publication, seen.chosen]).toEqual([refused.publication, null]);
  });
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
