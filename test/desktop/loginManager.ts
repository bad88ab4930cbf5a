import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Desktop } from '../../build/desktop.mjs';
import { until } from '../../build/until.mjs';

const script = fileURLToPath(new URL('loginManager.py', import.meta.url));

/** What tells programs that the computer shuts down, sleeps, or wakes, and when the screen is locked. */
export interface LoginManager {
  /** For the programs that are to hear it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Waits until a program has asked for a moment of its own before a shutdown. */
  delayed(): Promise<void>;
  shutDown(): void;
  /** Of the session with the number 1. */
  lock(): void;
  unlock(): void;
  sleep(): void;
  wake(): void;
}

/** Starts one on the desktop's bus, which its programs then take for the system's; the desktop ends it. */
export async function startLoginManager(desktop: Desktop): Promise<LoginManager> {
  const child = desktop.start('/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('The login manager has no input or output.');
  const said: string[] = [];
  createInterface({ input: stdout }).on('line', (line) => said.push(line));
  await until('the login manager', () => said.includes('ready'));
  return {
    environment: { DBUS_SYSTEM_BUS_ADDRESS: desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '' },
    delayed: async () => void (await until('a program that delays a shutdown', () => said.includes('delays shutdown'))),
    shutDown: () => void stdin.write('shutdown\n'),
    lock: () => void stdin.write('lock\n'),
    unlock: () => void stdin.write('unlock\n'),
    sleep: () => void stdin.write('sleep\n'),
    wake: () => void stdin.write('wake\n'),
  };
}
