import { app, Menu, type Session, type WebContents } from 'electron';
import type { Log } from '../ports.ts';

/** Nobody listens there, and nobody but root could. What a page sends in spite of all walls ends at it. */
const nowhere = 'http=127.0.0.1:1;https=127.0.0.1:1;socks=127.0.0.1:1';

/** Denies, for every page and session there will ever be, what our own never does: leave, open, embed, download, ask. */
export function hardenPages(log: Log): void {
  // The default menu brings keys for developer tools and reloading. A Mac, which needs one, has ours in its place.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, log));
}

function hardenContents(contents: WebContents, log: Log): void {
  const deny = (event: { preventDefault(): void }) => {
    log.warn('page.denied', { what: 'navigation' });
    event.preventDefault();
  };
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', deny);
  contents.setWindowOpenHandler(() => {
    log.warn('page.denied', { what: 'window' });
    return { action: 'deny' };
  });
  // No request filter sees WebRTC; without this it sends to whom it likes.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Makes a renderer's session one that cannot talk to anybody: own scheme only, no permission, no download. */
export async function hardenSession(session: Session): Promise<void> {
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !/^(app|devtools|data):/.test(request.url) });
  });
  await session.setProxy({ mode: 'fixed_servers', proxyRules: nowhere, proxyBypassRules: '<-loopback>' });
}
