import type { BrowserWindowConstructorOptions } from 'electron';

/** Units: CSS pixels. */
export const width = 360;
export const firstHeight = 440;

/**
 * What kind of window the popup is: nothing but its page beside a tray, and a window like any other without one.
 *
 * Shape: on Linux only the type `toolbar` keeps a window out of the task list and still lets it have the focus.
 */
export function popupLook(isWindow: boolean): BrowserWindowConstructorOptions {
  const common = { width, height: firstHeight, show: false, title: 'Presently', useContentSize: true } as const;
  if (isWindow) return { ...common, resizable: false, maximizable: false, fullscreenable: false };
  return {
    ...common,
    frame: false,
    resizable: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    ...(process.platform === 'linux' ? { type: 'toolbar' } : {}),
  };
}
