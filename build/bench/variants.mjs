import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { launchApp } from '../launch.mjs';
import { until } from '../until.mjs';

/**
 * @typedef {import('../desktop.mjs').Desktop} Desktop
 * @typedef {{ name: string, folder: string, parameters: string[] }} Variant
 * @typedef {{ x: number, y: number }} Point
 *
 * A variant that runs by itself, without anything attached to it.
 * @typedef {object} Running
 * @property {number} startedAt
 * @property {(isWanted: (line: string) => boolean) => Promise<number>} untilLine when it printed a line of that kind, from now on
 * @property {() => Promise<void>} stop
 */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Variant} */
export const bare = { name: 'bare', folder: join(root, 'test/desktop/bareTray'), parameters: [] };
/** @type {Variant} */
export const ours = { name: 'ours', folder: root, parameters: ['--demo'] };

/** @param {Desktop} desktop @param {Variant} variant */
function environmentOf(desktop, { name }) {
  const own = join(desktop.home, name);
  return { XDG_CONFIG_HOME: own, PRESENTLY_DATA_DIR: join(own, 'data'), PRESENTLY_LOG: 'stdout' };
}

/** @param {Desktop} desktop @param {string} exe @param {Variant} variant @returns {Running} */
export function run(desktop, exe, variant) {
  const isRoot = process.getuid?.() === 0;
  const parameters = [...(isRoot ? ['--no-sandbox'] : []), variant.folder, ...variant.parameters];
  const env = { ...desktop.env, ...environmentOf(desktop, variant) };
  const startedAt = performance.now();
  const child = desktop.start(exe, parameters, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  if (child.stdout === null) throw new Error('The app has no output.');
  const lines = createInterface({ input: child.stdout });
  return {
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
 * Where the tiles of our popup are on the screen.
 * @param {Desktop} desktop
 * @returns {Promise<{ available: Point, busy: Point }>}
 */
export async function findTiles(desktop) {
  const launched = await launchApp({ desktop, ...ours, environment: environmentOf(desktop, ours) });
  try {
    const icon = await until('the tray icon', desktop.findTrayIcon);
    await launched.waitForEvent('the presence', ({ event, icon: glyph }) => event === 'tray' && glyph === 'available');
    await desktop.click(icon.x + Math.round(icon.width / 2), icon.y + Math.round(icon.height / 2));
    await until('the popup', launched.isPopupShown);
    const page = await launched.popup();
    const tiles = page.getByRole('radiogroup', { name: 'Availability' });
    const centre = async (/** @type {string} */ name) => {
      const box = await tiles.getByRole('radio', { name, exact: true }).boundingBox();
      const popup = await launched.popupRegion();
      if (box === null) throw new Error(`There is no tile ${name}.`);
      return { x: Math.round(popup.x + box.x + box.width / 2), y: Math.round(popup.y + box.y + box.height / 2) };
    };
    return { available: await centre('Available'), busy: await centre('Busy') };
  } finally {
    await launched.stop();
  }
}
