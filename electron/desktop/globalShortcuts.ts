import { globalShortcut } from 'electron';
import type { Shortcut } from '#contract/settings.ts';
import type { Log } from '../ports.ts';

/** Keys that do something wherever the focus is. */
export interface GlobalShortcuts {
  /** From now on these and no others. Returns the actions whose keys were refused. */
  use(shortcuts: readonly Shortcut[]): readonly string[];
}

/** Makes the taking of keys from the system. */
export function createGlobalShortcuts(onAction: (id: string) => void, log: Log): GlobalShortcuts {
  function isTaken({ action, keys }: Shortcut): boolean {
    try {
      return globalShortcut.register(keys, () => onAction(action));
    } catch (cause) {
      // Written by hand in the settings file, and no valid keys.
      log.warn('shortcut.invalid', { cause: String(cause) });
      return false;
    }
  }
  return {
    use(shortcuts) {
      globalShortcut.unregisterAll();
      return shortcuts.filter((shortcut) => !isTaken(shortcut)).map(({ action }) => action);
    },
  };
}

/** Whether programs may take keys on this desktop. Under Wayland that is the desktop's own business. */
export function hasGlobalShortcuts(platform: string, sessionType: string | undefined): boolean {
  return platform !== 'linux' || sessionType !== 'wayland';
}
