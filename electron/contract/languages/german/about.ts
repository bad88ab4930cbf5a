import type { englishAbout } from '../english/about.ts';
import type { Translated } from '../english.ts';

/** What the app says of itself, in German. */
export const germanAbout: Translated<typeof englishAbout> = {
  'notice.ownFault':
    'In Presently ist etwas schiefgegangen. Es läuft weiter; „Diagnose kopieren“ im Menü des Symbols hilft, den Fehler zu beheben.',
  'menu.copyDiagnostics': 'Diagnose kopieren',
};
