import { powerMonitor } from 'electron';
import type { Lock } from './watchLock.ts';

/** What is heard from the desk. `back`: somebody touches something again. */
export type DeskEvent = 'lock' | 'unlock' | 'sleep' | 'idle' | 'back';

export interface DeskParts {
  readonly hear: (event: DeskEvent) => void;
  readonly lock: Lock;
  /** Whether any rule is about a locked screen. */
  readonly wantsLock: () => boolean;
  /** After how long nobody counts as there. */
  readonly idleMinutes: () => number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Units: milliseconds. */
const lookEvery = 5_000;

/** Tells of lock, sleep and idle times from now on. Returns whether this desktop tells of idle times at all. */
export function watchDesk({ hear, lock, wantsLock, idleMinutes, environment }: DeskParts): boolean {
  lock.watch((isLocked) => hear(isLocked ? 'lock' : 'unlock'));
  lock.listen(wantsLock());
  setInterval(() => lock.listen(wantsLock()), lookEvery);
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
