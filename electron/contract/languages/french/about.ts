import type { englishAbout } from '../english/about.ts';
import type { Translated } from '../english.ts';

/** What the app says of itself, in French. */
export const frenchAbout: Translated<typeof englishAbout> = {
  'notice.ownFault':
    'Une erreur s’est produite dans Presently. L’application continue ; « Copier le diagnostic » dans le menu de l’icône aide à la corriger.',
  'menu.copyDiagnostics': 'Copier le diagnostic',

  'menuBar.about': 'À propos de Presently',
  'menuBar.hide': 'Masquer Presently',
  'menuBar.hideOthers': 'Masquer les autres',
  'menuBar.showAll': 'Tout afficher',
  'menuBar.edit': 'Édition',
  'menuBar.redo': 'Rétablir',
  'menuBar.cut': 'Couper',
  'menuBar.paste': 'Coller',
  'menuBar.selectAll': 'Tout sélectionner',
  'menuBar.window': 'Fenêtre',
  'menuBar.minimise': 'Placer dans le Dock',
  'menuBar.close': 'Fermer',

  'update.title': 'Mises à jour',
  'update.keep': 'Garder Presently à jour',
  'update.keep.hint':
    'Demande à GitHub au démarrage et une fois par jour s’il existe une version plus récente, et l’installe quand vous quittez',
  'update.off': 'Presently ne cherche pas de version plus récente.',
  'update.packageManager': 'Les nouvelles versions arrivent avec celles de vos autres programmes.',
  'update.idle': 'Pas encore cherché.',
  'update.current': 'À jour, vérifié : {time}.',
  'update.checking': 'Recherche d’une version plus récente…',
  'update.fetching': 'Téléchargement de la version {version}…',
  'update.ready': 'La version {version} est prête et s’installe quand vous quittez.',
  'update.unreachable': 'La recherche de nouvelles versions n’a pas pu se faire. Elle sera reprise plus tard.',
  'update.refused':
    'Ce qui a été proposé comme nouvelle version n’est pas ce qu’il prétend être et n’a pas été installé.',
  'update.notWritten':
    'Il existe une version plus récente, mais le fichier de ce programme ne peut pas être remplacé. Installez-la vous-même.',
  'update.check': 'Vérifier maintenant',
  'update.restart': 'Redémarrer maintenant',
  'settings.privacyUpdates':
    'Communique avec votre service de connexion et avec Microsoft Graph. GitHub est interrogé sur les nouvelles versions, sans rien apprendre de vous.',
};
