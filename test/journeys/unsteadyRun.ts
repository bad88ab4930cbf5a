import { toInstant } from '#contract/instant.ts';
import type { Remembered } from '#contract/remembered.ts';
import type { Account } from '#contract/session.ts';
import { initialState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import type { Auth } from '../../electron/auth/auth.ts';
import { createApp } from '../../electron/commands/handlers.ts';
import { rememberDesired } from '../../electron/commands/rememberDesired.ts';
import type { GraphClient } from '../../electron/graph/client.ts';
import type { Clock } from '../../electron/ports.ts';
import { createStore } from '../../electron/state/store.ts';
import type { DesiredFile } from '../../electron/storage/desiredFile.ts';
import { readRemembered, writeRemembered } from '../../electron/storage/remembered.ts';
import { recordDesktop } from '../fakes/desktop.ts';
import { recordLog } from '../fakes/log.ts';

const account: Account = { homeAccountId: 'm.t', id: 'm', tenantId: 't', username: 'mira@contoso.com', name: 'Mira' };
const words = createWords('en');

const auth: Auth = {
  keep: async () => 'keyring',
  restore: async () => ({ account, keptBy: 'keyring', loss: null }),
  signIn: async () => ({ status: 'cancelled' }),
  reopenSignIn: async () => {},
  signInLink: () => null,
  cancelSignIn: () => {},
  owner: () => account.homeAccountId,
  getToken: async () => ({ ok: true, value: '' }),
  signOfLife: () => new Promise(() => {}),
  signOut: async () => true,
};

/** What is on the disk, as text, and outlives each run. */
export interface Disk {
  text: string;
}

/** Takes up to 30 ms for each write. What was not on the disk by then, a kill loses. */
function createFile(disk: Disk, clock: Clock, random: () => number): DesiredFile {
  let next: Remembered | null = null;
  let writing: Promise<boolean> | null = null;

  async function writeAll(): Promise<boolean> {
    while (next !== null) {
      const text = JSON.stringify(writeRemembered(account.homeAccountId, next));
      next = null;
      await clock.wait(random() * 30);
      disk.text = text;
    }
    writing = null;
    return true;
  }

  return {
    load: async () => readRemembered(JSON.parse(disk.text), recordLog())?.remembered ?? null,
    save: (_account, remembered) => {
      next = remembered;
      writing ??= writeAll();
    },
    saved: async () => (await writing) ?? true,
    isSaving: () => writing !== null,
  };
}

export interface World {
  readonly clock: Clock;
  readonly graph: GraphClient;
  readonly disk: Disk;
  readonly random: () => number;
  readonly isPopupOpen: boolean;
}

/** One run of the program, until it is killed: then nothing it waits for ever comes, wherever it was. */
export function startRun({ clock, graph, disk, random, isPopupOpen }: World) {
  const life = { isOver: false };
  const mortal = <T>(promise: Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      promise.then(
        (value) => life.isOver || resolve(value),
        (error: unknown) => life.isOver || reject(error),
      );
    });
  const ownClock: Clock = { now: clock.now, wait: (milliseconds, signal) => mortal(clock.wait(milliseconds, signal)) };
  const store = createStore(initialState);
  const file = createFile(disk, ownClock, random);
  const app = createApp({
    store,
    serviceFor: async () => ({ auth, graph: (request) => mortal(graph(request)), clientId: 'c', adminConsent: null }),
    clock: ownClock,
    random,
    log: recordLog(),
    words,
    desktop: recordDesktop(),
    surroundings: { isPopupOpen: () => isPopupOpen, isLocked: () => false },
    place: () => ({ timeZone: 'UTC', firstDayOfWeek: 1 }),
    openConfig: async () => {},
    diagnostics: () => '',
    settingsFile: { change: async () => 'kept' },
    automationFile: { load: async () => ({ startedFor: null, period: null, pausedUntil: null }), save: async () => {} },
    updater: { by: 'nobody', check: async () => ({ status: 'idle' }), setInstalling: () => {}, restart: () => {} },
    loginItem: { read: async () => 'off', set: async () => 'off', repair: async () => {} },
    start: { isAtLogin: false, login: { session: '', bootedAt: toInstant(0) } },
    recall: async () => ({ remembered: await file.load(''), verdict: null }),
    saved: rememberDesired(store, file, ownClock),
    forget: async () => {},
  });
  return { ...app, store, kill: () => (life.isOver = true) };
}
