import { uptime } from 'node:os';
import { app } from 'electron';
import { type Instant, toInstant } from '#contract/instant.ts';

/** How a run began: whether the system started it at login, and which login that is. */
interface Began {
  readonly isAtLogin: boolean;
  readonly login: { readonly session: string; readonly bootedAt: Instant };
}

/** How the command line starts the app: without a window, as at login, and yet nobody has logged in. */
const quietly = ['--hidden', '--background'];

/** Whether a start is to show no window. */
export function isQuiet(words: readonly string[]): boolean {
  return words.some((word) => quietly.includes(word));
}

/** Whether this is the start that opening at login makes. */
export function isLogin(words: readonly string[]): boolean {
  return words.includes('--hidden');
}

/** The name of the login that a second start handed over with its lock; empty where it has none. */
export function sessionIn(handed: unknown): string {
  const isNamed = typeof handed === 'object' && handed !== null && 'session' in handed;
  return isNamed && typeof handed.session === 'string' ? handed.session : '';
}

/**
 * Tells how this run began. Shape: what opens at login is started with --hidden; macOS hands no words on and says it by
 * itself. Units: `now` in milliseconds since 1970.
 */
export function startOf(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  now: number,
): Began {
  const isOpened = process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
  return {
    isAtLogin: isLogin(words) || isOpened,
    login: { session: environment['XDG_SESSION_ID'] ?? '', bootedAt: toInstant(now - uptime() * 1_000) },
  };
}
