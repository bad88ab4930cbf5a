import type { englishAbout } from '../english/about.ts';
import type { Translated } from '../english.ts';

/** What the app says of itself, in German. */
export const germanAbout: Translated<typeof englishAbout> = {
  'notice.ownFault':
    'In Presently ist etwas schiefgegangen. Es läuft weiter; „Diagnose kopieren“ im Menü des Symbols hilft, den Fehler zu beheben.',
  'menu.copyDiagnostics': 'Diagnose kopieren',

  'menuBar.about': 'Über Presently',
  'menuBar.hide': 'Presently ausblenden',
  'menuBar.hideOthers': 'Andere ausblenden',
  'menuBar.showAll': 'Alle einblenden',
  'menuBar.edit': 'Bearbeiten',
  'menuBar.redo': 'Wiederholen',
  'menuBar.cut': 'Ausschneiden',
  'menuBar.paste': 'Einsetzen',
  'menuBar.selectAll': 'Alles auswählen',
  'menuBar.window': 'Fenster',
  'menuBar.minimise': 'Im Dock ablegen',
  'menuBar.close': 'Schließen',

  'update.title': 'Updates',
  'update.keep': 'Presently aktuell halten',
  'update.keep.hint':
    'Fragt GitHub beim Start und einmal am Tag nach einer neueren Version und installiert sie beim Beenden',
  'update.off': 'Presently sucht nicht nach neueren Versionen.',
  'update.packageManager': 'Neuere Versionen kommen mit denen Ihrer anderen Programme.',
  'update.idle': 'Noch nicht gesucht.',
  'update.current': 'Aktuell, geprüft: {time}.',
  'update.checking': 'Suche nach einer neueren Version…',
  'update.fetching': 'Version {version} wird geladen…',
  'update.ready': 'Version {version} ist bereit und wird beim Beenden installiert.',
  'update.unreachable': 'Nach neueren Versionen konnte nicht gesucht werden. Das wird später noch einmal versucht.',
  'update.refused':
    'Was als neuere Version angeboten wurde, ist nicht, was es zu sein vorgibt, und wurde nicht installiert.',
  'update.notWritten':
    'Es gibt eine neuere Version, aber die Datei dieses Programms kann nicht ersetzt werden. Holen Sie sie bitte selbst.',
  'update.check': 'Jetzt suchen',
  'update.restart': 'Jetzt neu starten',
  'settings.privacyUpdates':
    'Spricht mit Ihrem Anmeldedienst und mit Microsoft Graph. GitHub wird nach neueren Versionen gefragt und erfährt nichts über Sie.',
};
