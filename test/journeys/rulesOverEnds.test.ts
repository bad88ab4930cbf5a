import { describe, expect, it } from 'vitest';
import { type Preset, starterPresets } from '#contract/preset.ts';
import { defaultWorkingHours } from '#contract/rules.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { hour, minute, pass, shown, start } from './ruled.ts';

const lunch = { ...starterPresets[1], workLocation: 'remote', statusMessage: 'Gone for lunch' } as Preset;

describe('[A2] the end of a rule’s preset that passes behind a locked screen', () => {
  const hours = { ...defaultWorkingHours, days: [2], outside: 'restore' } as const;

  async function lockedOver(preset: Preset) {
    const journey = await start({ presets: [preset], workingHours: { ...hours, inside: { preset: preset.id } } });
    await pass(journey, minute);
    expect(shown(journey)).toBe('BeRightBack');
    journey.store.apply(settingsChanged, { lockRule: { availability: 'Away' } });
    await journey.hear('lock');
    await pass(journey, 2 * hour);
    await journey.hear('unlock');
    await journey.handlers.refreshPresence(undefined);
    return journey;
  }

  it('gives back all that it replaced at the unlock', async () => {
    const journey = await lockedOver({ ...lunch, sequel: 'automatic' });
    expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
    expect(journey.store.get().presence?.value.workLocation).toBeUndefined();
  });

  it('is followed by what comes then, and the hours give all back', async () => {
    const journey = await lockedOver({ ...lunch, sequel: 'Busy' });
    expect([shown(journey), journey.store.get().chosen?.rule]).toEqual(['Busy', 'workingHours']);
    await pass(journey, 6 * hour);
    await journey.handlers.refreshPresence(undefined);
    expect([shown(journey), journey.store.get().chosen]).toEqual(['Available', null]);
    expect(journey.store.get().presence?.value.workLocation).toBeUndefined();
  });
});
