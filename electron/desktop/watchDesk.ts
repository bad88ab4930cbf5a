import { powerMonitor } from 'electron';
import type { Beat } from './beat.ts';
import type { Lock } from './lock.ts';

/** What is heard from the desk. `back`: somebody touches something again. */
export type DeskEvent = 'lock' | 'unlock' | 'sleep' | 'idle' | 'back';

export interface DeskParts {
  readonly beat: Beat;
  readonly hear: (event: DeskEvent) => void;
  readonly lock: Lock;
  /** After how long nobody counts as there; null where no rule asks. */
  readonly idleMinutes: () => number | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Tells of lock, sleep and idle times from now on. Returns whether this desktop tells of idle times at all. */
export function watchDesk({ beat, hear, lock, idleMinutes, environment }: DeskParts): boolean {
  lock.watch((isLocked) => hear(isLocked ? 'lock' : 'unlock'));
  powerMonitor.on('suspend', () => hear('sleep'));
  // Wayland keeps to itself whether anybody is there; Chromium then says that somebody always is.
  if (process.platform === 'linux' && environment['XDG_SESSION_TYPE'] === 'wayland') return false;
  let isIdle = false;
  beat.on(() => {
    const minutes = idleMinutes();
    const wasIdle = isIdle;
    isIdle = minutes !== null && powerMonitor.getSystemIdleTime() >= minutes * 60;
    if (isIdle !== wasIdle) hear(isIdle ? 'idle' : 'back');
  });
  return true;
}
