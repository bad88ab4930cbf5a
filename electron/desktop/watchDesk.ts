import { powerMonitor } from 'electron';

/** What is heard from the desk. `back`: somebody touches something again. */
export type DeskEvent = 'lock' | 'unlock' | 'sleep' | 'idle' | 'back';

export interface DeskParts {
  readonly hear: (event: DeskEvent) => void;
  /** After how long nobody counts as there. */
  readonly idleMinutes: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Units: milliseconds. */
const lookEvery = 5_000;

/** Tells of lock, sleep and idle times from now on. Returns whether this desktop tells of idle times at all. */
export function watchDesk({ hear, idleMinutes, environment }: DeskParts): boolean {
  powerMonitor.on('lock-screen', () => hear('lock'));
  powerMonitor.on('unlock-screen', () => hear('unlock'));
  powerMonitor.on('suspend', () => hear('sleep'));
  // Wayland keeps to itself whether anybody is there; Chromium then says that somebody always is.
  if (process.platform === 'linux' && environment['XDG_SESSION_TYPE'] === 'wayland') return false;
  let isIdle = false;
  setInterval(() => {
    const wasIdle = isIdle;
    isIdle = powerMonitor.getSystemIdleTime() >= idleMinutes() * 60;
    if (isIdle !== wasIdle) hear(isIdle ? 'idle' : 'back');
  }, lookEvery);
  return true;
}
