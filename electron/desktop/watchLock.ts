import { powerMonitor } from 'electron';
import type { Clock } from '../ports.ts';
import { createLock, type Lock } from './lock.ts';
import { createLockSignals } from './lockSignals.ts';

/** Listens to the desktop's lock screen. `session` is the login that is ours; empty where it is not told. */
export function watchLock(session: string, clock: Clock): Lock {
  const isHeard = process.platform === 'linux';
  const lock = createLock(isHeard ? (onChange) => createLockSignals({ session, clock, onChange }) : null);
  powerMonitor.on('lock-screen', () => lock.told(true));
  powerMonitor.on('unlock-screen', () => lock.told(false));
  return lock;
}
