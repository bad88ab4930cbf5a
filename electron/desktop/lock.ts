import type { LockSignals } from './lockSignals.ts';

/** Whether the screen is locked, as far as this desktop tells. */
export interface Lock {
  isLocked(): boolean;
  /** Calls the listener on each change. */
  watch(listener: (isLocked: boolean) => void): void;
  /** On Linux hearing takes two small processes, which run only while somebody wants to know. */
  listen(isWanted: boolean): void;
}

/** Takes in what the desktop tells. */
export type Told = (isLocked: boolean) => void;

/** Makes the knowledge of the lock, and what tells it. `hear` is null where it is told without being asked for. */
export function createLock(hear: ((told: Told) => LockSignals) | null): Lock & { readonly told: Told } {
  const listeners: Told[] = [];
  let isLocked = false;

  function told(next: boolean): void {
    if (next === isLocked) return;
    isLocked = next;
    for (const listener of listeners) listener(next);
  }

  const signals = hear?.(told) ?? null;
  return {
    told,
    isLocked: () => isLocked,
    watch: (listener) => void listeners.push(listener),
    listen(isWanted) {
      if (signals === null) return;
      signals.listen(isWanted);
      // From now on an unlock would go unheard. This is not an unlock itself, so no rule acts.
      if (!isWanted) isLocked = false;
    },
  };
}
