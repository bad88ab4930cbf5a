import { describe, expect, it } from 'vitest';
import { type Preset, starterPresets } from '#contract/preset.ts';
import { defaultStartupRule, defaultWorkingHours } from '#contract/rules.ts';
import type { SettingsChange } from '#contract/settings.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { startJourney } from './app.ts';
import { again, hour, last, minute, pass, shown, start } from './ruled.ts';

const busy = { availability: 'Busy', activity: 'Busy' } as const;

describe('[D1] the rules for the desk', () => {
  const rules: SettingsChange = { lockRule: { availability: 'Away' }, idleRule: { availability: 'BeRightBack' } };

  it('set a state while the screen is locked, and what was before when it is unlocked', async () => {
    const journey = await start(rules);
    await journey.hear('lock');
    expect([shown(journey), journey.store.get().chosen?.rule]).toEqual(['Away', 'lock']);
    await journey.hear('unlock');
    expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
  });

  it('lie over the startup rule and the working hours, which hold again when one is back', async () => {
    const startupRule = {
      ...defaultStartupRule,
      when: 'login',
      delaySeconds: 0,
      deed: { availability: 'Busy' },
    } as const;
    const journey = await start({ ...rules, startupRule });
    await journey.hear('lock');
    await journey.hear('idle');
    expect(shown(journey)).toBe('BeRightBack');
    await journey.hear('unlock');
    expect([shown(journey), journey.store.get().chosen?.rule]).toEqual(['Busy', 'startup']);
  });

  it('leave nothing of a rule behind that could not be sent before one was back', async () => {
    const journey = await start(rules);
    journey.network.isUp = false;
    await journey.hear('lock');
    expect(journey.store.get().publication).toMatchObject({ status: 'waiting', wish: { rule: 'lock' } });
    await journey.hear('unlock');
    journey.network.isUp = true;
    await journey.catchUp();
    expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
  });

  it('never go over a choice of one’s own, before or meanwhile', async () => {
    const journey = await start(rules);
    await journey.handlers.choosePresence({ presence: busy, lasts: 'PT30M', sequel: 'automatic' });
    await journey.hear('lock');
    expect([shown(journey), last(journey)]).toMatchObject(['Busy', { rule: 'lock', skipped: 'manual' }]);
    await pass(journey, 31 * minute);
    await journey.hear('lock');
    expect(shown(journey)).toBe('Away');
    await journey.handlers.setPresence(busy);
    await journey.hear('unlock');
    expect(shown(journey)).toBe('Busy');
  });

  it('never go over what was chosen in Teams, before or meanwhile', async () => {
    const journey = await start(rules);
    const { simulator, handlers } = journey;
    simulator.chooseInTeams(simulator.people.mira, { availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
    await handlers.refreshPresence(undefined);
    await journey.hear('lock');
    expect([shown(journey), last(journey)]).toMatchObject(['DoNotDisturb', { rule: 'lock', skipped: 'manual' }]);
    await journey.hear('unlock');
    expect(shown(journey)).toBe('DoNotDisturb');
  });

  it('give nothing back before a screen that is still locked', async () => {
    let isLocked = true;
    const journey = await start({ ...rules, sleepRule: { availability: 'Offline' } }, { isLocked: () => isLocked });
    for (const event of ['lock', 'sleep', 'wake'] as const) await journey.hear(event);
    expect(shown(journey)).toBe('Offline');
    await journey.hear('idle');
    await journey.hear('back');
    expect(shown(journey)).toBe('BeRightBack');
    isLocked = false;
    await journey.hear('unlock');
    expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
  });

  it('take a preset back with all that went with it', async () => {
    const preset = { ...starterPresets[1], statusMessage: 'Gone for lunch' } as Preset;
    const journey = await start({ presets: [preset], lockRule: { preset: preset.id } });
    const message = () => journey.store.get().presence?.value.statusMessage?.text ?? '';
    await journey.hear('lock');
    await journey.handlers.refreshPresence(undefined);
    expect([shown(journey), message()]).toEqual(['BeRightBack', 'Gone for lunch']);
    await journey.hear('unlock');
    await journey.handlers.refreshPresence(undefined);
    expect([shown(journey), message()]).toEqual(['Available', '']);
  });

  it('hear that somebody is back, also while their state still waits', async () => {
    const waiting = await start(rules);
    waiting.network.isUp = false;
    await waiting.hear('idle');
    await waiting.hear('back');
    waiting.network.isUp = true;
    await waiting.catchUp();
    expect(shown(waiting)).toBe('Available');

    const journey = await start(rules);
    await journey.hear('idle');
    expect(shown(journey)).toBe('BeRightBack');
    await journey.hear('back');
    expect(shown(journey)).toBe('Available');
  });

  it('pause, for as long as asked and over a restart', async () => {
    const journey = await start(rules);
    await journey.handlers.pauseAutomation('PT1H');
    await journey.hear('lock');
    expect(journey.posts()).toEqual([]);
    const next = await again(journey, rules);
    await next.hear('lock');
    expect(next.posts()).toEqual([]);
    await pass(next, hour);
    await next.hear('lock');
    expect(shown(next)).toBe('Away');
    await next.handlers.pauseAutomation('tomorrow');
    expect(next.store.get().automation.pausedUntil).toBe('2026-12-01T23:00:00.000Z');
    await next.handlers.pauseAutomation('resume');
    expect(next.store.get().automation.pausedUntil).toBeNull();
  });

  it('a choice of a rule stays one over a restart', async () => {
    const journey = await start(rules);
    await journey.hear('lock');
    const next = await again(journey, rules);
    expect(next.store.get().chosen).toMatchObject({ rule: 'lock' });
    await next.hear('unlock');
    expect(shown(next)).toBe('Available');
  });
});

it('[D1] what a rule for the hours could not send yet holds again after a rule for the desk', async () => {
  const journey = await start({ lockRule: { availability: 'Away' } });
  journey.network.isUp = false;
  const inside = { availability: 'Busy' } as const;
  journey.store.apply(settingsChanged, { workingHours: { ...defaultWorkingHours, days: [2], inside } });
  await pass(journey, minute);
  expect(journey.store.get().publication).toMatchObject({ status: 'waiting', wish: { rule: 'workingHours' } });
  await journey.hear('lock');
  await journey.hear('unlock');
  journey.network.isUp = true;
  await journey.catchUp();
  expect([shown(journey), journey.store.get().chosen?.rule]).toEqual(['Busy', 'workingHours']);
});

describe('[D2] working hours', () => {
  const workingHours = {
    ...defaultWorkingHours,
    days: [1, 2, 3, 4, 5],
    inside: { availability: 'Available' },
    outside: { availability: 'Offline' },
  } as const;

  it('act at their edges, once each, and not again after a restart', async () => {
    const journey = await start({ workingHours });
    expect(journey.store.get().chosen?.rule).toBe('workingHours');
    await journey.handlers.resetPresence(undefined);
    const next = await again(journey, { workingHours });
    await pass(next, hour);
    expect(next.store.get().chosen).toBeNull();
    await pass(next, 7 * hour);
    expect(shown(next)).toBe('Offline');
    expect(next.store.get().chosen?.rule).toBe('workingHours');
  });

  it('go on under a locked screen, and keep nothing of it', async () => {
    const outside = { ...workingHours, inside: 'keep', outside: { availability: 'Offline' } } as const;
    const journey = await start({ workingHours: outside, lockRule: { availability: 'Away' }, unlockRule: 'keep' });
    await journey.hear('lock');
    await pass(journey, 8 * hour);
    expect(journey.store.get().chosen?.rule).toBe('workingHours');
    journey.store.apply(settingsChanged, { workingHours: { ...outside, inside: 'restore' } });
    await pass(journey, 16 * hour);
    expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
  });

  it('wait until what others see was read, and a period that keeps everything is none that acted', async () => {
    const first = await start({ workingHours: { ...workingHours, inside: 'keep' } });
    await pass(first, minute);
    expect(first.posts()).toEqual([]);
    const next = await startJourney(first);
    next.store.apply(settingsChanged, { workingHours });
    next.network.isUp = false;
    await next.restoreSession();
    await pass(next, minute);
    expect(next.store.get()).toMatchObject({ session: { status: 'signedIn' }, publication: { status: 'idle' } });
    next.network.isUp = true;
    await pass(next, hour);
    await pass(next, minute);
    expect(next.store.get().chosen?.rule).toBe('workingHours');
  });
});
