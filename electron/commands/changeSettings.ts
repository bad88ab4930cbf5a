import type { SettingsChange } from '#contract/settings.ts';
import { settingsChanged } from '../state/settingsTransitions.ts';
import type { Store } from '../state/store.ts';
import { noticed } from '../state/transitions.ts';
import type { SettingsFile } from '../storage/settingsFile.ts';

/** Makes the command that changes settings: they hold at once, and are kept in the user's file. */
export function createChangeSettings(store: Store, file: Pick<SettingsFile, 'change'>) {
  return async (change: SettingsChange): Promise<void> => {
    const { managedKeys, settings } = store.get();
    const isManaged = (key: string) => managedKeys.some((managed) => managed === key);
    const own: SettingsChange = Object.fromEntries(Object.entries(change).filter(([key]) => !isManaged(key)));
    store.apply(settingsChanged, own);
    const kept = await file.change(own, settings);
    if (kept === 'unreadable') store.apply(noticed, { kind: 'settingsNotSaved' });
    if (kept === 'notWritten') store.apply(noticed, { kind: 'notSaved' });
  };
}
