import { app, BrowserWindow, type Session } from 'electron';
import type { OwnWindow } from '../ipc/serve.ts';
import type { Clock, Log } from '../ports.ts';
import { settingsUrl } from './appScheme.ts';
import { confined } from './confined.ts';
import { type KeptPage, keepPage } from './keepPage.ts';
import { ownWindow } from './ownWindow.ts';

export interface SettingsWindowParts {
  readonly preload: string;
  readonly session: Session;
  readonly title: () => string;
  /** Whatever its page had begun is over, since the page is gone or begins anew. */
  readonly onPageGone: () => void;
  readonly clock: Clock;
  readonly log: Log;
}

export interface SettingsWindow {
  /** Opens it, or brings it to the front. */
  show(): void;
  /** The window as the doorway sees it; null while it is closed. */
  current(): OwnWindow | null;
}

const size = { width: 720, height: 520, minWidth: 560, minHeight: 420 };

/** Makes the settings window: a normal one, there only while it is open, behind the same wall as the popup. */
export function createSettingsWindow({
  preload,
  session,
  title,
  onPageGone,
  clock,
  log,
}: SettingsWindowParts): SettingsWindow {
  let window: BrowserWindow | null = null;
  let page: KeptPage | null = null;

  function open(): BrowserWindow {
    const created = new BrowserWindow({
      ...{ ...size, useContentSize: true, show: false, fullscreenable: false, title: title() },
      // Newer Electrons remember its place; older ones do not know the word.
      ...{ name: 'settings', windowStatePersistence: true },
      webPreferences: { preload, session, ...confined() },
    });
    created.setMenuBarVisibility(false);
    // Without a dock icon a Mac would have no way back to a window behind others.
    app.dock?.show().catch((error: unknown) => log.error('settings.dock', error));
    created.once('ready-to-show', () => created.show());
    created.on('closed', () => {
      window = null;
      app.dock?.hide();
      onPageGone();
    });
    created.webContents.on('did-start-loading', onPageGone);
    created.webContents.on('render-process-gone', onPageGone);
    page = keepPage(created, 'settings', clock, log);
    created.loadURL(settingsUrl).catch((error: unknown) => log.error('settings.load', error));
    return created;
  }

  return {
    show() {
      if (window === null) {
        window = open();
        return;
      }
      page?.revive();
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    current: () => (window === null ? null : ownWindow(window, settingsUrl)),
  };
}
