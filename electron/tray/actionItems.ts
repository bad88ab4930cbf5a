import { type FixedId, fixedAction, presetAction } from '#contract/actions.ts';
import type { AppState } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';
import type { MenuItem } from './trayPort.ts';

/** Those of the actions that can be done now, as lines of a menu. */
export function actionItems(words: Words, state: AppState, ...ids: readonly FixedId[]): readonly MenuItem[] {
  return ids
    .map(fixedAction)
    .filter(({ isEnabled }) => isEnabled(state))
    .map(({ say, command }) => ({ kind: 'command', label: say(words), command }));
}

/** The user's presets, the way back from one, and where they are changed. */
export function presetItems(words: Words, state: AppState): readonly MenuItem[] {
  const presets = state.settings.presets.map(presetAction);
  const items: readonly MenuItem[] = [
    ...presets.map(({ say, command }): MenuItem => ({ kind: 'command', label: say(words), command })),
    ...actionItems(words, state, 'restore-previous'),
    ...(presets.length === 0 ? [] : [{ kind: 'separator' } as const]),
    { kind: 'command', label: words.say('menu.editPresets'), command: ['showSettings', 'presets'] },
  ];
  return [{ kind: 'submenu', label: words.say('menu.presets'), items }];
}
