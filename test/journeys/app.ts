import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { stateGlyph } from '#contract/glyph.ts';
import { toInstant } from '#contract/instant.ts';
import { type AppState, initialState } from '#contract/state.ts';
import { createWords } from '#contract/words.ts';
import { createAuth } from '../../electron/auth/auth.ts';
import type { Start } from '../../electron/commands/dayBegin.ts';
import { createApp } from '../../electron/commands/handlers.ts';
import type { Service } from '../../electron/commands/service.ts';
import { createGraphClient } from '../../electron/graph/client.ts';
import { createMemory } from '../../electron/memory.ts';
import type { OpenBrowser, TokenStore } from '../../electron/ports.ts';
import { looksWorth } from '../../electron/schedule/looks.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../electron/simulator/simulator.ts';
import { createStore } from '../../electron/state/store.ts';
import { createAutomationFile } from '../../electron/storage/automationFile.ts';
import { createSettingsFile } from '../../electron/storage/settingsFile.ts';
import { trayView } from '../../electron/tray/trayView.ts';
import { createFakeClock } from '../fakes/clock.ts';
import { recordDesktop } from '../fakes/desktop.ts';
import { recordLog } from '../fakes/log.ts';
import { checkGovernmentRequest, checkRequest } from '../fakes/openapi.ts';

const scopes = ['https://graph.microsoft.com/Presence.Read', 'https://graph.microsoft.com/Presence.ReadWrite'];
const mailboxScopes = ['https://graph.microsoft.com/MailboxSettings.ReadWrite'];

/** Keeps the sign-in as a keyring would, which can be locked while a journey lasts. */
export function createKeyring() {
  let text = '';
  let isLocked = false;
  return {
    load: async () => (isLocked && text !== '' ? { text: '', loss: 'locked' } : { text, loss: null }),
    save: async (next) => {
      if (isLocked) return 'memory';
      text = next;
      return 'keyring';
    },
    wipe: async () => {
      text = '';
      return true;
    },
    setLocked: (next: boolean) => {
      isLocked = next;
    },
  } satisfies TokenStore & Record<'setLocked', unknown>;
}

/** What a journey's network does; what is said of one request is over with it. */
interface Network {
  isUp: boolean;
  losesAnswerOf?: string;
  /** How the address ends of what never arrives. */
  losesRequestTo?: string;
  holdsAnswers?: Promise<void>;
  holdsRequestOf?: { readonly method: string; readonly until: Promise<void> };
}

interface JourneyOptions extends Omit<SimulatorOptions, 'clock'> {
  /** Of an earlier journey, whose next start this is. */
  readonly tokenStore?: TokenStore;
  readonly simulator?: Simulator;
  readonly folder?: string;
  readonly clock?: ReturnType<typeof createFakeClock>;
  /** The Microsoft 365 of the demo; without it the demo has the one that is real here. */
  readonly demo?: Simulator;
  /** What the browser does with the page of a sign-in. */
  readonly visit?: (url: string, simulator: Simulator) => Promise<void>;
  readonly isPopupOpen?: boolean;
  readonly start?: Start;
  readonly isLocked?: () => boolean;
  /** Until then the disk does not answer whoever signs out. */
  readonly diskAnswers?: Promise<void>;
}

/**
 * The app without a desktop: the real store, commands, sign-in and Graph client against the simulator over real HTTP.
 * Only clock, browser, log and desktop are stand-ins.
 */
