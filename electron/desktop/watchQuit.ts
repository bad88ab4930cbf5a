import { app, autoUpdater, BrowserWindow, powerMonitor } from 'electron';
import type { Log } from '../ports.ts';
import type { PopupWindow } from './popup.ts';

export interface QuitParts {
  /** What is to be done before the program ends; null when it may end at once. Hurried, nothing but the disk is waited for. */
  readonly farewell: (isHurried: boolean) => Promise<void> | null;
  readonly popup: Pick<PopupWindow, 'hide' | 'release'>;
  /** The computer shuts down, the user logs out, or the system asks by a signal. */
  readonly onHurry: () => void;
  readonly log: Log;
}

/** A page that does not let its window be closed holds up no end for longer. Units: milliseconds. */
const longestClose = 3_000;

/**
 * Lets the program end: after its farewell where the user quits it, at once where the computer shuts down, the user
 * logs out, the system asks by a signal, or a newer version is to be started. Those must never be held up by a choice that
 * still runs.
 */
export function watchQuit({ farewell, popup, onHurry, log }: QuitParts): void {
  let isHurried = false;

  app.on('before-quit', (event) => {
    const work = farewell(isHurried);
    if (work === null) {
      popup.release();
      setTimeout(forceEnd, longestClose);
      return;
    }
    event.preventDefault();
    popup.hide();
    work.then(app.quit, (error: unknown) => log.error('quit', error));
  });

  // A restart is no quit of the user's: what they chose goes on after it. A Mac's updater closes the windows first.
  autoUpdater.on('before-quit-for-update', () => {
    isHurried = true;
    popup.release();
  });

  // The pages hand over what was being typed as they close, which is after that farewell.
  app.on('will-quit', (event) => {
    const work = farewell(true);
    if (work === null) return;
    event.preventDefault();
    work.then(app.quit, (error: unknown) => log.error('quit', error));
  });

  function forceEnd(): void {
    const windows = BrowserWindow.getAllWindows();
    if (windows.length === 0) return;
    log.warn('quit.forced', { windows: windows.length });
    for (const window of windows) window.destroy();
    app.quit();
  }

  function hurry(why: string): void {
    log.info('quit.hurried', { why });
    isHurried = true;
    onHurry();
    app.quit();
  }

  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => hurry(signal));
  powerMonitor.on('shutdown', (event?: Electron.Event) => {
    // Else Linux goes on without waiting for what is still on its way to the disk.
    event?.preventDefault();
    hurry('shutdown');
  });
  // Windows tells its windows, and nobody else. The popup is made anew now and then.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => hurry('session-end'));
  });
}
