import { describe, expect, it } from 'vitest';
import { findPresence, plainPresence } from '#contract/presence.ts';
import { type AppState, initialState } from '#contract/state.ts';
import type { MenuItem } from '../../../electron/tray/trayPort.ts';
import { trayView } from '../../../electron/tray/trayView.ts';
import {
  account,
  at,
  busyChoice,
  busyWish,
  home,
  inAnHour,
  now,
  outOfOfficeSettings,
  signedOutState,
  words,
} from './states.ts';

function labels(menu: readonly MenuItem[]): string[] {
  return menu.map((item) => {
    if (item.kind === 'separator') return '―';
    if (item.kind === 'submenu') return `${item.label} > ${labels(item.items).join(', ')}`;
    const isChecked = (item.kind === 'radio' || item.kind === 'checkbox') && item.isChecked;
    return isChecked ? `(${item.label})` : item.label;
  });
}

describe('[T2] the menu', () => {
  it('marks what was chosen elsewhere, so that it can be reset', () => {
    const marked = (seen: Parameters<typeof home>[0]) =>
      labels(trayView(words, home(seen), now).menu).filter((label) => label.startsWith('('));
    expect([
      marked({ availability: 'DoNotDisturb', activity: 'DoNotDisturb' })[0],
      marked({ availability: 'Busy', activity: 'InAMeeting' })[0],
    ]).toEqual(['(Do not disturb)', '(Reset to automatic)']);
  });

  it('has every state, with activities where there is a choice', () => {
    const presence = findPresence('Busy', 'InACall');
    if (presence === undefined) throw new Error('no such pair');
    const state = home(
      { availability: 'Busy', activity: 'InACall', outOfOfficeSettings },
      { chosen: { presence, at, ending: null, isShown: true } },
    );
    expect(labels(trayView(words, state, now).menu)).toEqual([
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
      'Presets > Focus 2 h, Lunch, Done for today, ―, Edit presets…',
      '―',
      'Duration > (Until I change it), 30 minutes, 1 hour, 2 hours, 4 hours, Today, This week',
      'Keep visible for 2 hours',
      '―',
      '(Out of office)',
      '―',
      'Check again',
      'Sign out mira@contoso.com',
      '―',
      'Settings…',
      'Copy diagnostics',
      'Quit Presently',
    ]);
  });

  it('always marks exactly one of states and automatic, as some tray hosts insist', () => {
    const marked = (state: AppState) =>
      trayView(words, state, now).menu.flatMap((item) => (item.kind === 'radio' && item.isChecked ? [item.label] : []));
    expect(marked(home({}))).toEqual(['Reset to automatic']);
    expect(marked(home({}, { chosen: { presence: plainPresence('Away'), at, ending: null, isShown: true } }))).toEqual([
      'Appear away',
    ]);
  });

  it('signs in when nobody is, and cancels while it waits', () => {
    expect(labels(trayView(words, signedOutState, now).menu)).toEqual([
      'Signed out',
      'Open Presently',
      '―',
      'Sign in with Microsoft…',
      'Use a device code instead',
      'Try the demo',
      '―',
      'Settings…',
      'Copy diagnostics',
      'Quit Presently',
    ]);
    const waiting: AppState = { ...initialState, session: { status: 'signingIn', account: null, method: 'browser' } };
    expect(labels(trayView(words, waiting, now).menu)).toContain('Cancel sign-in');
  });

  it('[S5] lets somebody leave whose session has ended', () => {
    const session = { status: 'signedOut', account, problem: { kind: 'signInRequired' } } as const;
    const { menu } = trayView(words, { ...signedOutState, session }, now);
    const leaving = menu.find((item) => item.kind === 'command' && item.command[0] === 'signOut');
    expect(leaving).toMatchObject({ label: `Sign out ${account.username}` });
  });

  it('sets presets, and restores what was before the one that stands', () => {
    const wish = { kind: 'automatic' } as const;
    const chosen = { presence: plainPresence('DoNotDisturb'), at, ending: null, isShown: true, presetId: 'focus' };
    const items = trayView(words, home({}, { chosen, previous: { presetId: 'focus', wish } }), now).menu.flatMap(
      (item) => (item.kind === 'submenu' && item.label === 'Presets' ? item.items : []),
    );
    expect(items.flatMap((item) => (item.kind === 'command' ? [item.command] : []))).toEqual([
      ['applyPreset', 'focus'],
      ['applyPreset', 'lunch'],
      ['applyPreset', 'done-for-today'],
      ['restorePrevious'],
      ['showSettings', 'presets'],
    ]);
  });

  it('carries the same command as the tile', () => {
    const busy = trayView(words, home({}), now).menu.find((item) => item.kind === 'radio' && item.label === 'Busy');
    expect(busy).toMatchObject({ command: ['setPresence', { availability: 'Busy', activity: 'Busy' }] });
  });

  it('offers another try and the details of a failure', () => {
    const publication = { status: 'failed', wish: busyWish, problem: { kind: 'timedOut' } } as const;
    expect(labels(trayView(words, home({}, { publication }), now).menu)).toEqual(
      expect.arrayContaining(['Try again', 'Copy error details']),
    );
  });
});

