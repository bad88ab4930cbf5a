import type { CommandArguments, CommandName } from './commands.ts';
import type { AppState } from './state.ts';

/** The only channels between the processes. */
export const channels = {
  command: 'presently:command',
  watch: 'presently:watch',
  state: 'presently:state',
  seen: 'presently:seen',
} as const;

/** Everything the renderer can do: ask for a command, and be told the state. A command's outcome is state, told before its answer. */
export interface Bridge {
  send<C extends CommandName>(command: C, ...input: CommandArguments<C>): Promise<void>;
  /** Calls the listener with the state as soon as that is known, and on every change; returns its own unsubscribe. */
  onState(listener: (state: AppState) => void): () => void;
  /** Calls the listener when the page's window is shown or hidden; returns its own unsubscribe. */
  onSeen(listener: (isSeen: boolean) => void): () => void;
}
