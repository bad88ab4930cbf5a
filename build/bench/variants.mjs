import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { launchApp } from '../launch.mjs';
import { until } from '../until.mjs';

/**
 * @typedef {import('../desktop.mjs').Desktop} Desktop
 * Shape: `isCold` says that a click makes the window, `settings` is what stands in config.json.
 * @typedef {{ name: string, folder: string, parameters: string[], isCold?: boolean, settings?: object }} Variant
 * @typedef {{ x: number, y: number }} Point
 *
 * A variant that runs by itself, without anything attached to it.
 * @typedef {object} Running
 * @property {number} id of its first process
 * @property {number} startedAt
 * @property {(isWanted: (line: string) => boolean) => Promise<number>} untilLine when it printed a line of that kind, from now on
 * @property {() => Promise<void>} stop
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

const bareTray = join(root, 'test/desktop/bareTray');

/**
 * The least tray app, with a window as large as our popup and where it stands, so that both paint as much.
 * @param {import('../screen.mjs').Region} popup
 * @returns {{ bareWarm: Variant, bareCold: Variant }}
 */
export function bare({ x, y, width, height }) {
  const parameters = [`--place=${[x, y, width, height].join(',')}`];
  return {
    bareWarm: { name: 'bare-warm', folder: bareTray, parameters },
    bareCold: { name: 'bare-cold', folder: bareTray, parameters: [...parameters, '--cold'], isCold: true },
  };
}

/** @type {Variant} */
export const warm = { name: 'ours-warm', folder: root, parameters: [] };
/** @type {Variant} */
export const cold = { ...warm, name: 'ours-cold', isCold: true, settings: { freeMemory: true } };

/** @param {Variant} variant @param {string} page that it asks for at its start @returns {Variant} */
export function asking({ name, parameters, ...variant }, page) {
  return { ...variant, name: `${name}-asking`, parameters: [...parameters, `--ask=${page}`] };
}

/** @param {Variant} variant @param {string} url which it tells of each click in its page @returns {Variant} */
export function telling({ name, parameters, ...variant }, url) {
  return { ...variant, name: `${name}-telling`, parameters: [...parameters, `--tell=${url}`] };
}

/** @param {number} count of presets in the settings file @returns {Variant} */
export function grown(count) {
  const presence = { availability: 'Busy', activity: 'Busy' };
  const presets = Array.from({ length: count }, (_, at) => ({ id: `preset-${at}`, name: `Preset ${at}`, presence }));
  return { ...warm, name: `ours-${count}`, settings: { presets } };
}

/** The one that signs in; the others are signed in by its tokens. */
const signedIn = { ...warm, name: 'signed-in' };
const tokenCache = 'token-cache.bin';

/** @param {Desktop} desktop @param {Variant} variant */
function environmentOf(desktop, { name, settings = {} }) {
  const own = join(desktop.home, name);
  mkdirSync(join(own, 'data'), { recursive: true });
  writeFileSync(join(own, 'data/config.json'), JSON.stringify(settings));
  const tokens = join(desktop.home, signedIn.name, 'data', tokenCache);
  if (existsSync(tokens) && name !== signedIn.name) cpSync(tokens, join(own, 'data', tokenCache));
  return { XDG_CONFIG_HOME: own, PRESENTLY_DATA_DIR: join(own, 'data'), PRESENTLY_LOG: 'stdout' };
}

/** @param {Desktop} desktop @param {string} exe @param {Variant} variant @returns {Running} */
export function run(desktop, exe, variant) {
  const isRoot = process.getuid?.() === 0;
  const parameters = [...(isRoot ? ['--no-sandbox'] : []), variant.folder, ...variant.parameters];
  const env = { ...desktop.env, ...environmentOf(desktop, variant) };
  const startedAt = performance.now();
  const child = desktop.start(exe, parameters, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  if (child.stdout === null || child.pid === undefined) throw new Error('The app did not start.');
  const lines = createInterface({ input: child.stdout });
  return {
    id: child.pid,
    startedAt,
    untilLine: (isWanted) =>
      new Promise((resolve) => {
        const listen = (/** @type {string} */ line) => {
          if (!isWanted(line)) return;
          lines.off('line', listen);
          resolve(performance.now());
        };
        lines.on('line', listen);
      }),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await until('an empty tray', async () => (await desktop.findTrayIcon()) === null);
      await wait(300);
    },
  };
}

/**
 * Signs in as a user would, for every run to come, and looks where our popup and its tiles are on the screen.
 * @param {Desktop} desktop @param {import('./microsoft.mjs').Microsoft} microsoft
 * @returns {Promise<{ popup: import('../screen.mjs').Region, tiles: Point[] }>}
 */
export async function signIn(desktop, { openedPages, simulator }) {
  const environment = environmentOf(desktop, signedIn);
  const launched = await launchApp({ desktop, ...signedIn, environment });
  try {
    const icon = await until('the tray icon', desktop.findTrayIcon);
    const page = await launched.popup();
    if (!(await launched.isPopupShown())) {
      await desktop.click(icon.x + Math.round(icon.width / 2), icon.y + Math.round(icon.height / 2));
      await until('the popup', launched.isPopupShown);
    }
    await launched.click(page.getByRole('button', { name: 'Sign in with Microsoft' }));
    await simulator.visit(await until('the sign-in page in the browser', async () => (await openedPages())[0]));
    const tiles = page.getByRole('radiogroup', { name: 'Availability' });
    await launched.waitForEvent('the presence', ({ event, icon: glyph }) => event === 'tray' && glyph === 'available');
    const popup = await launched.popupRegion();
    const centre = async (/** @type {string} */ name) => {
      const box = await tiles.getByRole('radio', { name, exact: true }).boundingBox();
      if (box === null) throw new Error(`There is no tile ${name}.`);
      return { x: Math.round(popup.x + box.x + box.width / 2), y: Math.round(popup.y + box.y + box.height / 2) };
    };
    return { popup, tiles: [await centre('Busy'), await centre('Available')] };
  } finally {
    await launched.stop();
  }
}
