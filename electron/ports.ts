import type { OpenAtLogin } from '#contract/openAtLogin.ts';
import type { UpdatedBy, UpdateStep } from '#contract/updates.ts';

/**
 * The shapes of the outside world: time, network, secrets, browser, desktop. Rooms that decide get them as
 * parameters and never by bare name, so that a test can hand in its own.
 */

/**
 * One HTTP exchange, as fetch does it. In the app it is Electron's, with the system's proxy and certificates; there a
 * redirect is never followed, whatever the request says.
 */
export type Fetch = typeof globalThis.fetch;

export interface Clock {
  /** Units: milliseconds since 1970, UTC. */
  now(): number;
  /** Resolves after that many milliseconds; rejects when aborted. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Facts for a log line. Values are short and flat on purpose: no token, no address, no text of a message. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** For our own bugs: the error's stack goes with it. */
  error(event: string, error: unknown): void;
}

/**
 * The computer's own safe for small secrets.
 *
 * Problems: `seal` and `open` reject when the safe cannot do it. None of them ever freezes the process.
 */
export interface SecretBox {
  /** Whether there is an open safe whose key is the user's own; false for a hard-coded key or a locked keyring. */
  isSafe(): Promise<boolean>;
  seal(text: string): Promise<Uint8Array>;
  open(bytes: Uint8Array): Promise<string>;
}

/** A stored sign-in that cannot be opened any more, not before the keyring is, or not while its file is out of reach. */
export type TokenLoss = 'unreadable' | 'locked' | 'unreachable';

/** Where MSAL's cache rests between two starts. */
export interface TokenStore {
  /** The stored text; empty where there is none or it cannot be opened. `loss` says why it cannot. */
  load(): Promise<{ readonly text: string; readonly loss: TokenLoss | null }>;
  /** Tells where the text is kept from now on: in the keyring-protected file, or in memory because there is no safe. */
  save(text: string): Promise<'keyring' | 'memory'>;
  /** Forgets everything, on disk and in memory. False where the disk keeps it all the same. */
  wipe(): Promise<boolean>;
}

/** Opens a sign-in page in the user's own browser. Rejects when that is known to have failed. */
export type OpenBrowser = (url: string) => Promise<void>;

/** The system's own switch for opening the app at login. */
export interface LoginItem {
  read(): Promise<OpenAtLogin>;
  /** Comes to what the system says afterwards. */
  set(isOn: boolean): Promise<OpenAtLogin>;
  /** Lets it start this program where the system tells that the one it starts is gone. Never turns on what is off. */
  repair(): Promise<void>;
}

/** What a look for a newer version comes to. */
export type UpdateFound = Extract<UpdateStep, { readonly status: 'idle' | 'ready' | 'failed' }>;

/** Where newer versions of this program come from, and how one gets into its place. */
export interface Updater {
  readonly by: UpdatedBy;
  /** Looks for a newer version and fetches it, verified; `onFound` is told its name before that takes its time. */
  check(onFound: (version: string) => void): Promise<UpdateFound>;
  /** Whether what was fetched is put in place when the program ends. */
  setInstalling(isOn: boolean): void;
  /** Ends the program, puts what was fetched in place and starts that. */
  restart(): void;
}

/** What commands may ask of the desktop. */
export interface Desktop {
  showPopup(): void;
  hidePopup(): void;
  /** Units: CSS pixels. */
  resizePopup(height: number): void;
  showSettings(): void;
  openFile(path: string): Promise<void>;
  copy(text: string): Promise<void>;
  /** Says something in the desktop's own way, where it has one. */
  notify(text: string): void;
  quit(): void;
}
