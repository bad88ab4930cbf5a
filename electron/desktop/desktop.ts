import { app, clipboard, Notification, type Rectangle, screen, shell } from 'electron';
import type { Desktop } from '../ports.ts';
import type { PopupWindow } from './popup.ts';
import type { SettingsWindow } from './settingsWindow.ts';

/** What commands may ask of this desktop. Opened by a command, the popup goes where the icon is, if that is told. */
export function createDesktop(
  popup: PopupWindow,
  settings: SettingsWindow,
  iconBounds: () => Rectangle | null,
): Desktop {
  // Kept here, because a notification that was collected no longer hears its click.
  let told: Notification | null = null;
  return {
    showPopup: () => popup.show(iconBounds()),
    hidePopup: popup.hide,
    resizePopup: popup.resize,
    showSettings: settings.show,
    openFile: async (path) => {
      // Where nothing opens such a file, its folder at least shows it.
      if ((await shell.openPath(path)) !== '') shell.showItemInFolder(path);
    },
    copy: async (text) => {
      // Asynchronous from Electron 44 on, and awaited in vain before.
      await clipboard.writeText(text);
    },
    notify: (text) => {
      if (!Notification.isSupported()) return;
      told = new Notification({ title: app.getName(), body: text });
      told.on('click', () => popup.show(iconBounds()));
      told.show();
    },
    quit: () => app.quit(),
  };
}

/** Where a click on the icon was: the icon's place, or the pointer's where the desktop keeps that to itself. */
export function clickedAt(iconBounds: Rectangle | null): Rectangle {
  return iconBounds ?? { ...screen.getCursorScreenPoint(), width: 0, height: 0 };
}
