import type { englishAbout } from '../english/about.ts';
import type { Translated } from '../english.ts';

/** What the app says of itself, in Spanish. */
export const spanishAbout: Translated<typeof englishAbout> = {
  'notice.ownFault':
    'Algo falló en Presently. Sigue funcionando; «Copiar el diagnóstico» en el menú del icono ayuda a corregirlo.',
  'menu.copyDiagnostics': 'Copiar el diagnóstico',
};
