import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { actionsOf } from '#contract/actions.ts';
import { type Preset, starterPresets } from '#contract/preset.ts';
import { defaultStartupRule, defaultWorkingHours } from '#contract/rules.ts';
import type { SettingsChange } from '#contract/settings.ts';
import { sessionEnded } from '../../electron/state/sessionTransitions.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { startJourney } from './app.ts';
import { again, last, minute, pass, shown, start } from './ruled.ts';

describe('[D1] the rules', () => {
  it('give way to what held before them over a restart too, and never to what held for somebody else', async () => {
    const change: SettingsChange = {
      lockRule: { availability: 'Away' },
      workingHours: { ...defaultWorkingHours, days: [1, 2, 3, 4, 5], inside: { availability: 'Busy' } },
    };
    const first = await start(change);
    await pass(first, minute);
    await first.hear('lock');
    expect([shown(first), first.store.get().chosen?.rule]).toEqual(['Away', 'lock']);
    const second = await again(first, change);
    await second.hear('unlock');
    expect([shown(second), second.store.get().chosen?.rule]).toEqual(['Busy', 'workingHours']);
    await second.hear('lock');
    await second.handlers.signOut(undefined);
    expect(second.store.get().beforeRules).toEqual({ desk: null, hours: null });
  });

  it('bring the message back that was before the first of several presets at the desk', async () => {
    const presets = ['At the door', 'Fast asleep'].map(
      (statusMessage, at): Preset => ({ ...(starterPresets[1] as Preset), id: `desk-${at}`, statusMessage }),
    );
    const journey = await start({ presets, lockRule: { preset: 'desk-0' }, sleepRule: { preset: 'desk-1' } });
    const message = () => journey.store.get().statusMessage.seen?.text;
    await journey.handlers.setStatusMessage({ text: 'My own', lasts: 'untilChanged' });
    await journey.hear('lock');
    expect(message()).toBe('At the door');
    await journey.hear('sleep');
    expect(message()).toBe('Fast asleep');
    await journey.hear('unlock');
    expect([shown(journey), message()]).toEqual(['Available', 'My own']);
  });

  it('give back what a rule had set as the rule’s own, also where out of office went with the preset', async () => {
    const preset = { ...starterPresets[1], outOfOffice: { isOutOfOffice: true, message: null } } as Preset;
    const workingHours = { ...defaultWorkingHours, days: [1, 2, 3, 4, 5], inside: { availability: 'Busy' } } as const;
    const journey = await start({ presets: [preset], lockRule: { preset: preset.id }, workingHours });
    await pass(journey, minute);
    await journey.hear('lock');
    await journey.hear('unlock');
    expect([shown(journey), journey.store.get().chosen?.rule]).toEqual(['Busy', 'workingHours']);
  });

  it('know nothing of the demo afterwards, nor the demo of them', async () => {
    const journey = await startJourney();
    await journey.handlers.startDemo(undefined);
    await journey.handlers.pauseAutomation('PT1H');
    expect(existsSync(join(journey.folder, 'automation.json'))).toBe(false);
    await journey.handlers.signOut(undefined);
    await journey.handlers.pauseAutomation('PT30M');
    expect(existsSync(join(journey.folder, 'automation.json'))).toBe(true);
  });

  it('have not begun the day with the demo', async () => {
    const startupRule = { ...defaultStartupRule, when: 'everyStart', deed: { availability: 'Busy' } } as const;
    const journey = await startJourney();
    journey.store.apply(settingsChanged, { startupRule });
    await journey.handlers.startDemo(undefined);
    await pass(journey, minute);
    expect([journey.store.get().session.status, last(journey)]).toEqual(['signedIn', null]);
    await journey.handlers.signOut(undefined);
    await journey.handlers.signIn('browser');
    await pass(journey, minute);
    expect([shown(journey), last(journey)?.rule]).toEqual(['Busy', 'startup']);
  });

  it.each(['signs out', 'has a session that ends by itself'])(
    'begin the hours for whoever signs in next, too, when somebody %s',
    async (how) => {
      const workingHours = { ...defaultWorkingHours, days: [1, 2, 3, 4, 5], inside: { availability: 'Busy' } } as const;
      let name: 'mira' | 'jonas' = 'mira';
      const journey = await start(
        { workingHours },
        { visit: (url, { visit, people }) => visit(url, { person: people[name] }) },
      );
      await pass(journey, minute);
      expect(shown(journey)).toBe('Busy');
      if (how === 'signs out') await journey.handlers.signOut(undefined);
      else journey.store.apply(sessionEnded, { kind: 'signInRequired' });
      name = 'jonas';
      await journey.handlers.signIn('browser');
      await pass(journey, minute);
      expect(journey.simulator.presenceOf(journey.simulator.people.jonas).availability).toBe('Busy');
    },
  );

  it('go over appear offline that one of them had set before a new sign-in [D2]', async () => {
    const states = { inside: { availability: 'Available' }, outside: { availability: 'Offline' } } as const;
    const workingHours = { days: [1, 2, 3, 4, 5], from: '09:30', to: '18:00', ...states };
    const journey = await start({ workingHours });
    await pass(journey, minute);
    expect(shown(journey)).toBe('Offline');
    await journey.handlers.signOut(undefined);
    await journey.handlers.signIn('browser');
    for (let beat = 0; beat < 40; beat += 1) await pass(journey, minute);
    expect([shown(journey), last(journey)?.skipped]).toEqual(['Available', null]);
  });

  it('leave a state alone that was chosen elsewhere and asks for quiet', async () => {
    const journey = await start({ lockRule: { availability: 'Away' } });
    const { simulator } = journey;
    simulator.chooseInTeams(simulator.people.mira, { availability: 'DoNotDisturb', activity: 'DoNotDisturb' });
    await pass(journey, 5 * minute);
    await journey.hear('lock');
    expect([shown(journey), last(journey)?.skipped]).toEqual(['DoNotDisturb', 'manual']);
  });

  it("are not paused in a person's name by the demo", async () => {
    const journey = await start({ lockRule: { availability: 'Away' } });
    const paused = () => journey.store.get().automation.pausedUntil;
    await journey.handlers.signOut(undefined);
    await journey.handlers.startDemo(undefined);
    await journey.handlers.pauseAutomation('PT1H');
    expect(paused()).not.toBeNull();
    await journey.handlers.signOut(undefined);
    expect(paused()).toBeNull();
  });

  it('keep to the newest pause, also where an earlier one is still to be read', async () => {
    const first = await startJourney();
    await first.handlers.pauseAutomation('tomorrow');
    const { simulator, tokenStore, folder, clock } = first;
    const second = await startJourney({ simulator, tokenStore, folder, clock });
    await second.handlers.pauseAutomation('resume');
    expect(second.store.get().automation.pausedUntil).toBeNull();
  });

  it('are paused from the first moment of a run by a pause of an earlier one', async () => {
    const change: SettingsChange = { lockRule: { availability: 'Away' } };
    const first = await start(change);
    await first.handlers.pauseAutomation('PT1H');
    const { simulator, tokenStore, folder, clock } = first;
    const second = await startJourney({ simulator, tokenStore, folder, clock });
    second.store.apply(settingsChanged, change);
    const restoring = second.restoreSession();
    await vi.waitFor(() => expect(second.store.get().session.status).toBe('signedIn'), { interval: 1 });
    await second.hear('lock');
    await restoring;
    expect([shown(second), last(second)]).toEqual(['Available', null]);
  });

  it('are offered a pause where there are any, and to act again while it lasts', async () => {
    const journey = await start({});
    const offered = () =>
      actionsOf(journey.store.get())
        .filter(({ id, isEnabled }) => id.endsWith('-rules') && isEnabled(journey.store.get()))
        .map(({ id }) => id);
    expect(offered()).toEqual([]);
    journey.store.apply(settingsChanged, { lockRule: { availability: 'Away' } });
    expect(offered()).toEqual(['pause-rules']);
    await journey.handlers.pauseAutomation('PT1H');
    expect(offered()).toEqual(['resume-rules']);
    await pass(journey, 60 * minute);
    expect(offered()).toEqual(['pause-rules']);
  });

  it('give back what one of them set, also where they were paused a moment before somebody was heard to be back', async () => {
    const journey = await start({ idleRule: { availability: 'Away' } });
    await journey.hear('idle');
    await journey.handlers.pauseAutomation('PT1H');
    await journey.hear('back');
    expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
  });

  it.each([
    ['what was before', 'restore', 'Available'],
    ['another state', { availability: 'BeRightBack' }, 'BeRightBack'],
  ] as const)('set %s after an unlock that a new sign-in comes after', async (_what, unlockRule, after) => {
    const journey = await start({ lockRule: { availability: 'Away' }, unlockRule });
    await journey.hear('lock');
    journey.store.apply(sessionEnded, { kind: 'signInRequired' });
    await journey.hear('unlock');
    expect(shown(journey)).toBe('Away');
    await journey.handlers.signIn('browser');
    expect(shown(journey)).toBe(after);
  });
});
