import { expect, it } from 'vitest';
import { plainPresence } from '#contract/presence.ts';
import type { Account } from '#contract/session.ts';
import { initialState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import type { Auth } from '../../electron/auth/auth.ts';
import { createApp } from '../../electron/commands/handlers.ts';
import { rememberDesired } from '../../electron/commands/rememberDesired.ts';
import type { Clock } from '../../electron/ports.ts';
import { createStore } from '../../electron/state/store.ts';
import type { DesiredFile } from '../../electron/storage/desiredFile.ts';
import type { Remembered } from '../../electron/storage/remembered.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { recordDesktop } from '../fakes/desktop.ts';
import { recordLog } from '../fakes/log.ts';
import { createUnsteadyGraph, seeded } from '../fakes/unsteadyGraph.ts';

/** How many stories are told; a longer run is asked for by the environment. */
const stories = Number(process.env['STORIES'] ?? 1_000);
const account: Account = { homeAccountId: 'm.t', id: 'm', tenantId: 't', username: 'mira@contoso.com', name: 'Mira' };
const choices = ['Busy', 'DoNotDisturb', 'BeRightBack', 'Away'] as const;
const words = createWords('en');

const auth: Auth = {
  restore: async () => ({ account, keptBy: 'keyring', loss: null }),
  signIn: async () => ({ status: 'cancelled' }),
  reopenSignIn: async () => {},
  signInLink: () => null,
  cancelSignIn: () => {},
  getToken: async () => ({ ok: true, value: '' }),
  signOut: async () => {},
};

/** A disk that keeps what it was given at once; what matters here is what is given to it, and when. */
function createDisk(): DesiredFile {
  let kept: Remembered | null = null;
  return {
    load: async () => kept,
    save: (_account, remembered) => {
      kept = remembered;
    },
    saved: async () => true,
    isSaving: () => false,
  };
}

/** One run of the program, until it is killed: then nothing it waits for ever comes. */
function start(
  clock: Clock,
  graph: Parameters<typeof createUnsteadyGraph>[0] extends Clock
    ? ReturnType<typeof createUnsteadyGraph>['graph']
    : never,
  disk: DesiredFile,
  random: () => number,
) {
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
  const app = createApp({
    store,
    serviceFor: async () => ({ auth, graph: (request) => mortal(graph(request)), clientId: 'c', adminConsent: null }),
    clock: ownClock,
    random,
    log: recordLog(),
    words,
    desktop: recordDesktop(),
    surroundings: { isPopupOpen: () => false, isLocked: () => false, stopsOnLock: false },
    place: () => ({ timeZone: 'UTC', firstDayOfWeek: 1 }),
    openConfig: async () => {},
    recall: async () => ({ remembered: await disk.load(''), verdict: null }),
    saved: rememberDesired(store, disk, ownClock),
  });
  void app.restoreSession();
  return { ...app, store, kill: () => (life.isOver = true) };
}

async function tell(seed: number): Promise<{ wanted: string; shown: string; posts: number; clicks: number }> {
  const random = seeded(seed);
  const clock = createFakeClock();
  const { graph, server } = createUnsteadyGraph(clock, random);
  const disk = createDisk();
  let run = start(clock, graph, disk, random);
  await clock.advance(1_000);
  let wanted: (typeof choices)[number] = 'Busy';
  const clicks = 1 + Math.floor(random() * 10);
  const isBurst = random() < 0.5;
  for (let click = 0; click < clicks; click += 1) {
    wanted = choices[Math.floor(random() * choices.length)] ?? 'Busy';
    void run.handlers.setPresence(plainPresence(wanted));
    await clock.advance(isBurst ? random() * 60 : random() * 5_000);
    if (random() < 0.1) {
      run.kill();
      run = start(clock, graph, disk, random);
      await clock.advance(random() * 500);
    }
  }
  await clock.advance(random() * 10_000);
  server.odds = { lost: 0, replyLost: 0, late: 0 };
  for (let tick = 0; tick < 40; tick += 1) {
    await clock.advance(5_000);
    void run.upkeep();
  }
  return { wanted, shown: server.shown, posts: server.posts, clicks };
}

it(`[W1][P3][P8] on an unsteady line and over kills, what shows in the end is the last choice (${stories} stories)`, async () => {
  const wrong: number[] = [];
  for (let seed = 1; seed <= stories; seed += 1) {
    const { wanted, shown } = await tell(seed);
    if (wanted !== shown) wrong.push(seed);
  }
  expect(wrong).toEqual([]);
}, 3_600_000);
