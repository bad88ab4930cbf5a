import type { Settings, SettingsChange, SettingsKey } from '#contract/settings.ts';
import { useSend } from '../bridge.tsx';
import { useAppState } from '../projection.ts';

interface SettingsAccess {
  readonly settings: Settings;
  /** Decided by the organisation. */
  readonly isManaged: (key: SettingsKey) => boolean;
  /** Holds at once. */
  readonly change: (change: SettingsChange) => void;
}

/** The user's settings, and the way to change them. */
export function useSettings(): SettingsAccess {
  const send = useSend();
  const { settings, managedKeys } = useAppState();
  return {
    settings,
    isManaged: (key) => managedKeys.includes(key),
    change: (change) => send('changeSettings', change),
  };
}
