import type { Catalogue } from './english.ts';
import { frenchAbout } from './french/about.ts';
import { frenchCommandLine } from './french/commandLine.ts';
import { frenchOutOfOffice } from './french/outOfOffice.ts';
import { frenchPages } from './french/pages.ts';
import { frenchPopup } from './french/popup.ts';
import { frenchRules } from './french/rules.ts';
import { frenchSettings } from './french/settings.ts';

/** Every word in French, formally addressed. Machine-made; speech.ts tells when a native speaker has reviewed it. */
export const french: Catalogue = {
  ...frenchPopup,
  ...frenchOutOfOffice,
  ...frenchAbout,
  ...frenchPages,
  ...frenchSettings,
  ...frenchCommandLine,
  ...frenchRules,
};
