import type { englishAbout } from '../english/about.ts';
import type { Translated } from '../english.ts';

/** What the app says of itself, in French. */
export const frenchAbout: Translated<typeof englishAbout> = {
  'notice.ownFault':
    'Une erreur s’est produite dans Presently. L’application continue ; « Copier le diagnostic » dans le menu de l’icône aide à la corriger.',
  'menu.copyDiagnostics': 'Copier le diagnostic',
};
