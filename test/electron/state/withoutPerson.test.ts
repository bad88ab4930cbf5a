import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { inTheOffice } from '#contract/outOfOffice.ts';
import { plainPresence } from '#contract/presence.ts';
import type { Preset } from '#contract/preset.ts';
import type { Account } from '#contract/session.ts';
import { type AppState, initialState, type Wish } from '#contract/state.ts';
import {
  automationPaused,
  idleTold,
  ruleConsidered,
  setByHand,
} from '../../../electron/state/automationTransitions.ts';
import { demoStarted, signedIn, signedOut } from '../../../electron/state/sessionTransitions.ts';

const jonas: Account = { homeAccountId: 'j.t', id: 'j', tenantId: 't', username: 'jonas@contoso.com', name: 'Jonas' };
const noon = toInstant(Date.UTC(2026, 10, 23, 12));

/** Whether it is of whoever is signed in. A new key of the state finds its side here first. */
const isOfPerson: Record<keyof AppState, boolean> = {
  ...{
    presence: true,
    reading: true,
    chosen: true,
    givenBack: true,
    publication: true,
    openRequests: true,
    plan: true,
    undo: true,
  },
  ...{ followUp: true, previous: true, beforeRules: true, visibleUntil: true, statusMessage: true },
  ...{ messageDraft: true, outOfOffice: true, verdict: true, writes: true },
  ...{ isOnline: false, hasTray: false, automation: false, openAtLogin: false, settings: false, managedKeys: false },
  ...{ speech: false, about: false, updates: false, settingsPage: false, isRecordingKeys: false, notices: false },
  presetDraft: false,
  ...{ session: false, isDemo: false },
};
/** These tell of the change itself, or are looked at one by one. */
const ofItsOwn: readonly (keyof AppState)[] = ['session', 'isDemo', 'notices', 'automation'];
const keys = Object.keys(initialState).filter((key): key is keyof AppState => key in isOfPerson);

const newPreset: Preset = {
  ...{ id: '', name: '', icon: 'star', isFavourite: true, presence: plainPresence('Busy'), lasts: 'PT1H' },
  ...{ sequel: 'automatic', statusMessage: null, outOfOffice: null, workLocation: null },
};

/** No value is the very one of the beginning, so that what stays is told from what begins anew with the same content. */
function inUse(): AppState {
  const busy = plainPresence('Busy');
  const wish: Wish = { kind: 'automatic' };
  return {
    ...structuredClone(initialState),
    ...{ isOnline: false, hasTray: false, openAtLogin: 'on', settingsPage: 'about', isRecordingKeys: true },
    presence: { value: { ...busy, outOfOfficeSettings: inTheOffice }, evidence: 'seen', at: noon },
    chosen: { presence: busy, at: noon, ending: null, isShown: true },
    givenBack: { presence: busy, at: noon },
    ...{ visibleUntil: noon, undo: wish, previous: { presetId: 'focus', wish } },
    messageDraft: { text: 'Half a draft', lasts: 'today' },
    followUp: { wish, isGivenBack: false, preset: 'Focus' },
    presetDraft: newPreset,
    verdict: { decidedAt: noon, trace: { code: 'Forbidden' } },
  };
}

const ends: [string, (state: AppState) => AppState][] = [
  ['a sign-in', (state) => signedIn(state, jonas, 'keyring')],
  ['a sign-out', signedOut],
  ['the begin of the demo', demoStarted],
  ['the end of the demo', (state) => signedOut({ ...state, isDemo: true })],
];

describe.each(ends)('%s', (_what, end) => {
  it.each(keys.filter((key) => isOfPerson[key]))("[S5] takes away the former person's %s", (key) => {
    const state = inUse();
    expect(state[key]).not.toBe(initialState[key]);
    expect(end(state)[key]).toBe(initialState[key]);
  });

  it.each(keys.filter((key) => !isOfPerson[key] && !ofItsOwn.includes(key)))('leaves %s', (key) => {
    const state = inUse();
    expect(state[key]).not.toBe(initialState[key]);
    expect(end(state)[key]).toBe(state[key]);
  });
});

it('every key of the state is of a person or is not', () => {
  expect(keys).toEqual(Object.keys(initialState));
});

it.each(ends)(
  '[S5] %s leaves what is to be noticed of the computer, and takes away what is of the person',
  (_what, end) => {
    const ofComputer: AppState['notices'] = [{ kind: 'noTray' }, { kind: 'notSaved' }, { kind: 'configUnreadable' }];
    const theirs: AppState['notices'] = [
      ...([
        { kind: 'outOfOfficeStarts', at: noon },
        { kind: 'outOfOfficeEnds', at: noon },
      ] as const),
      ...([{ kind: 'outOfOfficeOver' }, { kind: 'wishExpired' }, { kind: 'choiceStays', at: noon }] as const),
      { kind: 'presetPartly', name: 'Lunch', parts: ['statusMessage'] },
      { kind: 'notKeptVisible', problem: { kind: 'forbidden', trace: {} } },
    ];
    expect(end({ ...inUse(), notices: [...theirs, ...ofComputer] }).notices).toEqual(ofComputer);
  },
);

it('[S4] a sign-in takes away what was said of the one before, and nothing else', () => {
  const before = [{ kind: 'signInLocked' }, { kind: 'signInUnreadable' }, { kind: 'savedOutOfReach' }] as const;
  const said: AppState['notices'] = [...before, { kind: 'noTray' }];
  expect(signedIn({ ...initialState, notices: said }, jonas, 'keyring').notices).toEqual([{ kind: 'noTray' }]);
});

it('[D1] what rules did does not pass into the demo or out of it, and what the desktop can tell stays', () => {
  const paused = automationPaused(setByHand(idleTold(initialState, false), noon), noon);
  const busy = ruleConsidered(paused, 'lock', noon, null);
  const quiet = { pausedUntil: null, last: null, setByHandAt: null, canTellIdle: false };
  expect(demoStarted(busy).automation).toEqual(quiet);
  expect(signedOut({ ...busy, isDemo: true }).automation).toEqual(quiet);
  expect(signedOut(busy).automation).toEqual(busy.automation);
});
