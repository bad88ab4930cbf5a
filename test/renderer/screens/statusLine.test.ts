import { describe, expect, it } from 'vitest';
import { toEpoch } from '#contract/instant.ts';
import type { Problem } from '#contract/problem.ts';
import type { AppState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import { type StatusLine, statusLine } from '../../../renderer/screens/statusLine.ts';
import { galleryNow, minutesLater, mira, wishFor } from '../stateParts.ts';
import { states } from '../states.ts';

const words = createWords('en-GB');
const time = (epoch: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(epoch));
const now = toEpoch(galleryNow);

function lineOf(state: AppState, isSlow = false): StatusLine {
  return statusLine(words, state, mira.username, { now, isSlow, isFresh: false });
}

const rest = { icon: null, action: null, canDismiss: false };

describe('the status line', () => {
  it('says whose presence it is while there is nothing to say', () => {
    expect(lineOf(states.homeAvailable)).toEqual({ ...rest, text: 'mira@contoso.com · up to date' });
  });

  it('says when it was last checked once that is long ago', () => {
    const text = `mira@contoso.com · last checked ${time(now - 14 * 60_000)}`;
    expect(lineOf(states.stale)).toEqual({ ...rest, icon: 'warning', text });
  });

  it('does not mention a quick save', () => {
    expect([lineOf(states.pending).text, lineOf(states.pending, true).text]).toEqual([
      'mira@contoso.com · up to date',
      'Saving…',
    ]);
  });

  it('says that there is no network rather than that something is checked', () => {
    expect(lineOf({ ...states.checking, isOnline: false }).text).toBe('You’re offline. Changes apply when you’re back');
  });

  it('says why what was accepted could not be checked', () => {
    const reading = { status: 'failed', problem: { kind: 'unavailable', trace: {} } } as const;
    expect(lineOf({ ...states.checking, reading })).toMatchObject({
      text: 'Could not check. Microsoft 365 has a problem.',
      action: { command: 'refreshPresence' },
    });
  });

  it('[N2] counts the seconds of a wait that Microsoft 365 asked for', () => {
    expect(lineOf(states.throttled)).toEqual({
      icon: 'info',
      text: 'Microsoft 365 is busy, trying again in 12 s',
      action: { label: 'Cancel', command: 'cancelPublication' },
      canDismiss: false,
    });
  });

  it('[N3] says that changes wait for the network', () => {
    const offline = { ...rest, icon: 'offline', text: 'You’re offline. Changes apply when you’re back' };
    const waiting = { ...offline, action: { label: 'Cancel', command: 'cancelPublication' } };
    const wish = wishFor({ availability: 'Busy', activity: 'Busy' });
    const unanswered = {
      ...states.offline,
      publication: { status: 'waiting', wish, problem: { kind: 'timedOut' } },
    } as const;
    const all = [states.offline, states.offlineWaiting, { ...states.throttled, isOnline: false }, unanswered];
    expect(all.map((state) => lineOf(state))).toEqual([offline, waiting, waiting, waiting]);
  });

  it('[N3] calls nobody offline who is not: then it is Microsoft 365 that cannot be reached', () => {
    expect(lineOf({ ...states.offlineWaiting, isOnline: true })).toEqual({
      icon: 'warning',
      text: 'Not changed yet, trying again. Microsoft 365 can’t be reached.',
      action: { label: 'Cancel', command: 'cancelPublication' },
      canDismiss: false,
    });
    const unread: AppState = {
      ...states.offline,
      isOnline: true,
      reading: { status: 'failed', problem: { kind: 'offline' } },
    };
    expect(lineOf(unread)).toMatchObject({ icon: 'warning', text: expect.stringContaining('can’t be reached') });
  });

  it('[N3] says what of the place holds a wish up, and offers what helps there', () => {
    const wish = wishFor({ availability: 'Busy', activity: 'Busy' });
    const held = (problem: Problem): AppState => ({
      ...states.failed,
      publication: { status: 'waiting', wish, problem },
    });
    const portal = lineOf(held({ kind: 'intercepted', trace: {} }));
    const blocked = lineOf(held({ kind: 'signInBlocked', trace: {} }));
    expect([portal, blocked]).toEqual([
      {
        icon: 'danger',
        text: 'Not changed yet, trying again. Your network answered instead of Microsoft. It may want you to sign in to it first.',
        action: { label: 'Try again', command: 'retryPublication' },
        canDismiss: true,
      },
      {
        icon: 'danger',
        text: 'Not changed yet, trying again. Your organisation blocks this sign-in. Your administrator can tell you why.',
        action: { label: 'Copy details', command: 'copyProblem' },
        canDismiss: true,
      },
    ]);
  });

  it('[P4] gives a failed wish one sentence and one way out, and may be dismissed', () => {
    expect([lineOf(states.failed), lineOf(states.failedForbidden)]).toEqual([
      {
        icon: 'danger',
        text: 'Not changed. Microsoft 365 has a problem.',
        action: { label: 'Try again', command: 'retryPublication' },
        canDismiss: true,
      },
      {
        icon: 'danger',
        text: 'Not changed. Your organisation doesn’t allow this app to set your presence.',
        action: { label: 'Copy details', command: 'copyProblem' },
        canDismiss: true,
      },
    ]);
  });

  it('[P5] says that an accepted wish is not visible yet, in words that fit a reset too', () => {
    const reset: AppState = {
      ...states.notVisible,
      publication: { status: 'notVisible', wish: { kind: 'automatic' } },
    };
    expect([lineOf(states.notVisible).text, lineOf(reset).text]).toEqual([
      'Accepted, but not visible yet. Is Teams signed in somewhere?',
      'Accepted, but not visible yet. Teams may take a few minutes',
    ]);
  });

  it('[P5] names the likely reason, and what helps against it', () => {
    const { notVisibleTeamsClosed, notVisibleStronger, notVisibleCalendar, notVisibleAppearOffline } = states;
    const lines = [notVisibleTeamsClosed, notVisibleAppearOffline, notVisibleStronger, notVisibleCalendar].map(
      (state) => lineOf(state),
    );
    expect(lines.map(({ text, action }) => [text.replace('Accepted, but not visible yet: ', ''), action])).toEqual([
      ['Teams seems to be closed.', { label: 'Keep visible', command: 'keepVisible' }],
      ['an earlier “Appear offline” stands.', { label: 'Reset', command: 'resetPresence' }],
      ['another device or a call says something stronger.', null],
      ['a meeting in your calendar is shown.', null],
    ]);
  });

  it('says why it could not check, and how old the known presence is', () => {
    const never: AppState = { ...states.readingFailed, presence: null };
    expect([lineOf(states.readingFailed), lineOf(never).text]).toEqual([
      {
        icon: 'warning',
        text: `Could not check. Microsoft 365 has a problem. Last checked ${time(now)}.`,
        action: { label: 'Try again', command: 'refreshPresence' },
        canDismiss: false,
      },
      'Could not check. Microsoft 365 has a problem.',
    ]);
  });

  it.each(['forbidden', 'notOffered', 'rejected'] as const)(
    'speaks of no choice where what others see is refused: %s',
    (kind) => {
      const reading = { status: 'failed', problem: { kind, trace: {} } } as const;
      expect(lineOf({ ...states.readingFailed, reading, presence: null }).text).toBe(
        'Could not check. Your organisation’s Microsoft 365 doesn’t tell Presently what others see.',
      );
    },
  );

  it('says the day of what is not of today', () => {
    const presence = { ...states.stale.presence, at: minutesLater(-24 * 60) };
    const lines = [
      lineOf({ ...states.stale, presence }),
      lineOf({ ...states.readingFailed, presence }),
      lineOf({ ...states.keptVisible, visibleUntil: minutesLater(24 * 60) }),
    ];
    expect(lines.map(({ text }) => text)).toEqual([
      `mira@contoso.com · last checked 3 Aug, ${time(now)}`,
      `Could not check. Microsoft 365 has a problem. Last checked 3 Aug, ${time(now)}.`,
      `Kept visible until tomorrow, ${time(now)}`,
    ]);
  });
});
