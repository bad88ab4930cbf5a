import { powerMonitor } from 'electron';

/** Whether the screen is locked, as far as this desktop tells. */
export interface Lock {
  isLocked(): boolean;
}

/** Listens to the desktop's lock screen from now on. */
export function watchLock(): Lock {
  let isLocked = false;
  powerMonitor.on('lock-screen', () => {
    isLocked = true;
  });
  powerMonitor.on('unlock-screen', () => {
    isLocked = false;
  });
  return { isLocked: () => isLocked };
}
