/**
 * Where a person works today, by their own statement.
 *
 * Source: https://learn.microsoft.com/graph/api/presence-setmanuallocation
 */
export const workLocations = ['office', 'remote', 'timeOff'] as const;
export type WorkLocation = (typeof workLocations)[number];
