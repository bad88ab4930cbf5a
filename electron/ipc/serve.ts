import { channels } from '#contract/bridge.ts';
import type { CommandHandlers } from '#contract/commands.ts';
import type { AppState } from '#contract/state.ts';
import type { Log } from '../ports.ts';
import { dispatch } from './dispatch.ts';

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

/** The popup, as the one window that may speak and is told the state. */
export interface Popup {
  readonly id: number;
  readonly url: string;
  send(channel: string, state: AppState): void;
}

export interface ServeParts {
  readonly ipc: CommandPort;
  readonly popup: () => Popup | null;
  readonly handlers: CommandHandlers;
  readonly store: { get(): AppState; watch(listener: (state: AppState) => void): () => void };
  readonly log: Log;
}

/** Longest message that a form of ours can make, with room to spare. Units: characters of JSON. */
const longestMessage = 100_000;

/** Registers the one way in and the one way out. Strangers are refused before anything of theirs is looked at. */
export function serve({ ipc, popup, handlers, store, log }: ServeParts): void {
  function isOurs(event: Sender): boolean {
    const ours = popup();
    const frame = event.senderFrame;
    return (
      ours !== null && frame !== null && frame.parent === null && event.sender.id === ours.id && frame.url === ours.url
    );
  }

  ipc.handle(channels.command, async (event, name, input) => {
    if (!isOurs(event)) {
      log.warn('ipc.stranger', { sender: event.sender.id });
      throw new Error('refused');
    }
    if (isTooLong(input)) {
      log.warn('ipc.refused', { reason: 'tooLong' });
      throw new Error('refused');
    }
    const refusal = await dispatch(handlers, name, input);
    if (refusal === null) return;
    log.warn('ipc.refused', { command: String(name).slice(0, 40), ...refusal });
    throw new Error('refused');
  });

  // Subscribing and asking for the first state is one message, so that no change can fall between the two.
  ipc.on(channels.watch, (event) => {
    if (isOurs(event)) popup()?.send(channels.state, store.get());
    else log.warn('ipc.stranger', { sender: event.sender.id });
  });
  store.watch((state) => popup()?.send(channels.state, state));
}

function isTooLong(input: unknown): boolean {
  return typeof input === 'string' || typeof input === 'object'
    ? JSON.stringify(input ?? null).length > longestMessage
    : false;
}
