import { createWords } from '#contract/words.ts';
import { type Auth, type AuthOptions, createAuth } from '../../../electron/auth/auth.ts';
import type { Fetch, TokenStore } from '../../../electron/ports.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../electron/simulator/simulator.ts';
import { createFakeBrowser } from '../../fakes/browser.ts';
import { createFakeClock } from '../../fakes/clock.ts';
import { recordLog } from '../../fakes/log.ts';

export const graphScopes = [
  'https://graph.microsoft.com/Presence.Read',
  'https://graph.microsoft.com/Presence.ReadWrite',
];

/** Whatever the person at the browser does; the default signs Mira in. */
export type Visit = (url: string, simulator: Simulator) => Promise<unknown>;

export interface SignInWorldOptions extends SimulatorOptions {
  readonly visit?: Visit;
  readonly auth?: Partial<AuthOptions>;
}

/** A store that only remembers, and says what it was told. */
export function createMemoryStore(keptBy: 'keyring' | 'memory' = 'keyring') {
  const saved: string[] = [];
  let text = '';
  const store = {
    load: async () => ({ text, loss: null }),
    save: async (next) => {
      text = next;
      saved.push(next);
      return keptBy;
    },
    wipe: async () => {
      text = '';
      return true;
    },
  } satisfies TokenStore;
  return { ...store, text: () => text, saved };
}

/** The real sign-in library against the simulator, with a person, a clock and a network in a test's hands. */
export async function createSignInWorld({ visit, auth: given = {}, ...options }: SignInWorldOptions = {}) {
  const simulator = await startSimulator(options);
  const clock = createFakeClock(Date.now());
  const log = recordLog();
  const store = createMemoryStore();
  const browser = createFakeBrowser((url) => (visit ?? signInMira)(url, simulator));
  const asked: { readonly path: string; readonly form: URLSearchParams }[] = [];
  const network: { answer: Fetch } = { answer: (input, init) => globalThis.fetch(input, init) };
  const fetch: Fetch = (input, init) => {
    const url = new URL(String(input));
    asked.push({ path: url.pathname, form: new URLSearchParams(String(init?.body ?? '')) });
    return network.answer(input, init);
  };
  const authOptions: AuthOptions = {
    clientId: simulator.clientId,
    authority: simulator.authority,
    authorityMetadata: simulator.authorityMetadata,
    scopes: graphScopes,
    mailboxScopes: ['https://graph.microsoft.com/MailboxSettings.ReadWrite'],
    ...{ fetch, clock, log, openBrowser: browser.open, tokenStore: store, looks: () => Number.POSITIVE_INFINITY },
    say: createWords('en').say,
    ...given,
  };
  const auth = createAuth(authOptions);
  return { simulator, clock, log, store, browser, asked, network, auth, authOptions };
}

export type SignInWorld = Awaited<ReturnType<typeof createSignInWorld>>;

const signInMira: Visit = (url, simulator) => simulator.visit(url);

/** Signs in with the browser, as a person does who is new here. */
export function signIn(auth: Auth, account: Parameters<Auth['signIn']>[1]['account'] = null) {
  return auth.signIn('browser', { account, onDeviceCode: () => undefined });
}

/** Waits for the outside world, which answers over real sockets. */
export async function eventually<T>(look: () => T | null | undefined | false): Promise<T> {
  for (let turn = 0; turn < 500; turn++) {
    const found = look();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('it never happened');
}

/** Lets time pass in small steps, and gives the outside world its moment in each. Units: milliseconds. */
export async function pass(clock: SignInWorld['clock'], milliseconds: number, step = 250, moment = 10): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    await clock.advance(Math.min(step, milliseconds - passed));
    await new Promise((resolve) => setTimeout(resolve, moment));
  }
}
