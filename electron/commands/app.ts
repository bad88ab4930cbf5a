import type { CommandHandlers } from '#contract/commands.ts';
import type { Automation } from './automation.ts';
import type { SignOut } from './signOut.ts';

/** Everything the app can do, for the parts that hear clicks, timers and command lines. */
export interface App {
  readonly handlers: CommandHandlers;
  /** The first step of a start: who is signed in. */
  readonly restoreSession: () => Promise<void>;
  /** The network is back, or the computer has woken: send what waits, then see what others see. */
  readonly catchUp: () => Promise<void>;
  /** What is due by itself; to be called every so often. */
  readonly upkeep: () => Promise<void>;
  /** What the desktop tells, for the rules. */
  readonly hear: Automation['hear'];
  readonly logIn: Automation['logIn'];
  /** A sign-out under way, which the end of the program waits for. */
  readonly leaving: Pick<SignOut, 'isSaving' | 'saved'>;
}
