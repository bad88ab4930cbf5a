/**
 * What stands in the settings window and on presets, shortcuts and notifications.
 * Part of the catalogue in english.ts, which is the one to read from.
 */
export const englishSettings = {
  'notice.settingsNotSaved':
    'config.json can’t be read, so your change holds only until Presently is closed. The file was left as it is.',
  'notice.presetPartly': '{name} was set, but not all of it: {parts} could not be changed.',
  'preset.part.statusMessage': 'the status message',
  'preset.part.workLocation': 'the work location',
} as const;
