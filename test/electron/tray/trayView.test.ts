import { describe, expect, it } from 'vitest';
import { stateGlyph } from '#contract/glyph.ts';
import { toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import { type AppState, initialState, type Wish } from '#contract/state.ts';
import { trayView } from '../../../electron/tray/trayView.ts';
import {
  account,
  busyChoice,
  busyWish,
  home,
  inAnHour,
  now,
  outOfOfficeSettings,
  signedOutState,
  words,
} from './states.ts';

const availableOutOfOffice: Wish = {
  ...{ kind: 'presence', presence: plainPresence('Available'), outOfOfficeSettings, ending: null },
};
const passed = { at: toInstant(now - 660_000), sequel: 'automatic' } as const;
const ending = { at: inAnHour, sequel: 'Available' } as const;
const longer: Wish = { kind: 'presence', presence: busyChoice.presence, outOfOfficeSettings: null, ending };

describe('[T1] icon and tooltip', () => {
  it.each<readonly [AppState, string, string]>([
    [initialState, 'unknown', 'Starting…'],
    [signedOutState, 'signedOut', 'Signed out'],
    [
      { ...initialState, session: { status: 'signedOut', account, problem: { kind: 'signInRequired' } } },
      'needsYou',
      'Sign in again to change your status',
    ],
    [
      { ...initialState, session: { status: 'signingIn', account: null, method: 'browser' } },
      'signedOut',
      'Waiting for your browser…',
    ],
    [home({}), 'available', 'Available · Automatic, follows Teams'],
    [home({}, { publication: { status: 'publishing', wish: availableOutOfOffice } }), 'available', 'Available'],
    [home({ availability: 'Busy', activity: 'InAMeeting' }), 'busy', 'In a meeting · Automatic, follows Teams'],
    [home({ availability: 'Busy', activity: 'Busy' }, { chosen: busyChoice }), 'busy', 'Busy · Set at 14:30'],
    [
      home({ availability: 'Busy', activity: 'InAMeeting' }, { chosen: { ...busyChoice, ending } }),
      'busy',
      'In a meeting · Chosen: Busy · Until 15:30, then Available',
    ],
    [
      home({ availability: 'Offline', activity: 'Offline', outOfOfficeSettings }, { chosen: busyChoice }),
      'outOfOffice',
      'Offline · Chosen: Busy · Set at 14:30 · Out of office',
    ],
    [
      home(
        { availability: 'Busy', activity: 'Busy', outOfOfficeSettings },
        { chosen: { ...busyChoice, ending }, visibleUntil: inAnHour },
      ),
      'busyOutOfOffice',
      'Busy · Until 15:30, then Available · Out of office',
    ],
    [
      home({ availability: 'DoNotDisturb', activity: 'Focusing' }),
      'doNotDisturb',
      'Focusing · Automatic, follows Teams',
    ],
    [
      home({ availability: 'BeRightBack', activity: 'BeRightBack' }),
      'away',
      'Be right back · Set in Teams or elsewhere',
    ],
    [home({ availability: 'Busy', activity: 'Busy' }), 'busy', 'Busy · Set elsewhere, or by your calendar'],
    [home({ availability: 'Offline', activity: 'OffWork' }), 'offline', 'Offline · Set in Teams or elsewhere'],
    [home({ availability: 'Offline', activity: 'Offline' }), 'offline', 'Offline · Automatic, follows Teams'],
    [home({ availability: 'PresenceUnknown', activity: 'PowerNap' }), 'unknown', 'PowerNap · Automatic, follows Teams'],
    [
      home({}, { chosen: { ...busyChoice, presence: plainPresence('Available'), ending: passed }, isOnline: false }),
      'available',
      'Available · Was to end: 14:20 · offline',
    ],
    [home({ outOfOfficeSettings }), 'availableOutOfOffice', 'Available · Automatic, follows Teams · Out of office'],
    [
      home({ availability: 'Busy', activity: 'InACall', outOfOfficeSettings }),
      'busyOutOfOffice',
      'In a call · Automatic, follows Teams · Out of office',
    ],
    [
      home({ availability: 'Offline', activity: 'Offline', outOfOfficeSettings }),
      'outOfOffice',
      'Offline · Automatic, follows Teams · Out of office',
    ],
    [home({ activity: 'OutOfOffice' }), 'outOfOffice', 'Out of office · Automatic, follows Teams'],
    [home({}, { isDemo: true }), 'available', 'Available · Automatic, follows Teams (demo)'],
    [home({}, { isOnline: false }), 'available', 'Available · Automatic, follows Teams · offline'],
  ])('of %# is %s', (state, glyph, tooltip) => {
    expect([stateGlyph(state), trayView(words, state, now).tooltip]).toEqual([glyph, tooltip]);
  });

  it.each<readonly [AppState['publication'], string]>([
    [{ status: 'publishing', wish: busyWish }, 'Available · changing to Busy'],
    [{ status: 'notVisible', wish: busyWish }, 'Available · your change was accepted, but is not visible yet'],
    [
      { status: 'failed', wish: busyWish, problem: { kind: 'unavailable', trace: {} } },
      'Available · Microsoft 365 has a problem.',
    ],
    [
      { status: 'waiting', wish: busyWish, problem: { kind: 'throttled', retryAt: inAnHour, trace: {} } },
      'Available · Microsoft 365 is busy. Trying again at 15:30.',
    ],
  ])('[P4] while a wish is %j, the icon stays', (publication, tooltip) => {
    const state = home({}, { publication });
    expect([stateGlyph(state), trayView(words, state, now).tooltip]).toEqual(['available', tooltip]);
  });

  const unread = { reading: { status: 'failed', problem: { kind: 'unavailable', trace: {} } } } as const;
  it.each<readonly [string, Partial<AppState>, string]>([
    ['is checked', { publication: { status: 'checking', wish: busyWish } }, 'Busy · accepted, being checked'],
    [
      'cannot be checked without a network',
      { publication: { status: 'checking', wish: busyWish }, isOnline: false },
      'Busy · Set at 14:30 · offline',
    ],
    [
      'was not checked',
      { publication: { status: 'checking', wish: busyWish }, ...unread },
      'Busy · Could not check. Microsoft 365 has a problem. Last checked 14:30.',
    ],
    ['is from before', unread, 'Busy · Could not check. Microsoft 365 has a problem. Last checked 14:30.'],
    ['gets another end', { publication: { status: 'publishing', wish: longer } }, 'Busy'],
  ])('of a choice that %s says so', (_, more, tooltip) => {
    const seen = { availability: 'Busy', activity: 'Busy' } as const;
    expect(trayView(words, home(seen, { chosen: busyChoice, ...more }), now).tooltip).toBe(tooltip);
  });

  it('of a hidden choice that gets another end names no change of the presence', () => {
    const publication = { status: 'publishing', wish: longer } as const;
    const meeting = home({ availability: 'Busy', activity: 'InAMeeting' }, { chosen: busyChoice, publication });
    expect(trayView(words, meeting, now).tooltip).toBe('In a meeting');
  });

  it('is never longer than a desktop shows', () => {
    expect(trayView(words, home({ activity: 'x'.repeat(500) }), now).tooltip.length).toBe(127);
  });
});
