import { describe, expect, it } from 'vitest';
import { toInstant } from '#contract/instant.ts';
import { plainPresence } from '#contract/presence.ts';
import type { QuitSetting } from '#contract/settings.ts';
import { type AppState, initialState } from '#contract/state.ts';
import { createFarewell } from '../../../electron/commands/farewell.ts';
import { createStore } from '../../../electron/state/store.ts';
import { createFakeClock } from '../../fakes/clock.ts';

const timed: AppState['chosen'] = {
  presence: plainPresence('Busy'),
  at: toInstant(0),
  ending: { at: toInstant(3_600_000), sequel: 'automatic' },
  isShown: true,
};
const account = { homeAccountId: 'm.t', id: 'm', tenantId: 't', username: 'mira@contoso.com', name: 'Mira' };
const signedIn: AppState = { ...initialState, session: { status: 'signedIn', account, keptBy: 'keyring' } };
const without = (state: AppState): AppState => ({ ...state, chosen: null });

function quitting(setting: QuitSetting, chosen: AppState['chosen'], isSaving = false) {
  const store = createStore({ ...signedIn, chosen, settings: { ...signedIn.settings, onQuit: setting } });
  const clock = createFakeClock();
  const done: string[] = [];
  const files = [
    { isSaving: () => isSaving, saved: async () => void done.push('saved') },
    { isSaving: () => false, saved: async () => {} },
  ];
  const endChoice = async () => {
    done.push('ended');
    store.apply(without);
  };
  return {
    store,
    clock,
    done,
    farewell: createFarewell({ store, clock, endChoice, obeyRule: async () => {}, files }),
  };
}

describe('[E1] quitting with a choice that has an end', () => {
  it('leaves it as it is, unless told otherwise', () => {
    expect(quitting('leave', timed).farewell()).toBeNull();
    expect(quitting('endNow', { ...timed, ending: null }).farewell()).toBeNull();
    expect(quitting('endNow', null).farewell()).toBeNull();
  });

  it('ends it now where that is set, and then quits', async () => {
    const { farewell, done } = quitting('endNow', timed);
    await farewell();
    expect([done, farewell()]).toEqual([['ended'], null]);
  });

  it('does not wait for ever for a network that is not there', async () => {
    const store = createStore({ ...signedIn, chosen: timed, settings: { ...signedIn.settings, onQuit: 'endNow' } });
    const clock = createFakeClock();
    const files = [{ isSaving: () => false, saved: async () => {} }];
    const farewell = createFarewell({
      store,
      obeyRule: async () => {},
      clock,
      endChoice: () => new Promise(() => {}),
      files,
    });
    const work = farewell();
    await clock.advance(3_000);
    await work;
    expect(farewell()).toBeNull();
  });

  it('keeps running until it has ended where that is set', async () => {
    const { farewell, store } = quitting('keepRunning', timed);
    let isOver = false;
    const work = farewell()?.then(() => {
      isOver = true;
    });
    await new Promise(setImmediate);
    expect(isOver).toBe(false);
    store.apply(without);
    await work;
    expect(farewell()).toBeNull();
  });
});

it.each([
  ['signed in', signedIn, ['rule']],
  ['signed out', initialState, []],
] as const)('[D1] the rule for quitting is for whoever is signed in: %s', async (_who, state, expected) => {
  const store = createStore({
    ...state,
    settings: { ...state.settings, quitRule: { availability: 'Away' } },
  });
  const done: string[] = [];
  const obeyRule = async () => void done.push('rule');
  const farewell = createFarewell({
    store,
    clock: createFakeClock(),
    endChoice: async () => {},
    obeyRule,
    files: [],
  });
  await farewell();
  expect([done, farewell()]).toEqual([expected, null]);
});

it('[G1] a restart for a newer version is no quit, as the end of the computer is none: no rule for quitting acts', () => {
  const store = createStore({ ...signedIn, settings: { ...signedIn.settings, quitRule: { availability: 'Away' } } });
  const done: string[] = [];
  const obeyRule = async () => void done.push('rule');
  const parts = { store, clock: createFakeClock(), endChoice: async () => {}, files: [] };
  const farewell = createFarewell({ ...parts, obeyRule });
  expect([farewell(true), done]).toEqual([null, []]);
});

describe('whoever quits again meanwhile waits for the same:', () => {
  const unanswered = () => new Promise<void>(() => {});

  it('[D1] what the rule for quitting asks', () => {
    const store = createStore({ ...signedIn, settings: { ...signedIn.settings, quitRule: { availability: 'Away' } } });
    const parts = { store, clock: createFakeClock(), endChoice: async () => {}, files: [] };
    const farewell = createFarewell({ ...parts, obeyRule: unanswered });
    expect([farewell(), farewell()]).toEqual([expect.any(Promise), expect.any(Promise)]);
  });

  it('[E1] the end of a choice, which is not asked for twice', async () => {
    const store = createStore({ ...signedIn, chosen: timed, settings: { ...signedIn.settings, onQuit: 'endNow' } });
    let asked = 0;
    const endChoice = () => {
      asked += 1;
      return asked === 1 ? unanswered() : Promise.resolve();
    };
    const parts = { store, clock: createFakeClock(), obeyRule: async () => {}, files: [] };
    const farewell = createFarewell({ ...parts, endChoice });
    void farewell();
    let isOver = false;
    void farewell()?.then(() => {
      isOver = true;
    });
    await new Promise(setImmediate);
    expect([asked, isOver]).toEqual([1, false]);
  });
});

it('a session that ends does not keep the program for ever', async () => {
  const { farewell, store } = quitting('keepRunning', timed);
  const work = farewell();
  store.apply((state) => ({ ...state, session: { status: 'signedOut', account, problem: null } }));
  await work;
  expect(farewell()).toBeNull();
});

it('[W1] what is on its way to the disk is waited for', async () => {
  const { farewell, done } = quitting('leave', null, true);
  await farewell();
  expect(done).toEqual(['saved']);
});

describe('[E1] a shutdown of the computer', () => {
  it.each(['keepRunning', 'endNow'] as const)('is never held up by a choice that has an end (%s)', (setting) => {
    const { farewell, done } = quitting(setting, timed);
    expect(farewell(true)).toBeNull();
    expect(done).toEqual([]);
  });

  it('ends also the farewell of a program that keeps running', () => {
    const { farewell } = quitting('keepRunning', timed);
    expect(farewell()).toBeInstanceOf(Promise);
    expect(farewell(true)).toBeNull();
  });
});

describe('[W1] what is on its way to the disk when the computer shuts down', () => {
  it('is waited for', async () => {
    const { farewell, done } = quitting('keepRunning', timed, true);
    await farewell(true);
    expect(done).toEqual(['saved']);
  });

  it('is waited for again, where what pages hand over as they close is written after that', async () => {
    const { farewell, done } = quitting('leave', null, true);
    await farewell(true);
    await farewell(true);
    expect(done).toEqual(['saved', 'saved']);
  });

  it('is not waited for without an end, where the disk does not answer', async () => {
    const store = createStore(signedIn);
    const clock = createFakeClock();
    const files = [{ isSaving: () => true, saved: () => new Promise<void>(() => {}) }];
    const farewell = createFarewell({ store, clock, endChoice: async () => {}, obeyRule: async () => {}, files });
    const work = farewell(true);
    await clock.advance(2_000);
    await work;
    expect(farewell(true)).toBeNull();
  });
});
