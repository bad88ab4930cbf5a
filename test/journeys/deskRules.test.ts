import { describe, expect, it } from 'vitest';
import { defaultStartupRule, defaultWorkingHours } from '#contract/rules.ts';
import type { SettingsChange } from '#contract/settings.ts';
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

  it('hear that somebody is back', async () => {
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
});
