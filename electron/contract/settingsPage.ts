/** The pages of the settings window, in their order. */
export const settingsPages = ['general', 'account', 'presets', 'startup', 'rules', 'shortcuts', 'about'] as const;
export type SettingsPage = (typeof settingsPages)[number];