describe('[T2] the plan in the menu', () => {
  const menuOf = (more: Partial<AppState>) => trayView(words, home({}, more), now).menu;
  const submenu = (more: Partial<AppState>, label: string) =>
    menuOf(more).flatMap((item) => (item.kind === 'submenu' && item.label === label ? item.items : []));

  it('says how long choices last, and what comes then', () => {
    const plan = { lasts: 'PT1H', sequel: 'Available' } as const;
    expect([submenu({ plan }, 'Duration'), submenu({ plan }, 'Then')].map(labels)).toEqual([
      ['Until I change it', '30 minutes', '(1 hour)', '2 hours', '4 hours', 'Today', 'This week'],
      ['Automatic', '(Available)', 'Busy', 'Do not disturb', 'Be right back', 'Appear away', 'Appear offline'],
    ]);
  });

  it('changes one of the two and keeps the other', () => {
    const plan = { lasts: 'PT1H', sequel: 'Available' } as const;
    const commandOf = (label: string, name: string) =>
      submenu({ plan }, label).flatMap((item) => (item.kind === 'radio' && item.label === name ? [item.command] : []));
    expect([commandOf('Duration', 'Today'), commandOf('Then', 'Automatic')]).toEqual([
      [['setPlan', { lasts: 'today', sequel: 'Available' }]],
      [['setPlan', { lasts: 'PT1H', sequel: 'automatic' }]],
    ]);
  });

  it('marks an end that stands, until it is over', () => {
    const plan = { lasts: { until: inAnHour }, sequel: 'automatic' } as const;
    expect(labels(submenu({ plan }, 'Duration')).slice(-2)).toEqual(['This week', '(Until 15:30)']);
    const over = { ...plan, lasts: { until: at } };
    expect(labels(submenu({ plan: over }, 'Duration'))[0]).toBe('(Until I change it)');
    expect([submenu({ plan }, 'Then').length, submenu({ plan: over }, 'Then').length]).toEqual([7, 0]);
  });

  it('takes back the last change where there is one', () => {
    const undo = { kind: 'automatic' } as const;
    expect(menuOf({ undo })).toContainEqual({ kind: 'command', label: 'Undo', command: ['undo'] });
    expect(labels(menuOf({}))).not.toContain('Undo');
  });

  it('keeps a choice visible, and stops it', () => {
    const visibleItems = (more: Partial<AppState>) =>
      menuOf(more).flatMap((item) => (item.kind === 'command' && item.command[0] === 'keepVisible' ? [item] : []));
    const keep = { kind: 'command', label: 'Keep visible for 2 hours', command: ['keepVisible', 2] };
    const stop = { kind: 'command', label: 'Stop keeping visible', command: ['keepVisible', 0] };
    const offline = { ...busyChoice, presence: plainPresence('Offline') };
    expect([
      visibleItems({ chosen: busyChoice }),
      visibleItems({ chosen: busyChoice, visibleUntil: inAnHour }),
      visibleItems({ chosen: offline }),
      visibleItems({ chosen: null }),
    ]).toEqual([[keep], [stop], [], []]);
  });

  it('clears the status message where there is one', () => {
    const { statusMessage } = initialState;
    const clear = {
      ...{ kind: 'command', label: 'Clear status message' },
      command: ['setStatusMessage', { text: '', lasts: 'untilChanged' }],
    };
    const seen = { text: 'At lunch', endsAt: null };
    expect(menuOf({ statusMessage: { ...statusMessage, seen } })).toContainEqual(clear);
    expect(labels(menuOf({ statusMessage }))).not.toContain('Clear status message');
  });
});
