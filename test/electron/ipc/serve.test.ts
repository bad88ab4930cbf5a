import { describe, expect, it } from 'vitest';
import { channels } from '#contract/bridge.ts';
import type { CommandHandlers } from '#contract/commands.ts';
import { draftLimit } from '#contract/outOfOfficePlan.ts';
import type { OutOfOfficeDraft } from '#contract/outOfOfficeState.ts';
import { type AppState, initialState } from '#contract/state.ts';
import { type CommandPort, type OwnWindow, type Sender, serve } from '../../../electron/ipc/serve.ts';
import { readingStarted } from '../../../electron/state/readingTransitions.ts';
import { createStore } from '../../../electron/state/store.ts';
import { connectionChanged } from '../../../electron/state/transitions.ts';
import { recordLog } from '../../fakes/log.ts';

const url = 'app://presently/index.html';
const settingsUrl = 'app://presently/settings.html';
const ours: Sender = { senderFrame: { url, parent: null }, sender: { id: 1 } };

function setUp(isSettingsOpen = false) {
  let command: Parameters<CommandPort['handle']>[1] | undefined;
  let watch: Parameters<CommandPort['on']>[1] | undefined;
  const ipc = {
    handle: (channel, listener) => {
      if (channel === channels.command) command = listener;
    },
    on: (channel, listener) => {
      if (channel === channels.watch) watch = listener;
    },
  } satisfies CommandPort;
  const sent: AppState[] = [];
  const popup: OwnWindow = { id: 1, url, send: (_channel, state) => sent.push(state) };
  const settings: OwnWindow = { id: 3, url: settingsUrl, send: (_channel, state) => sent.push(state) };
  const called: unknown[] = [];
  const drafts: unknown[] = [];
  const store = createStore(initialState);
  const handlers = {
    refreshPresence: async () => store.apply(readingStarted),
    setPresence: async (input: unknown) => void called.push(input),
    draftOutOfOffice: async (input: unknown) => void drafts.push(input),
  } as unknown as CommandHandlers;
  const log = recordLog();
  let now = 0;
  const windows = () => (isSettingsOpen ? [popup, settings] : [popup]);
  serve({ ipc, windows, handlers, store, clock: { now: () => now }, log, later: setImmediate });
  return {
    store,
    sent,
    /** Lets the moment pass. */
    settle: () => new Promise<void>((resolve) => setImmediate(resolve)),
    called,
    drafts,
    log,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    send: (event: Sender, ...message: unknown[]) => command?.(event, ...message),
    watch: (event: Sender) => watch?.(event),
  };
}

const busy = { availability: 'Busy', activity: 'Busy' };

describe('the doorway', () => {
  it('hears its own popup', async () => {
    const { send, called } = setUp();
    await send(ours, 'setPresence', busy);
    expect(called).toEqual([busy]);
  });

  it.each<readonly [string, Sender]>([
    ['another window', { ...ours, sender: { id: 2 } }],
    ['a frame inside the popup', { ...ours, senderFrame: { url, parent: {} } }],
    ['the popup on another page', { ...ours, senderFrame: { url: 'about:blank', parent: null } }],
    ['a frame that is gone', { ...ours, senderFrame: null }],
  ])('[X1] refuses and logs %s', async (_name, stranger) => {
    const { send, watch, called, sent, log } = setUp();
    await expect(send(stranger, 'setPresence', busy)).rejects.toThrow('refused');
    watch(stranger);
    expect([called, sent]).toEqual([[], []]);
    expect(log.events).toEqual(['ipc.stranger', 'ipc.stranger']);
  });

  it('[X2] refuses an invented availability and a flood, and says so in the log only', async () => {
    const { send, called, store, log } = setUp();
    await expect(send(ours, 'setPresence', { availability: 'Sleeping', activity: 'x' })).rejects.toThrow('refused');
    await expect(send(ours, 'setPresence', 'x'.repeat(1_000_000))).rejects.toThrow('refused');
    expect([called, store.get()]).toEqual([[], initialState]);
    expect(log.events).toEqual(['ipc.refused', 'ipc.refused']);
    // Refused by its length, before anything looks at what is in it.
    expect(log.text().split('\n')[1]).toContain('tooLong');
  });

  it('[X4] carries out no more than hands can ask for, and goes on a moment later', async () => {
    const { send, called, pass, log } = setUp();
    const many = () => Promise.allSettled(Array.from({ length: 500 }, () => send(ours, 'setPresence', busy)));
    await many();
    expect([called.length, new Set(log.events)]).toEqual([100, new Set(['ipc.refused'])]);
    // A flood must not fill the log either.
    expect(log.events.length).toBeLessThan(100);
    pass(1_000);
    await many();
    expect(called.length).toBe(130);
  });

  it('[X1] hears the settings window while it is open, on its own page only', async () => {
    const settings: Sender = { senderFrame: { url: settingsUrl, parent: null }, sender: { id: 3 } };
    const { send, watch, called, sent } = setUp(true);
    await send(settings, 'setPresence', busy);
    watch(settings);
    const onPopupPage: Sender = { ...settings, senderFrame: { url, parent: null } };
    await expect(send(onPopupPage, 'setPresence', busy)).rejects.toThrow('refused');
    await expect(setUp().send(settings, 'setPresence', busy)).rejects.toThrow('refused');
    expect([called, sent]).toEqual([[busy], [initialState]]);
  });

  it('[O7] hears the longest draft that is kept', async () => {
    const { send, drafts } = setUp();
    const text = 'Back\n'.repeat(draftLimit / 5);
    const field = { date: '2026-12-01', time: '09:00' };
    const draft: OutOfOfficeDraft = {
      ...{ isTimed: true, from: field, until: field, timeZone: 'Europe/Berlin', hasReplies: true },
      ...{ organisation: { text }, others: { text }, audience: 'all', inPresence: true, statusMessage: text },
      isMailboxKnown: true,
    };
    await send(ours, 'draftOutOfOffice', draft);
    expect(drafts).toEqual([draft]);
  });

  it('tells the state at once when asked', () => {
    const { watch, sent } = setUp();
    watch(ours);
    expect(sent).toEqual([initialState]);
  });

  it('tells what came of a command before it answers it', async () => {
    const { send, sent } = setUp();
    expect(await send(ours, 'refreshPresence')).toBeUndefined();
    expect(sent.map(({ reading }) => reading.status)).toEqual(['reading']);
  });

  it('tells the changes of one moment in one, and those of the next in another', async () => {
    const { sent, settle, store } = setUp();
    store.apply(readingStarted);
    store.apply(connectionChanged, false);
    expect(sent).toEqual([]);
    await settle();
    store.apply(connectionChanged, true);
    await settle();
    expect(sent.map(({ isOnline, reading }) => [isOnline, reading.status])).toEqual([
      [false, 'reading'],
      [true, 'reading'],
    ]);
  });
});
