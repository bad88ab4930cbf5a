import type { englishAbout } from '../english/about.ts';
import type { Translated } from '../english.ts';

/** What the app says of itself, in Spanish. */
export const spanishAbout: Translated<typeof englishAbout> = {
  'notice.ownFault':
    'Algo falló en Presently. Sigue funcionando; «Copiar el diagnóstico» en el menú del icono ayuda a corregirlo.',
  'menu.copyDiagnostics': 'Copiar el diagnóstico',

  'menuBar.about': 'Acerca de Presently',
  'menuBar.hide': 'Ocultar Presently',
  'menuBar.hideOthers': 'Ocultar otros',
  'menuBar.showAll': 'Mostrar todo',
  'menuBar.edit': 'Edición',
  'menuBar.redo': 'Rehacer',
  'menuBar.cut': 'Cortar',
  'menuBar.paste': 'Pegar',
  'menuBar.selectAll': 'Seleccionar todo',
  'menuBar.window': 'Ventana',
  'menuBar.minimise': 'Minimizar',
  'menuBar.close': 'Cerrar',

  'update.title': 'Actualizaciones',
  'update.keep': 'Mantener Presently al día',
  'update.keep.hint':
    'Pregunta a GitHub al iniciarse y una vez al día si hay una versión más reciente, y la instala al salir',
  'update.off': 'Presently no busca versiones más recientes.',
  'update.packageManager': 'Las versiones nuevas llegan con las de sus otros programas.',
  'update.idle': 'Aún no se ha buscado.',
  'update.current': 'Al día, comprobado: {time}.',
  'update.checking': 'Buscando una versión más reciente…',
  'update.fetching': 'Descargando la versión {version}…',
  'update.ready': 'La versión {version} está lista y se instala al salir.',
  'update.unreachable': 'No se han podido buscar versiones nuevas. Se intentará de nuevo más tarde.',
  'update.refused': 'Lo que se ofrecía como versión nueva no es lo que dice ser, así que no se ha instalado.',
  'update.notWritten':
    'Hay una versión más reciente, pero no se puede reemplazar el archivo de este programa. Instálela usted.',
  'update.check': 'Comprobar ahora',
  'update.restart': 'Reiniciar ahora',
  'settings.privacyUpdates':
    'Habla con su servicio de inicio de sesión y con Microsoft Graph. A GitHub se le pregunta por versiones nuevas, sin decirle nada de usted.',
};
