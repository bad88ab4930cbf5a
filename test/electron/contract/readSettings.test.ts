import { describe, expect, it } from 'vitest';
import { starterPresets } from '#contract/preset.ts';
import { readSettings } from '#contract/readSettings.ts';
import { defaultSettings } from '#contract/settings.ts';

const [focus, lunch] = starterPresets;
const call = { id: 'call', name: 'On the phone', presence: { availability: 'Busy', activity: 'InACall' } };

describe('[C1] settings', () => {
  it('nothing written, everything at its default', () => {
    expect(readSettings({})).toEqual({ settings: defaultSettings, invalidKeys: [] });
  });

  it('a bad preset costs itself only, and is named by its place', () => {
    const sleeping = { ...call, presence: { availability: 'Sleeping', activity: 'Sleeping' } };
    const { settings, invalidKeys } = readSettings({ presets: [focus, sleeping, { name: 'No id' }, 7, lunch] });
    expect(settings.presets).toEqual([focus, lunch]);
    expect(invalidKeys).toEqual(['presets[1]', 'presets[2]', 'presets[3]']);
  });

  it('a preset by hand needs an id, a name and a presence', () => {
    expect(readSettings({ presets: [call] }).settings.presets).toEqual([
      {
        ...call,
        ...{ icon: 'star', isFavourite: true, lasts: 'untilChanged', sequel: 'automatic' },
        ...{ statusMessage: null, outOfOffice: null, workLocation: null },
      },
    ]);
  });

  it('of two with one id the first counts', () => {
    const { settings, invalidKeys } = readSettings({ presets: [focus, { ...call, id: 'focus' }] });
    expect([settings.presets, invalidKeys]).toEqual([[focus], ['presets[1]']]);
  });

  it('of too many the first count, and the others are named', () => {
    const many = Array.from({ length: 32 }, (_, index) => ({ ...call, id: `c${index}` }));
    const { settings, invalidKeys } = readSettings({ presets: many });
    expect(settings.presets.map(({ id }) => id)).toEqual(many.slice(0, 30).map(({ id }) => id));
    expect(invalidKeys).toEqual(['presets[30–31]']);
    expect(readSettings({ presets: many.slice(0, 31) }).invalidKeys).toEqual(['presets[30]']);
  });

  it.each([
    ['presets', 'none'],
    ['shortcuts', {}],
    ['onQuit', 'explode'],
    ['notifyEnding', 'yes'],
    ['stopVisibleOnLock', 1],
  ])('a bad %s falls back and is named; the others hold', (key, value) => {
    const { settings, invalidKeys } = readSettings({ route: 'createOnly', [key]: value });
    expect([settings, invalidKeys]).toEqual([{ ...defaultSettings, route: 'createOnly' }, [key]]);
  });

  it('an empty list is a choice', () => {
    expect(readSettings({ presets: [] }).settings.presets).toEqual([]);
  });
});
