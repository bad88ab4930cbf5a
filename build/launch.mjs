import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { resolveElectron } from './electron-runtime.mjs';
import { until } from './until.mjs';

/**
 * One line of the app's log, as PRESENTLY_LOG=stdout prints it.
 * @typedef {{ event: string, method?: string, path?: string, status?: number | string, icon?: string }} LogEvent
 *
 * An app that runs on a virtual desktop, and can be watched.
 * @typedef {object} LaunchedApp
 * @property {import('playwright-core').ElectronApplication} app
 * @property {() => Promise<import('playwright-core').Page>} popup shown or not
 * @property {() => Promise<import('playwright-core').Page>} settings the settings window, once it was asked for
 * @property {() => Promise<boolean>} isPopupShown
 * @property {() => Promise<import('./screen.mjs').Region>} popupRegion where the popup is on the screen
 * @property {() => string[]} logLines all it has printed
 * @property {() => LogEvent[]} logEvents those lines that are events
 * @property {(what: string, isWanted: (event: LogEvent) => boolean, milliseconds?: number) => Promise<LogEvent>} waitForEvent
 * @property {(target: import('playwright-core').Locator) => Promise<void>} click presses the real mouse on a part of the popup
 * @property {() => Promise<void>} stop
 *
 * @typedef {{ matches: (selector: string) => boolean }} Hoverable
 *
 * @typedef {object} LaunchParts
 * @property {import('./desktop.mjs').Desktop} desktop
 * @property {string} folder the app's folder, with its package.json
 * @property {string[]} [parameters]
 * @property {NodeJS.ProcessEnv} [environment]
 * @property {readonly string[]} [wrapper] a command that starts the rest of its line, to be put before the executable
 * @property {readonly string[]} [switches] for the executable itself; of two the later holds, so they win over Playwright's
 */

const keepOutput = fileURLToPath(new URL('keep-output.cjs', import.meta.url));
const politeMilliseconds = 3000;

/** @param {string} line @returns {LogEvent[]} */
function parseEvent(line) {
  try {
    const value = JSON.parse(line);
    return typeof value?.event === 'string' ? [value] : [];
  } catch {
    return [];
  }
}

/** Root has no sandbox to go into; everybody else has. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * Starts an app and attaches to it.
 *
 * The executable is named rather than left to Playwright, which would otherwise slip in switches of its own: a plain
 * text password store among them.
 * @param {LaunchParts} parts
 * @returns {Promise<LaunchedApp>}
 */
export async function launchApp({ desktop, folder, parameters = [], environment = {}, wrapper = [], switches = [] }) {
  const output = join(desktop.home, `output-${process.hrtime.bigint()}`);
  const app = await _electron.launch({
    executablePath: await executable(desktop, folder, wrapper),
    args: [...switches, '-r', keepOutput, folder, ...parameters],
    env: definedOnly({ ...desktop.env, ...environment, KEEP_OUTPUT_IN: output }),
    cwd: folder,
    chromiumSandbox: !isRoot(),
  });
  const child = app.process();
  const logLines = () => (existsSync(output) ? readFileSync(output, 'utf8').split('\n').filter(Boolean) : []);
  const logEvents = () => logLines().flatMap(parseEvent);
  const pageOf = (/** @type {string} */ name) =>
    until(`a window of the app on ${name}`, () => app.windows().find((page) => page.url().endsWith(`/${name}`)));
  const popup = () => pageOf('index.html');
  return {
    app,
    popup,
    settings: () => pageOf('settings.html'),
    isPopupShown: async () => (await app.browserWindow(await popup())).evaluate((window) => window.isVisible()),
    popupRegion: async () => regionOf(desktop, await app.browserWindow(await popup())),
    logLines,
    logEvents,
    waitForEvent: (what, isWanted, milliseconds = 10_000) =>
      until(what, () => logEvents().find(isWanted), { milliseconds }),
    click: (target) => clickPart(desktop, app, target),
    stop: () => stopApp(app, child),
  };
}

/**
 * Playwright takes one name and puts switches of its own first, so a wrapped executable needs a script.
 * @param {import('./desktop.mjs').Desktop} desktop
 * @param {string} folder
 * @param {readonly string[]} wrapper
 */
async function executable(desktop, folder, wrapper) {
  const { exe } = resolveElectron({ isQuiet: true });
  if (wrapper.length === 0) return exe;
  const script = join(desktop.home, 'wrapped-electron');
  const words = [...wrapper, 'sh', '-c', 'cd "$0" && exec "$@"', folder, exe].map((word) => `'${word}'`);
  await writeFile(script, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  return script;
}

/** @param {NodeJS.ProcessEnv} environment @returns {Record<string, string>} */
function definedOnly(environment) {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * Asks the X server: Electron mixes its answer up when the window manager is slow to take a window into its frame.
 * @param {import('./desktop.mjs').Desktop} desktop
 * @param {import('playwright-core').JSHandle<import('electron').BrowserWindow>} window
 */
async function regionOf(desktop, window) {
  return desktop.windowRegion(await window.evaluate((it) => it.getNativeWindowHandle().readUInt32LE(0)));
}

/**
 * Runs in the page, on one of its elements. A control can be covered by the label that works it.
 * @param {Hoverable & { labels?: Iterable<Hoverable> | null }} element
 */
function isHovered(element) {
  return [element, ...(element.labels ?? [])].some((part) => part.matches(':hover'));
}

/**
 * A window says that it is shown, and where, before the screen has it so, and a click in between goes to whatever is
 * there. So the pointer is moved until the part itself feels it.
 * @param {import('./desktop.mjs').Desktop} desktop
 * @param {import('playwright-core').ElectronApplication} app
 * @param {import('playwright-core').Locator} target
 */
async function clickPart(desktop, app, target) {
  await target.scrollIntoViewIfNeeded();
  const window = await app.browserWindow(target.page());
  const point = await until(`the pointer over ${target}`, async () => {
    const box = await target.boundingBox();
    if (box === null) return null;
    const { x, y } = await regionOf(desktop, window);
    const centre = { x: Math.round(x + box.x + box.width / 2), y: Math.round(y + box.y + box.height / 2) };
    await desktop.movePointer(centre.x - 1, centre.y);
    await desktop.movePointer(centre.x, centre.y);
    return (await target.evaluate(isHovered)) ? centre : null;
  });
  await desktop.click(point.x, point.y);
}

/** @param {import('playwright-core').ElectronApplication} app @param {import('node:child_process').ChildProcess} child */
async function stopApp(app, child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  // Not app.close(): it asks the windows, and a popup that only hides says no.
  app.evaluate((electron) => electron.app.exit(0)).catch(() => {});
  await Promise.race([ended, wait(politeMilliseconds, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await ended;
}
