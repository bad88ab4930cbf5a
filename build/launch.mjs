import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { resolveElectron } from './electron-runtime.mjs';
import { until } from './until.mjs';

/**
 * One line of the app's log, as PRESENTLY_LOG=stdout prints it.
 * @typedef {{ event: string, method?: string, path?: string, status?: number, username?: string, icon?: string }} LogEvent
 *
 * An app that runs on a virtual desktop, and can be watched.
 * @typedef {object} LaunchedApp
 * @property {import('playwright-core').ElectronApplication} app
 * @property {() => Promise<import('playwright-core').Page>} popup its first window, shown or not
 * @property {() => Promise<boolean>} isPopupShown
 * @property {() => string[]} logLines all it has printed
 * @property {() => LogEvent[]} logEvents those lines that are events
 * @property {(what: string, isWanted: (event: LogEvent) => boolean, milliseconds?: number) => Promise<LogEvent>} waitForEvent
 * @property {(target: import('playwright-core').Locator) => Promise<void>} click presses the real mouse on a part of the popup
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} LaunchParts
 * @property {import('./desktop.mjs').Desktop} desktop
 * @property {string} folder the app's folder, with its package.json
 * @property {string[]} [parameters]
 * @property {NodeJS.ProcessEnv} [environment]
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
export async function launchApp({ desktop, folder, parameters = [], environment = {} }) {
  const output = join(desktop.home, `output-${process.hrtime.bigint()}`);
  const app = await _electron.launch({
    executablePath: resolveElectron({ isQuiet: true }).exe,
    args: ['-r', keepOutput, folder, ...parameters],
    env: definedOnly({ ...desktop.env, ...environment, KEEP_OUTPUT_IN: output }),
    cwd: folder,
    chromiumSandbox: !isRoot(),
  });
  const logLines = () => (existsSync(output) ? readFileSync(output, 'utf8').split('\n').filter(Boolean) : []);
  const logEvents = () => logLines().flatMap(parseEvent);
  const popup = () =>
    until('a window of the app', () => app.windows().find((page) => !page.url().startsWith('devtools:')));
  return {
    app,
    popup,
    isPopupShown: async () => (await app.browserWindow(await popup())).evaluate((window) => window.isVisible()),
    logLines,
    logEvents,
    waitForEvent: (what, isWanted, milliseconds = 10_000) =>
      until(what, () => logEvents().find(isWanted), { milliseconds }),
    click: (target) => clickPart(desktop, app, target),
    stop: () => stopApp(app),
  };
}

/** @param {NodeJS.ProcessEnv} environment @returns {Record<string, string>} */
function definedOnly(environment) {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * A window says that it is shown before the screen shows it, and a click in between goes to whatever is below. So the
 * pointer is moved until the page feels it.
 * @param {import('./desktop.mjs').Desktop} desktop
 * @param {import('playwright-core').ElectronApplication} app
 * @param {import('playwright-core').Locator} target
 */
async function clickPart(desktop, app, target) {
  await target.scrollIntoViewIfNeeded();
  const window = await app.browserWindow(target.page());
  const page = target.page().locator('html');
  const point = await until(`the pointer over ${target}`, async () => {
    const box = await target.boundingBox();
    if (box === null) return null;
    const { x, y } = await window.evaluate((browserWindow) => browserWindow.getContentBounds());
    const centre = { x: Math.round(x + box.x + box.width / 2), y: Math.round(y + box.y + box.height / 2) };
    await desktop.movePointer(centre.x - 1, centre.y);
    await desktop.movePointer(centre.x, centre.y);
    return (await page.evaluate((element) => element.matches(':hover'))) ? centre : null;
  });
  await desktop.click(point.x, point.y);
}

/** @param {import('playwright-core').ElectronApplication} app */
async function stopApp(app) {
  const child = app.process();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  // Not app.close(): it asks the windows, and a popup that only hides says no.
  app.evaluate((electron) => electron.app.exit(0)).catch(() => {});
  await Promise.race([ended, wait(politeMilliseconds, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await ended;
}
