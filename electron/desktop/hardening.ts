import { app, Menu, type Session } from 'electron';
import type { Log } from '../ports.ts';

/** Denies, for every page there will ever be, what our own page never does: leave, open, embed, download, ask. */
export function hardenPages(log: Log): void {
  // The default menu brings keys for developer tools and reloading. macOS needs one for copying and pasting.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => {
    const deny = (event: { preventDefault(): void }) => {
      log.warn('page.denied', { what: 'navigation' });
      event.preventDefault();
    };
    contents.on('will-navigate', deny);
    contents.on('will-redirect', deny);
    contents.on('will-attach-webview', deny);
    contents.setWindowOpenHandler(() => {
      log.warn('page.denied', { what: 'window' });
      return { action: 'deny' };
    });
  });
}

/** Makes a renderer's session one that cannot talk to anybody: own scheme only, no permission, no download. */
export function hardenSession(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !/^(app|devtools|data):/.test(request.url) });
  });
}
