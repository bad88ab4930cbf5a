'use strict';
// Loaded into an app that no debugger may watch, because Chromium then never calls a page unresponsive: what comes on
// standard input runs in the popup's page, and what it came to is printed.
const { createInterface } = require('node:readline');
const { BrowserWindow } = require('electron');

const answer = (facts) => process.stdout.write(`${JSON.stringify({ event: 'answer', ...facts })}\n`);

createInterface({ input: process.stdin }).on('line', (script) => {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return answer({ script, value: null });
  window.webContents.executeJavaScript(script).then(
    (value) => answer({ script, value, isShown: window.isVisible(), ...window.getBounds() }),
    () => answer({ script, value: null }),
  );
});
