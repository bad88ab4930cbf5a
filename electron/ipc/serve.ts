import { channels } from '#contract/bridge.ts';
import type { CommandHandlers } from '#contract/commands.ts';
import { draftLimit } from '#contract/outOfOfficePlan.ts';
import type { AppState } from '#contract/state.ts';
import type { Clock, Log, LogFacts } from '../ports.ts';
import { soon } from '../soon.ts';
import { dispatch } from './dispatch.ts';
import { createRateLimit } from './rateLimit.ts';

/** Who sent a message, as far as it matters here. Electron's own event fits. */
export interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
  readonly sender: { readonly id: number };
}

/** The part of Electron's ipcMain that is used; only this file registers anything on it. */
export interface CommandPort {
  handle(channel: string, listener: (event: Sender, ...message: unknown[]) => Promise<void>): void;
  on(channel: string, listener: (event: Sender) => void): unknown;
}

/** A window of ours, which may speak and is told the state. */
export interface OwnWindow {
  readonly id: number;
  readonly url: string;
  send(channel: string, state: AppState): void;
}

export interface ServeParts {
  readonly ipc: CommandPort;
  /** Those there are now; nobody else is heard. */
  readonly windows: () => readonly OwnWindow[];
  readonly handlers: CommandHandlers;
  readonly store: { get(): AppState; watch(listener: (state: AppState) => void): () => void };
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Runs work when what is under way has been done. */
  readonly later: (work: () => void) => void;
}

/** More than hands can click, and than a window's size can change. */
const commandRate = { burst: 100, perSecond: 30 };
/** A page gone wild must not fill the log with that. */
const refusalRate = { burst: 50, perSecond: 1 };

/**
 * A draft is the longest that a form of ours makes: three texts, in which JSON may write two characters for one, and
 * room to spare. Units: characters of JSON.
 */
const longestMessage = 3 * 2 * draftLimit + 10_000;

/** Registers the one way in and the one way out. Strangers are refused before anything of theirs is looked at. */
export function serve({ ipc, windows, handlers, store, clock, log, later }: ServeParts): void {
  const mayRun = createRateLimit(commandRate, clock);
  const mayWatch = createRateLimit(commandRate, clock);
  const mayLog = createRateLimit(refusalRate, clock);

  function refuse(event: string, facts: LogFacts): Error {
    if (mayLog()) log.warn(event, facts);
    return new Error('refused');
  }

  /** Its main frame, on its own page: the settings window on the popup's page is a stranger, too. */
  function ownWindow({ sender, senderFrame: frame }: Sender): OwnWindow | undefined {
    if (frame === null || frame.parent !== null) return undefined;
    return windows().find(({ id, url }) => id === sender.id && url === frame.url);
  }

  ipc.handle(channels.command, async (event, name, input) => {
    if (ownWindow(event) === undefined) throw refuse('ipc.stranger', { sender: event.sender.id });
    if (isTooLong(input)) throw refuse('ipc.refused', { reason: 'tooLong' });
    const refusal = await dispatch(handlers, name, input, mayRun);
    // What came of it waits for the same moment, and was first in line: it is told before the answer.
    if (refusal === null) return new Promise<void>((answer) => later(answer));
    throw refuse('ipc.refused', { command: typeof name === 'string' ? name.slice(0, 40) : typeof name, ...refusal });
  });

  // Subscribing and asking for the first state is one message, so that no change can fall between the two.
  ipc.on(channels.watch, (event) => {
    const window = ownWindow(event);
    if (window === undefined) refuse('ipc.stranger', { sender: event.sender.id });
    else if (mayWatch()) window.send(channels.state, store.get());
  });
  // A click changes the state several times at once; a page that is told each time draws each time, while the request
  // for Microsoft is being made.
  const tell = () => {
    for (const window of windows()) window.send(channels.state, store.get());
  };
  store.watch(soon(later, tell));
}

/** What cannot be written as JSON, a circle for one, is no message of ours either. */
function isTooLong(input: unknown): boolean {
  if (typeof input === 'string') return input.length > longestMessage;
  if (typeof input !== 'object') return false;
  try {
    return JSON.stringify(input).length > longestMessage;
  } catch {
    return true;
  }
}
