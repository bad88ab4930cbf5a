import type { Catalogue } from './english.ts';
import { germanAbout } from './german/about.ts';
import { germanCommandLine } from './german/commandLine.ts';
import { germanOutOfOffice } from './german/outOfOffice.ts';
import { germanPages } from './german/pages.ts';
import { germanPopup } from './german/popup.ts';
import { germanRules } from './german/rules.ts';
import { germanSettings } from './german/settings.ts';

/** Every word in German, formally addressed. Machine-made; speech.ts tells when a native speaker has reviewed it. */
export const german: Catalogue = {
  ...germanPopup,
  ...germanOutOfOffice,
  ...germanAbout,
  ...germanPages,
  ...germanSettings,
  ...germanCommandLine,
  ...germanRules,
};
