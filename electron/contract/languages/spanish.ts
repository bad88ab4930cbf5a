import type { Catalogue } from './english.ts';
import { spanishAbout } from './spanish/about.ts';
import { spanishCommandLine } from './spanish/commandLine.ts';
import { spanishOutOfOffice } from './spanish/outOfOffice.ts';
import { spanishPages } from './spanish/pages.ts';
import { spanishPopup } from './spanish/popup.ts';
import { spanishRules } from './spanish/rules.ts';
import { spanishSettings } from './spanish/settings.ts';

/** Every word in Spanish, formally addressed. Machine-made; speech.ts tells when a native speaker has reviewed it. */
export const spanish: Catalogue = {
  ...spanishPopup,
  ...spanishOutOfOffice,
  ...spanishAbout,
  ...spanishPages,
  ...spanishSettings,
  ...spanishCommandLine,
  ...spanishRules,
};
