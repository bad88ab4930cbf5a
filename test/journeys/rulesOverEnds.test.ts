import { describe, expect, it } from 'vitest';
import { type Preset, starterPresets } from '#contract/preset.ts';
import { defaultWorkingHours } from '#contract/rules.ts';
import { settingsChanged } from '../../electron/state/settingsTransitions.ts';
import { again, hour, login, minute, pass, seen, setOnline, shown, start } from './ruled.ts';

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

describe('[A2] a rule’s preset with out of office that nobody has heard of', () => {
  const away = { ...lunch, outOfOffice: { isOutOfOffice: true, message: null } } as Preset;
  const rules = { presets: [away], lockRule: { preset: away.id } } as const;
  const nobodyAway = ['Available', false];

  it('leaves nobody out of office where it is taken back before the network comes', async () => {
    const journey = await start(rules);
    setOnline(journey, false);
    await journey.hear('lock');
    await journey.hear('unlock');
    setOnline(journey, true);
    await journey.catchUp();
    await expect.poll(() => seen(journey)).toEqual(nobodyAway);
  });

  it('nor where it is over by the next login', async () => {
    const journey = await start(rules);
    setOnline(journey, false);
    await journey.hear('lock');
    await journey.saved();
    await journey.clock.advance(hour);
    const next = await again(journey, rules, { start: { isAtLogin: true, login: { ...login, session: '5' } } });
    await pass(next, minute);
    expect(seen(next)).toEqual(nobodyAway);
  });

  it('is taken back where its answer was lost, as it may be carried out', async () => {
    const journey = await start(rules);
    journey.network.losesAnswerOf = 'POST';
    await journey.hear('lock');
    expect(seen(journey)).toEqual(['BeRightBack', true]);
    await journey.hear('unlock');
    await pass(journey, minute);
    await expect.poll(() => seen(journey)).toEqual(nobodyAway);
  });
});
