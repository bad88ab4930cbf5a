import { describe, expect, it } from 'vitest';
import { actionsOf, availabilityNames, findAction, fixedAction, quickActions } from '#contract/actions.ts';
import { commands } from '#contract/commands.ts';
import { plainPresence } from '#contract/presence.ts';
import { findNamedPreset, findPreset, newPresetId, starterPresets } from '#contract/preset.ts';
import { initialState } from '#contract/state.ts';
import { at, home, inAnHour, signedOutState, words } from '../tray/states.ts';

const enabled = (state: Parameters<typeof actionsOf>[0]) =>
  actionsOf(state).flatMap(({ id, isEnabled }) => (isEnabled(state) ? [id] : []));

describe('[A3] the table of actions', () => {
  it('has each id once, words for each, and commands with inputs that are taken', () => {
    const actions = actionsOf(initialState);
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { say, command } of actions) {
      expect(say(words)).not.toBe('');
      expect(commands[command[0]].safeParse(command[1]).success).toBe(true);
    }
  });

  it('finds a preset by the name that a person types, and first by the very id that commands for later have', () => {
    const [focus, lunch] = starterPresets;
    const renamed = starterPresets.map((preset) => (preset === lunch ? { ...preset, name: 'Focus' } : preset));
    expect(findNamedPreset(renamed, ' focus ')?.id).toBe('lunch');
    expect(findNamedPreset(renamed, 'Focus')?.id).toBe('lunch');
    expect(findNamedPreset(renamed, 'focus')?.id).toBe('focus');
    expect(findNamedPreset(starterPresets, 'focus')).toBe(focus);
    expect(findPreset(renamed, 'focus')?.id).toBe('focus');
    expect(findPreset(renamed, 'Focus')).toBeUndefined();
  });

  it('offers signed out what leads in, and nothing else', () => {
    expect(enabled(signedOutState)).toEqual(['open', 'settings', 'sign-in', 'quit']);
    expect(enabled(initialState)).toEqual(['open', 'settings', 'quit']);
  });

  it('offers signed in what can be done now', () => {
    const always = ['reset', 'open', 'settings', 'quit', 'preset:focus', 'preset:lunch', 'preset:done-for-today'];
    expect(enabled(home({}))).toEqual([...Object.values(availabilityNames), ...always]);
    const chosen = { presence: plainPresence('Busy'), at, ending: null, isShown: true, presetId: 'focus' };
    const previous = { presetId: 'focus', wish: { kind: 'automatic' } } as const;
    const full = home({}, { chosen, previous, undo: previous.wish, visibleUntil: inAnHour });
    expect(enabled(full)).toEqual(expect.arrayContaining(['restore-previous', 'undo', 'stop-keeping-visible']));
    expect(enabled(full)).not.toContain('keep-visible');
  });

  it('does not restore what was before another preset', () => {
    const chosen = { presence: plainPresence('Away'), at, ending: null, isShown: true, presetId: 'lunch' };
    const state = home({}, { chosen, previous: { presetId: 'focus', wish: { kind: 'automatic' } } });
    expect(fixedAction('restore-previous').isEnabled(state)).toBe(false);
  });

  it('names presets by their ids, and what does the same from outside', () => {
    expect(findAction(initialState, 'preset:lunch')).toMatchObject({
      command: ['applyPreset', 'lunch'],
      commandLine: ['--preset', 'lunch'],
    });
    expect(findAction(initialState, 'preset:holiday')).toBeUndefined();
    expect(fixedAction('do-not-disturb').commandLine).toEqual(['--set', 'do-not-disturb']);
  });

  it('chooses a few where there is little room', () => {
    const [focus, lunch] = starterPresets;
    const presets = [focus, lunch].flatMap((preset) =>
      preset ? [{ ...preset, isFavourite: preset.id === 'lunch' }] : [],
    );
    const state = { ...initialState, settings: { ...initialState.settings, presets } };
    expect(quickActions(state).map(({ id }) => id)).toEqual([
      'available',
      'busy',
      'do-not-disturb',
      'reset',
      'preset:lunch',
    ]);
  });
});

it.each([
  ['Done for today', 'done-for-today-2'],
  ['  Café déjà vu! ', 'cafe-deja-vu'],
  ['休憩', 'preset'],
  ['x'.repeat(40), 'x'.repeat(30)],
])('a new preset %j gets the id %s', (name, id) => {
  expect(newPresetId(name, starterPresets)).toBe(id);
});
