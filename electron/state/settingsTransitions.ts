import type { About } from '#contract/about.ts';
import type { Preset } from '#contract/preset.ts';
import type { Settings, SettingsChange, SettingsKey } from '#contract/settings.ts';
import type { SettingsPage } from '#contract/settingsPage.ts';
import type { Speech } from '#contract/speech.ts';
import type { AppState } from '#contract/state.ts';

/** The settings were read, and what of them the organisation decides. */
export function settingsKnown(state: AppState, settings: Settings, managedKeys: readonly SettingsKey[]): AppState {
  return { ...state, settings, managedKeys };
}

/** The user changed some settings. */
export function settingsChanged(state: AppState, change: SettingsChange): AppState {
  return { ...state, settings: { ...state.settings, ...change } };
}

/** The settings window was asked for, or turned to another page. */
export function settingsPageTurned(state: AppState, page: SettingsPage): AppState {
  return { ...state, settingsPage: page };
}

/** A preset was edited and not saved, or it was saved or given up. */
export function presetDrafted(state: AppState, presetDraft: Preset | null): AppState {
  return { ...state, presetDraft };
}

/** The settings window began to record keys, or has done with it. */
export function keysRecorded(state: AppState, isRecordingKeys: boolean): AppState {
  return isRecordingKeys === state.isRecordingKeys ? state : { ...state, isRecordingKeys };
}

/** Something about this copy or its desktop was found out. */
export function aboutKnown(state: AppState, known: Partial<About>): AppState {
  return { ...state, about: { ...state.about, ...known } };
}

/** Another language is spoken from now on, in which the presets that nobody has touched have other names. */
export function spoken(state: AppState, speech: Speech, presets: readonly Preset[]): AppState {
  return { ...state, speech, settings: { ...state.settings, presets } };
}
