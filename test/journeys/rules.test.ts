import { describe, expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import { defaultStartupRule, type StartupRule } from '#contract/rules.ts';
import type { SettingsChange } from '#contract/settings.ts';
import { saySource } from '#contract/sourceWords.ts';
import { createWords } from '#contract/words.ts';
import { connectionChanged } from '../../electron/state/transitions.ts';
import type { Journey } from './app.ts';
import { again, hour, last, login, minute, pass, shown, start } from './ruled.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;
const available = { availability: 'Available', activity: 'Available' } as const;
const startup = (change: Partial<StartupRule> = {}): SettingsChange => ({
  startupRule: { ...defaultStartupRule, when: 'login', ...change },
});

describe('[D1] the startup rule', () => {
  it('sets its state once, after its delay, says so, and can be taken back', async () => {
    const journey = await start(startup({ deed: { availability: 'Busy' } }));
    expect(journey.posts()).toEqual([]);
    await pass(journey, 10_000);
    expect(shown(journey)).toBe('Busy');
    const { store, clock, handlers } = journey;
    expect(store.get().chosen).toMatchObject({ presence: busy, rule: 'startup' });
    expect(
      saySource(
        createWords('en-GB', () => 'Europe/Berlin'),
        store.get(),
        clock.now(),
      ),
    ).toBe('Set at 09:04, startup rule');
    expect(last(journey)).toMatchObject({ rule: 'startup', skipped: null });
    for (const _ of [1, 2, 3]) await pass(journey, minute);
    expect(journey.posts().length).toBe(1);
    await handlers.undo(undefined);
    expect(shown(journey)).toBe('Available');
    await pass(journey, hour);
    expect(shown(journey)).toBe('Available');
  });

  it('acts once for a login, however often the app is started, and again for the next', {
    timeout: 20_000,
  }, async () => {
    const rule = startup({ deed: { availability: 'Busy' }, delaySeconds: 0 });
    const first = await start(rule);
    expect(shown(first)).toBe('Busy');
    await first.handlers.resetPresence(undefined);
    const second = await again(first, rule);
    await pass(second, minute);
    expect(shown(second)).toBe('Available');
    const third = await again(second, rule, { start: { isAtLogin: true, login: { ...login, session: '5' } } });
    await pass(third, minute);
    expect(shown(third)).toBe('Busy');
    expect(third.store.get().chosen?.rule).toBe('startup');
  });

  it('is not for a start by hand, unless it is for every start', async () => {
    const byHand = { start: { isAtLogin: false, login } };
    const rule = { deed: { availability: 'Busy' }, delaySeconds: 0 } as const;
    expect(shown(await start(startup(rule), byHand))).toBe('Available');
    expect(shown(await start(startup({ ...rule, when: 'everyStart' }), byHand))).toBe('Busy');
  });

  it('waits for the network, however late it comes', async () => {
    const journey = await start(startup({ deed: { availability: 'Busy' } }));
    const { store, network, clock, catchUp } = journey;
    network.isUp = false;
    store.apply(connectionChanged, false);
    await pass(journey, hour);
    expect(journey.posts()).toEqual([]);
    await clock.advance(minute);
    network.isUp = true;
    store.apply(connectionChanged, true);
    await catchUp();
    expect(shown(journey)).toBe('Busy');
  });

  it.each([
    {
      what: 'a choice by hand since the start',
      rule: {},
      why: 'byHand',
      prepare: (j: Journey) => j.handlers.setPresence(available),
    },
    {
      what: 'a reset by hand since the start',
      rule: {},
      why: 'byHand',
      prepare: (j: Journey) => j.handlers.resetPresence(undefined),
    },
    {
      what: 'a state from elsewhere that asks for more quiet',
      rule: {},
      why: 'stronger',
      prepare: async (j: Journey) => {
        j.simulator.chooseInTeams(j.simulator.people.mira, { availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
        await j.handlers.refreshPresence(undefined);
      },
    },
    {
      what: 'a call',
      rule: {},
      why: 'meeting',
      prepare: async (j: Journey) => {
        j.simulator.openTeams(j.simulator.people.mira, { availability: 'Busy', activity: 'InACall' });
        await j.handlers.refreshPresence(undefined);
      },
    },
    { what: 'another day', rule: { weekdays: [6, 7] }, why: 'notNow', prepare: async () => {} },
    { what: 'another time', rule: { from: '10:00', to: '11:00' }, why: 'notNow', prepare: async () => {} },
    { what: 'a preset that is gone', rule: { deed: { preset: 'gone' } }, why: 'presetGone', prepare: async () => {} },
  ])('stands back for $what', async ({ rule, why, prepare }) => {
    const journey = await start(startup({ deed: { availability: 'Away' }, ...rule }));
    await prepare(journey);
    const before = journey.posts().length;
    await pass(journey, minute);
    expect(last(journey)).toMatchObject({ rule: 'startup', skipped: why });
    expect(journey.posts().length).toBe(before);
  });

  it('goes over what a rule for quitting left, and is not outlived by it where it does not act', async () => {
    const quit: SettingsChange = { quitRule: { availability: 'Away' } };
    const rule = { ...quit, ...startup({ deed: { availability: 'Busy' }, delaySeconds: 0 }) };
    const first = await start(rule);
    await first.handlers.resetPresence(undefined);
    await first.hear('quit');
    expect([shown(first), first.store.get().chosen?.rule]).toEqual(['Away', 'quit']);
    await pass(first, minute);
    const second = await again(first, rule, { start: { isAtLogin: true, login: { ...login, session: '5' } } });
    await pass(second, minute);
    expect([shown(second), second.store.get().chosen?.rule]).toEqual(['Busy', 'startup']);
    await second.handlers.resetPresence(undefined);
    await second.hear('quit');
    await pass(second, minute);
    const third = await again(second, quit);
    await pass(third, minute);
    expect([shown(third), third.store.get().chosen]).toEqual(['Available', null]);
  });

  it('is over with a start in a pause, whose end is no begin of a day', async () => {
    const journey = await start(startup({ deed: { availability: 'Busy' } }));
    await journey.handlers.pauseAutomation('PT30M');
    await pass(journey, minute);
    await pass(journey, hour);
    expect(journey.posts()).toEqual([]);
  });

  it('sets a preset with all that goes with it', async () => {
    const journey = await start(startup({ deed: { preset: 'focus' }, delaySeconds: 0 }));
    expect(journey.store.get().chosen).toMatchObject({
      presetId: 'focus',
      rule: 'startup',
      ending: { sequel: 'automatic' },
    });
  });

  it('acts for a login of another day, whatever was chosen by hand on the day before', async () => {
    const rule = startup({ deed: { availability: 'Busy' }, delaySeconds: 30 });
    const journey = await start(rule, { start: { isAtLogin: false, login: { ...login, session: '1' } } });
    await journey.handlers.setPresence(plainPresence('Away'));
    await journey.handlers.resetPresence(undefined);
    await pass(journey, 20 * hour);
    await journey.logIn('2');
    expect(shown(journey)).toBe('Available');
    await pass(journey, minute);
    expect([shown(journey), last(journey)]).toMatchObject(['Busy', { rule: 'startup', skipped: null }]);
  });

  it('acts for a login that finds the app running, once for each', async () => {
    const rule = startup({ deed: { availability: 'Busy' }, delaySeconds: 0 });
    const journey = await start(rule, { start: { isAtLogin: false, login: { ...login, session: '' } } });
    await pass(journey, minute);
    expect(journey.posts()).toEqual([]);
    await journey.logIn('8');
    expect([shown(journey), last(journey)]).toMatchObject(['Busy', { rule: 'startup', skipped: null }]);
    await journey.handlers.resetPresence(undefined);
    for (const session of ['8', '']) {
      await journey.logIn(session);
      await pass(journey, minute);
      expect(shown(journey)).toBe('Available');
    }
    const next = await again(journey, rule, { start: { isAtLogin: true, login: { ...login, session: '8' } } });
    await pass(next, minute);
    expect(shown(next)).toBe('Available');
  });
});
