import { makeStyles, tokens } from '@fluentui/react-components';
import type { Glyph } from '#contract/glyph.ts';

const red = { '--presence': tokens.colorPaletteRedBackground3 };
const green = { '--presence': tokens.colorPaletteLightGreenForeground3 };
const marigold = { '--presence': tokens.colorPaletteMarigoldBackground3 };
const berry = { '--presence': tokens.colorPaletteBerryForeground3 };
const grey = { '--presence': tokens.colorNeutralForeground3 };

/** Gives everything inside the colour of a presence, as the custom property --presence. */
export const usePresenceColor = makeStyles<Glyph>({
  available: green,
  availableOutOfOffice: green,
  busy: red,
  busyOutOfOffice: red,
  doNotDisturb: red,
  doNotDisturbOutOfOffice: red,
  away: marigold,
  awayOutOfOffice: berry,
  offline: grey,
  outOfOffice: berry,
  unknown: grey,
  signedOut: grey,
  needsYou: grey,
});

/** For styles: the colour of the nearest presence. */
export const presenceColor = 'var(--presence)';
