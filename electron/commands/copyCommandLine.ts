import { findAction } from '#contract/actions.ts';
import { sayCommandLine } from '#contract/commandLine.ts';
import type { Desktop } from '../ports.ts';
import type { Store } from '../state/store.ts';

/** Copies the command line that does an action, for a desktop that keeps global shortcuts to itself. */
export function createCopyCommandLine(store: Store, { copy }: Pick<Desktop, 'copy'>) {
  return async (id: string): Promise<void> => {
    const { about } = store.get();
    const commandLine = findAction(store.get(), id)?.commandLine ?? null;
    if (commandLine !== null) await copy(`${about.program} ${sayCommandLine(commandLine)}`);
  };
}
