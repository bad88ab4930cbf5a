import { type Action, fixedAction, presetAction, stateActions } from '#contract/actions.ts';
import type { Preset } from '#contract/preset.ts';
import type { Shortcut } from '#contract/settings.ts';

/** The keys of an action; null where it has none. */
export function keysOf(shortcuts: readonly Shortcut[], action: string): string | null {
  return shortcuts.find((shortcut) => shortcut.action === action)?.keys ?? null;
}

/** The shortcuts with other keys for one action, or none. What had these keys so far, for a preset that is gone, has none. */
export function withKeys(shortcuts: readonly Shortcut[], action: string, keys: string | null): readonly Shortcut[] {
  const wanted = keys?.toLowerCase();
  const others = shortcuts.filter((other) => other.action !== action && other.keys.toLowerCase() !== wanted);
  return keys === null ? others : [...others, { action, keys }];
}

/** Another action that has these keys. */
export function takenBy(shortcuts: readonly Shortcut[], action: string, keys: string): string | null {
  const wanted = keys.toLowerCase();
  return shortcuts.find((other) => other.action !== action && other.keys.toLowerCase() === wanted)?.action ?? null;
}

/** The actions that may have keys, in groups. */
export function shortcutGroups(presets: readonly Preset[]) {
  const groups = [
    { heading: 'shortcut.app', actions: (['open', 'undo', 'restore-previous'] as const).map(fixedAction) },
    { heading: 'shortcut.states', actions: [...stateActions, fixedAction('reset')] },
    { heading: 'preset.label', actions: presets.map(presetAction) },
  ] as const satisfies readonly { readonly heading: string; readonly actions: readonly Action[] }[];
  return groups.filter(({ actions }) => actions.length > 0);
}