export async function startJourney(options: JourneyOptions = {}) {
  const clock = options.clock ?? createFakeClock();
  const simulator =
    options.simulator ?? (await startSimulator({ ...options, clock: { now: clock.now, advance: () => {} } }));
  const check = options.profile === 'governmentCloud' ? checkGovernmentRequest : checkRequest;
  onTestFinished(() => expect(simulator.requests.flatMap(check)).toEqual([]));
  const log = recordLog();
  const words = createWords('en-GB', () => 'Europe/Berlin');
  const store = createStore(initialState);
  const states: AppState[] = [];
  store.watch((state) => states.push(state));
  const tokenStore = options.tokenStore ?? createKeyring();
  const network: Network = { isUp: true };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!network.isUp) throw new TypeError('net::ERR_INTERNET_DISCONNECTED');
    const method = input instanceof Request ? input.method : init?.method;
    const address = input instanceof Request ? input.url : `${input}`;
    if (network.losesRequestTo !== undefined && address.endsWith(network.losesRequestTo)) {
      delete network.losesRequestTo;
      throw new TypeError('net::ERR_CONNECTION_RESET');
    }
    const held = network.holdsAnswers;
    const { holdsRequestOf } = network;
    if (holdsRequestOf !== undefined && holdsRequestOf.method === method) {
      delete network.holdsRequestOf;
      await holdsRequestOf.until;
    }
    const answer = await globalThis.fetch(input, init);
    await held;
    if (method === undefined || method !== network.losesAnswerOf) return answer;
    delete network.losesAnswerOf;
    throw new TypeError('net::ERR_CONNECTION_RESET');
  };
  const visit = options.visit ?? ((url: string) => simulator.visit(url));
  const surroundings = { isPopupOpen: () => options.isPopupOpen ?? false, isLocked: options.isLocked ?? (() => false) };
  const looks = () =>
    looksWorth(store.get(), { isPopupOpen: surroundings.isPopupOpen(), isLocked: surroundings.isLocked() });
  function serviceOf(
    { authority, authorityMetadata, clientId, graphUrl }: Simulator,
    store: TokenStore,
    openBrowser: OpenBrowser,
  ): Service {
    const auth = createAuth({
      ...{ clientId, authority, authorityMetadata, scopes, mailboxScopes, fetch, clock, log, say: words.say },
      ...{ tokenStore: store, openBrowser, looks },
    });
    const graph = createGraphClient({
      ...{ fetch, clock, log, getToken: auth.getToken, owner: auth.owner },
      baseUrl: `${graphUrl}/beta`,
      newRequestId: () => '0f5d0f0e-7f7f-4d39-9f1a-2f6a3c0d7e11',
      timeLimitMilliseconds: 500,
    });
    return { auth, graph, clientId, adminConsent: { url: 'https://consent.example', scopes, mailboxScopes } };
  }
  const service = serviceOf(simulator, tokenStore, (url) => visit(url, simulator));
  const { demo } = options;
  const demoService = demo === undefined ? service : serviceOf(demo, createKeyring(), demo.visit);
  const desktop = recordDesktop();
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'presently-journey-'));
  const memory = createMemory({
    ...{ store, clock, log },
    desiredPath: join(folder, 'desired.json'),
    verdictsPath: join(folder, 'verdicts.json'),
    cloud: simulator.origin,
    appVersion: '1.0.0',
  });
  onTestFinished(async () => {
    await memory.saved();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  });
  const app = createApp({
    ...{ store, clock, log, words, desktop },
    serviceFor: async ({ isDemo }) => (isDemo ? demoService : service),
    openConfig: async () => {},
    diagnostics: () => '',
    settingsFile: createSettingsFile(join(folder, 'config.json'), log),
    random: () => 0.5,
    place: () => ({ timeZone: 'Europe/Berlin', firstDayOfWeek: 1 }),
    surroundings,
    automationFile: createAutomationFile(join(folder, 'automation.json'), log),
    loginItem: { read: async () => 'off', set: async (isOn) => (isOn ? 'on' : 'off'), repair: async () => {} },
    updater: { by: 'nobody', check: async () => ({ status: 'idle' }), setInstalling: () => {}, restart: () => {} },
    start: options.start ?? { isAtLogin: false, login: { session: '', bootedAt: toInstant(0) } },
    recall: memory.recall,
    saved: memory.saved,
    forget: async () => {
      await options.diskAnswers;
      await memory.forget();
    },
  });
  return {
    ...app,
    simulator,
    clock,
    log,
    store,
    states,
    network,
    desktop,
    tokenStore,
    folder,
    saved: memory.saved,
    posts: () => simulator.requests.filter(({ path }) => path.endsWith('/communications/presences')),
    tray: () => ({ glyph: stateGlyph(store.get()), ...trayView(words, store.get(), clock.now()) }),
  };
}

export type Journey = Awaited<ReturnType<typeof startJourney>>;

/** The journey of somebody who has signed in and sees Available. */
export async function startSignedIn(options: JourneyOptions = {}): Promise<Journey> {
  const journey = await startJourney(options);
  await journey.restoreSession();
  await journey.handlers.signIn('browser');
  return journey;
}
