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
    // Fields for dates and times are written as the page's language and region have them, not as Chromium's own.
    enableBlinkFeatures: 'LangAttributeAwareFormControlUI',
  }) as const;
