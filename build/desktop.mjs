import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { busConfiguration, panelColour, panelConfiguration, panelHeight } from './desktop-configuration.mjs';
import { layOutFonts } from './fonts.mjs';
import { createKeeper } from './keeper.mjs';
import { startKeyring } from './keyring.mjs';
import { findPixels, isColour, readScreen, toPng } from './screen.mjs';
import { until } from './until.mjs';

/**
 * @typedef {import('./screen.mjs').Colour} Colour
 * @typedef {import('./screen.mjs').Region} Region
 * @typedef {import('./screen.mjs').Patch} Patch
 * @typedef {import('./keeper.mjs').Keeper} Keeper
 * @typedef {'unlocked' | 'locked' | 'none'} KeyringKind
 * @typedef {{ uid: number, gid: number }} User whose desktop it is; ours where none is named, and only root can name one
 *
 * A desktop of its own: screen, session bus, window manager, tray, keyring and home folder, shared with nobody.
 * @typedef {object} Desktop
 * @property {NodeJS.ProcessEnv} env what a program needs to run on it
 * @property {string} home
 * @property {Region} trayRegion the panel that holds the tray; without one, the strip where it would be
 * @property {Keeper['start']} start runs a program on it that ends with it
 * @property {() => Promise<PNG>} screenshot
 * @property {(path: string) => Promise<void>} saveScreenshot
 * @property {(x: number, y: number, button?: 1 | 2 | 3) => Promise<void>} click
 * @property {(x: number, y: number) => Promise<void>} movePointer
 * @property {(...names: string[]) => Promise<void>} key
 * @property {(text: string) => Promise<void>} type
 * @property {(colour: Colour, region?: Region, tolerance?: number) => Promise<Patch | null>} findColour
 * @property {(id: number) => Promise<Region>} windowRegion where the X server has a window, without its frame
 * @property {() => Promise<Patch | null>} findTrayIcon all that is not panel in the tray's region
 * @property {() => Promise<void>} stop ends everything that runs on it and removes its files
 */

const run = promisify(execFile);

/** @param {string} home @returns {NodeJS.ProcessEnv} */
function homeEnvironment(home) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(xdg_|dbus_|wayland_|gtk_|lc_|language$|electron_run_as_node|node_options)|_proxy$/i.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_SESSION_TYPE: 'x11',
    // GTK would look for an accessibility bus, which is not there.
    NO_AT_BRIDGE: '1',
    LANG: 'C.UTF-8',
  };
}

/** @param {User | undefined} user @returns {Keeper} */
function keeperFor(user) {
  const keeper = createKeeper();
  return {
    ...keeper,
    start: (command, parameters, options) => keeper.start(command, parameters, { ...user, ...options }),
  };
}

/** @param {User | undefined} user @param {string} folder */
async function giveTo(user, folder) {
  if (user === undefined) return;
  const inside = await readdir(folder, { recursive: true });
  for (const path of ['', ...inside]) await chown(join(folder, path), user.uid, user.gid);
}

/** @param {NodeJS.ReadableStream | null} stream @param {string} who */
async function firstLine(stream, who) {
  if (stream === null) throw new Error(`${who} has no output.`);
  const lines = createInterface({ input: stream });
  const ended = once(lines, 'close').then(() => {
    throw new Error(`${who} ended before it was ready.`);
  });
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  ended.catch(() => {});
  return String(line);
}

/** @param {string} text what `xdotool getwindowgeometry --shell` says @returns {Region} */
function parseRegion(text) {
  const number = (/** @type {string} */ name) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(text)?.[1]);
  return { x: number('X'), y: number('Y'), width: number('WIDTH'), height: number('HEIGHT') };
}

