'use strict';
// Loaded into an app under test: the popup that it makes a second after its start, behind the screen, is made when one
// that was opened before has just closed, as it may be where somebody quits within that second.
const { promisify } = require('node:util');
const { app } = require('electron');

const { setTimeout: later } = globalThis;
const held = (step, milliseconds, ...rest) => {
  if (milliseconds !== 1_000) return later(step, milliseconds, ...rest);
  app.once('browser-window-created', (_event, window) => window.once('closed', () => queueMicrotask(step)));
  return undefined;
};
// The app's own clock waits by this form of it.
globalThis.setTimeout = Object.assign(held, { [promisify.custom]: later[promisify.custom] });
