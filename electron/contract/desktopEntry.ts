import { quickActions } from './actions.ts';
import { execLine } from './commandLine.ts';
import { initialState } from './state.ts';
import { createWords } from './words.ts';

/** One action of a desktop entry. Source: https://specifications.freedesktop.org/desktop-entry-spec/latest/extra-actions.html */
export interface DesktopEntryAction {
  readonly id: string;
  readonly name: string;
  readonly exec: string;
}

/**
 * What a Linux desktop entry offers beside opening the app. It is the same for everybody on the computer, so no
 * presets of anybody's are in it.
 */
export function desktopEntryActions(executable: string): readonly DesktopEntryAction[] {
  const words = createWords('en');
  const withoutPresets = { ...initialState, settings: { ...initialState.settings, presets: [] } };
  return quickActions(withoutPresets).flatMap(({ id, say, commandLine }) =>
    commandLine === null ? [] : [{ id, name: say(words), exec: execLine([executable, ...commandLine]) ?? '' }],
  );
}
