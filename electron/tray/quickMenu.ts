import { quickActions } from '#contract/actions.ts';
import type { AppState } from '#contract/state.ts';
import type { Words } from '#contract/words.ts';

/** How this copy is started again: the executable, and what comes before our own parameters. */
export type Program = readonly [executable: string, ...parameters: string[]];

/** One task of the Windows jump list. */
export interface JumpListTask {
  readonly program: string;
  readonly arguments: string;
  readonly title: string;
  readonly description: string;
  readonly iconPath: string;
  readonly iconIndex: number;
}

/** Windows cuts longer descriptions. Units: UTF-16 code units. */
const longestDescription = 260;

/** The Windows jump list for a state: each task starts this program once more, which tells the one that runs. */
export function jumpListTasks(words: Words, state: AppState, [executable, ...parameters]: Program): JumpListTask[] {
  return quickActions(state).flatMap(({ say, commandLine }) => {
    if (commandLine === null) return [];
    const title = say(words);
    return {
      program: executable,
      arguments: [...parameters, ...commandLine].map(quotedForWindows).join(' '),
      title,
      description: title.slice(0, longestDescription),
      iconPath: executable,
      iconIndex: 0,
    };
  });
}

/** The Dock's menu on a Mac for a state, as what Electron makes menus of. */
export function dockMenu(words: Words, state: AppState, onAction: (id: string) => void) {
  return quickActions(state).map(({ id, say, isEnabled }) => ({
    label: say(words),
    enabled: isEnabled(state),
    click: () => onAction(id),
  }));
}

/**
 * A word as programs on Windows take it apart: a backslash is one, except before a quote.
 *
 * Source: https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
function quotedForWindows(word: string): string {
  if (/^[^\s"]+$/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;
}
