/**
 * What a presence says about being out of office.
 *
 * Shape: `message` is null unless `isOutOfOffice`; at most `outOfOfficeMessageLimit` characters.
 * Source: https://learn.microsoft.com/graph/api/resources/outofofficesettings
 */
export interface OutOfOfficeSettings {
  readonly isOutOfOffice: boolean;
  readonly message: string | null;
}

/** Our own cap: Graph documents none, and a longer text helps nobody on a profile card. */
export const outOfOfficeMessageLimit = 1000;

export const inTheOffice: OutOfOfficeSettings = { isOutOfOffice: false, message: null };
