import { app } from 'electron';

/**
 * What every page of ours may do: nothing but show state and send commands. Asked when a window is made: before, nobody
 * knows whether the app is packaged.
 */
export const confined = () =>
  ({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !app.isPackaged,
    disableBlinkFeatures: 'Auxclick',
  }) as const;
