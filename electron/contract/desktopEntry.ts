import { quickActions } from './actions.ts';
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
    commandLine === null ? [] : [{ id, name: say(words), exec: [executable, ...commandLine].map(execWord).join(' ') }],
  );
}

/** A word of an Exec key: quoted where it has a reserved sign, and a percent sign is written twice. */
export function execWord(word: string): string {
  const text = word.replaceAll('%', '%%');
  if (/^[^\s"'\\><~|&;$*?#()`]+$/.test(text)) return text;
  // Within quotes four signs are escaped; and the file's own escaping doubles each backslash once more.
  return `"${text.replace(/["`$\\]/g, '\\$&').replaceAll('\\', '\\\\')}"`;
}
