import type { Catalogue } from './english.ts';
import { frenchAbout } from './french/about.ts';
import { frenchCommandLine } from './french/commandLine.ts';
import { frenchOutOfOffice } from './french/outOfOffice.ts';
import { frenchPages } from './french/pages.ts';
import { frenchPopup } from './french/popup.ts';
import { frenchRules } from './french/rules.ts';
import { frenchSettings } from './french/settings.ts';

/** Every word in French, formally addressed. Machine-made; speech.ts tells when a native speaker has reviewed it. */
export const french: Catalogue = unbroken({
  ...frenchPopup,
  ...frenchOutOfOffice,
  ...frenchAbout,
  ...frenchPages,
  ...frenchSettings,
  ...frenchCommandLine,
  ...frenchRules,
});

/** No line ends before a high sign of punctuation or inside of quotation marks. In the sources these are plain spaces. */
function unbroken(words: Catalogue): Catalogue {
  const bound = (text: string) => text.replace(/ (?=[:;!?»])|(?<=«) /g, '\u00a0');
  return Object.fromEntries(Object.entries(words).map(([id, text]) => [id, bound(text)])) as Catalogue;
}