/** @param {Keeper} keeper @param {NodeJS.ProcessEnv} env @param {string} home @param {{ width: number, height: number }} size */
async function startScreen(keeper, env, home, size) {
  const options = ['-nolisten', 'tcp', '-nocursor', '-noreset', '-fbdir', home, '-displayfd', '3'];
  const geometry = ['-screen', '0', `${size.width}x${size.height}x24`];
  const server = keeper.start('Xvfb', [...geometry, ...options], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = /** @type {NodeJS.ReadableStream | null} */ (server.stdio[3] ?? null);
  return `:${await firstLine(numbers, 'Xvfb')}`;
}

/** @param {Keeper} keeper @param {NodeJS.ProcessEnv} env @param {string} home */
async function startBus(keeper, env, home) {
  const file = join(home, 'bus.conf');
  await writeFile(file, busConfiguration(home));
  const parameters = [`--config-file=${file}`, '--nofork', '--nopidfile', '--print-address=1'];
  const bus = keeper.start('dbus-daemon', parameters, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  return firstLine(bus.stdout, 'dbus-daemon');
}

/** @param {Keeper} keeper @param {NodeJS.ProcessEnv} env @param {string} home */
async function startWindowManager(keeper, env, home) {
  const mark = join(home, 'openbox-is-up');
  keeper.start('openbox', ['--sm-disable', '--startup', `touch ${mark}`], { env, stdio: 'ignore' });
  await until('the window manager', () => existsSync(mark));
}

/** @param {Keeper} keeper @param {NodeJS.ProcessEnv} env @param {string} home @param {() => Promise<Patch | null>} findPanel */
async function startPanel(keeper, env, home, findPanel) {
  const file = join(home, 'tint2rc');
  await writeFile(file, panelConfiguration);
  keeper.start('tint2', ['-c', file], { env, stdio: 'ignore' });
  await until('the panel with the tray', async () => ((await findPanel())?.count ?? 0) > 1000);
}

/**
 * @param {{ keyring?: KeyringKind, tray?: 'tint2' | 'none', size?: { width: number, height: number }, user?: User }} [options]
 * @returns {Promise<Desktop>}
 */
export async function startDesktop({
  keyring = 'none',
  tray = 'tint2',
  size = { width: 1024, height: 768 },
  user,
} = {}) {
  const home = await mkdtemp(join(tmpdir(), 'presently-desktop-'));
  const keeper = keeperFor(user);
  const env = homeEnvironment(home);
  const whole = { x: 0, y: 0, ...size };
  const trayRegion = { x: 0, y: size.height - panelHeight, width: size.width, height: panelHeight };
  const read = () => readScreen(join(home, 'Xvfb_screen0'));
  /** @param {string[]} words */
  const press = async (...words) => void (await run('xdotool', words, { env }));
  /** @type {Desktop} */
  const desktop = {
    env,
    home,
    trayRegion,
    start: (command, parameters, options) => keeper.start(command, parameters, { env, ...options }),
    screenshot: async () => toPng(await read()),
    saveScreenshot: async (path) => writeFile(path, PNG.sync.write(toPng(await read()))),
    click: (x, y, button = 1) => press('mousemove', String(x), String(y), 'click', String(button)),
    movePointer: (x, y) => press('mousemove', String(x), String(y)),
    key: (...names) => press('key', ...names),
    type: (text) => press('type', '--', text),
    findColour: async (colour, region = whole, tolerance = 24) =>
      findPixels(await read(), region, isColour(colour, tolerance)),
    windowRegion: async (id) =>
      parseRegion((await run('xdotool', ['getwindowgeometry', '--shell', `${id}`], { env })).stdout),
    findTrayIcon: async () => {
      const isPanel = isColour(panelColour, 8);
      return findPixels(await read(), trayRegion, (red, green, blue) => !isPanel(red, green, blue));
    },
    stop: async () => {
      await keeper.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    for (const name of ['.config', '.local/share', '.cache', 'services']) {
      await mkdir(join(home, name), { recursive: true });
    }
    await mkdir(join(home, 'run'), { mode: 0o700 });
    Object.assign(env, await layOutFonts(home));
    await giveTo(user, home);
    Object.assign(env, { DISPLAY: await startScreen(keeper, env, home, size) });
    Object.assign(env, { DBUS_SESSION_BUS_ADDRESS: await startBus(keeper, env, home) });
    await startWindowManager(keeper, env, home);
    if (tray === 'tint2') await startPanel(keeper, env, home, () => desktop.findColour(panelColour, trayRegion, 2));
    if (keyring !== 'none') await startKeyring(keeper, env, home, keyring);
    return desktop;
  } catch (error) {
    await desktop.stop();
    throw error;
  }
}
