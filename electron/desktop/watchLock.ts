import { powerMonitor } from 'electron';
import { createLockSignals } from './lockSignals.ts';

/** Whether the screen is locked, as far as this desktop tells. */
export interface Lock {
  isLocked(): boolean;
  /** Calls the listener on each change. */
  watch(listener: (isLocked: boolean) => void): void;
  /** On Linux hearing takes two small processes, which run only while somebody wants to know. */
  listen(isWanted: boolean): void;
}

/** Listens to the desktop's lock screen. `session` is the login that is ours; empty where it is not told. */
export function watchLock(session: string): Lock {
  const listeners: ((isLocked: boolean) => void)[] = [];
  let isLocked = false;

  function told(next: boolean): void {
    if (next === isLocked) return;
    isLocked = next;
    for (const listener of listeners) listener(next);
  }

  powerMonitor.on('lock-screen', () => told(true));
  powerMonitor.on('unlock-screen', () => told(false));
  const signals = process.platform === 'linux' ? createLockSignals({ session, onChange: told }) : null;
  return {
    isLocked: () => isLocked,
    watch: (listener) => void listeners.push(listener),
    listen: (isWanted) => signals?.listen(isWanted),
  };
}
