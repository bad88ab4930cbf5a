import type { Settings, SettingsChange, SettingsKey } from '#contract/settings.ts';
import type { AppState } from '#contract/state.ts';

/** The settings were read, and what of them the organisation decides. */
export function settingsKnown(state: AppState, settings: Settings, managedKeys: readonly SettingsKey[]): AppState {
  return { ...state, settings, managedKeys };
}

/** The user changed some settings. */
export function settingsChanged(state: AppState, change: SettingsChange): AppState {
  return { ...state, settings: { ...state.settings, ...change } };
}
