import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { findPresence, plainPresence, type SeenPresence } from '#contract/presence.ts';
import { type AppState, initialState, type Wish } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import type { MenuItem } from '../../../electron/tray/trayPort.ts';
import { trayView } from '../../../electron/tray/trayView.ts';

const words = createWords('en-GB');
const at = toInstant(new Date(2026, 10, 23, 14, 30).getTime());
const account = { homeAccountId: 'm.t', id: 'm', tenantId: 't', username: 'mira@contoso.com', name: 'Mira Kovač' };

function home(seen: Partial<SeenPresence>, more: Partial<AppState> = {}): AppState {
  const value = { ...plainPresence('Available'), outOfOfficeSettings: inTheOffice, ...seen };
  return {
    ...initialState,
    session: { status: 'signedIn', account, keptBy: 'keyring' },
    presence: { value, evidence: 'seen', at },
    ...more,
  };
}

const busyWish: Wish = { kind: 'presence', presence: plainPresence('Busy'), outOfOfficeSettings: inTheOffice };
const outOfOfficeSettings = { isOutOfOffice: true, message: null };
const signedOutState: AppState = { ...initialState, session: { status: 'signedOut', account: null, problem: null } };

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
    [home({ availability: 'Busy', activity: 'InAMeeting' }), 'busy', 'In a meeting · Automatic, follows Teams'],
    [
      home({ availability: 'Busy', activity: 'Busy' }, { chosen: { presence: plainPresence('Busy'), at } }),
      'busy',
      'Busy · Set at 14:30',
    ],
    [
      home({ availability: 'DoNotDisturb', activity: 'Focusing' }),
      'doNotDisturb',
      'Focusing · Automatic, follows Teams',
    ],
    [
      home({ availability: 'BeRightBack', activity: 'BeRightBack' }),
      'away',
      'Be right back · Automatic, follows Teams',
    ],
    [home({ availability: 'Offline', activity: 'OffWork' }), 'offline', 'Offline · Automatic, follows Teams'],
    [home({ availability: 'PresenceUnknown', activity: 'PowerNap' }), 'unknown', 'PowerNap · Automatic, follows Teams'],
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
    const view = trayView(words, state);
    expect([view.glyph, view.tooltip]).toEqual([glyph, tooltip]);
  });

  it.each<readonly [AppState['publication'], string]>([
    [{ status: 'publishing', wish: busyWish }, 'Available · changing to Busy'],
    [{ status: 'notVisible', wish: busyWish }, 'Available · your change was accepted, but is not visible yet'],
    [
      { status: 'failed', wish: busyWish, problem: { kind: 'unavailable', trace: {} } },
      'Available · Teams didn’t answer.',
    ],
  ])('[P4] while a wish is %j, the icon stays', (publication, tooltip) => {
    const view = trayView(words, home({}, { publication }));
    expect([view.glyph, view.tooltip]).toEqual(['available', tooltip]);
  });

  it('is never longer than a desktop shows', () => {
    expect(trayView(words, home({ activity: 'x'.repeat(500) })).tooltip.length).toBe(127);
  });
});

function labels(menu: readonly MenuItem[]): string[] {
  return menu.map((item) => {
    if (item.kind === 'separator') return '―';
    if (item.kind === 'submenu') return `${item.label} > ${labels(item.items).join(', ')}`;
    const isChecked = (item.kind === 'radio' || item.kind === 'checkbox') && item.isChecked;
    return isChecked ? `(${item.label})` : item.label;
  });
}

describe('[T2] the menu', () => {
  it('has every state, with activities where there is a choice', () => {
    const presence = findPresence('Busy', 'InACall');
    if (presence === undefined) throw new Error('no such pair');
    const state = home(
      { availability: 'Busy', activity: 'InACall', outOfOfficeSettings },
      { chosen: { presence, at } },
    );
    expect(labels(trayView(words, state).menu)).toEqual([
      'In a call · Set at 14:30 · Out of office',
      'Open Presently',
      '―',
      'Available',
      '(Busy)',
      'Do not disturb',
      'Be right back',
      'Appear away',
      'Appear offline',
      'Reset to automatic',
      'Activity > Busy, (In a call), In a conference call',
      '―',
      '(Out of office)',
      '―',
      'Check again',
      'Sign out mira@contoso.com',
      '―',
      'Open the settings file',
      'Quit Presently',
    ]);
  });

  it('always marks exactly one of states and automatic, as some tray hosts insist', () => {
    const marked = (state: AppState) =>
      trayView(words, state).menu.flatMap((item) => (item.kind === 'radio' && item.isChecked ? [item.label] : []));
    expect(marked(home({}))).toEqual(['Reset to automatic']);
    expect(marked(home({}, { chosen: { presence: plainPresence('Away'), at } }))).toEqual(['Appear away']);
  });

  it('signs in when nobody is, and cancels while it waits', () => {
    expect(labels(trayView(words, signedOutState).menu)).toEqual([
      'Signed out',
      'Open Presently',
      '―',
      'Sign in with Microsoft…',
      'Use a device code instead',
      'Try the demo',
      '―',
      'Open the settings file',
      'Quit Presently',
    ]);
    const waiting: AppState = { ...initialState, session: { status: 'signingIn', account: null, method: 'browser' } };
    expect(labels(trayView(words, waiting).menu)).toContain('Cancel sign-in');
  });

  it('carries the same command as the tile', () => {
    const busy = trayView(words, home({})).menu.find((item) => item.kind === 'radio' && item.label === 'Busy');
    expect(busy).toMatchObject({ command: ['setPresence', { availability: 'Busy', activity: 'Busy' }] });
  });

  it('offers another try and the details of a failure', () => {
    const publication = { status: 'failed', wish: busyWish, problem: { kind: 'timedOut' } } as const;
    expect(labels(trayView(words, home({}, { publication })).menu)).toEqual(
      expect.arrayContaining(['Try again', 'Copy error details']),
    );
  });
});
