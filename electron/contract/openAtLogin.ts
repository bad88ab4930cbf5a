/**
 * Whether the system opens the app at login, as the system says it: `disabledByUser` was turned off in the system's own
 * settings, `needsApproval` waits for the user there.
 */
export const openAtLoginStates = ['on', 'off', 'disabledByUser', 'needsApproval', 'notOffered', 'failed'] as const;
export type OpenAtLogin = (typeof openAtLoginStates)[number];
