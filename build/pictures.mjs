import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { startDesktop } from './desktop.mjs';
import { launchApp } from './launch.mjs';

// Takes README's pictures from the running app, so that they cannot show what the app does not do; then those to which
// the tests compare each state.

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('./launch.mjs').LaunchedApp} LaunchedApp
 * @typedef {'light' | 'dark'} Scheme
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'assets/pictures');
const size = { width: 1200, height: 660 };
const jpegQuality = 90;

/** @param {Page} page @param {Scheme} colorScheme @param {string} path */
async function shoot(page, colorScheme, path) {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600);
  await page.screenshot({ path });
}

/** @param {Page} page @param {string} name */
async function choose(page, name) {
  await page.getByRole('radio', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  // Until the service has shown it, the footer tells of the checking; and then, for some seconds, of a way back.
  await page.getByText('Nothing leaves this computer').waitFor();
  await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'hidden' });
}

/**
 * What the app looks like three times over, each taken in the demo.
 * @param {LaunchedApp} launched @param {Scheme} scheme @param {string} folder
 */
async function takePopups(launched, scheme, folder) {
  const page = await launched.popup();
  const other = scheme === 'light' ? 'dark' : 'light';
  await page.getByRole('radio', { name: 'Busy' }).waitFor();
  await shoot(page, scheme, join(folder, 'available.png'));
  await choose(page, 'Busy');
  await shoot(page, other, join(folder, 'busy.png'));
  await page.getByRole('button', { name: /^Out of office/ }).click();
  await page.getByRole('button', { name: 'Allow in browser' }).or(page.getByText('Reply to my organisation')).waitFor();
  if (await page.getByRole('button', { name: 'Allow in browser' }).isVisible())
    await page.getByRole('button', { name: 'Allow in browser' }).click();
  const reply = page.getByRole('textbox', { name: 'Reply to my organisation' });
  await reply.fill('I’m away this week. For anything urgent, please ask Jonas.');
  await shoot(page, scheme, join(folder, 'out-of-office.png'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('heading', { level: 1, name: 'Available' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'hidden' });
}

/** @param {Scheme} scheme @param {string} folder */
function scene(scheme, folder) {
  const isLight = scheme === 'light';
  const picture = (/** @type {string} */ name) => pathToFileURL(join(folder, `${name}.png`)).href;
  const icon = pathToFileURL(join(root, 'assets/tray/busy@2x.png')).href;
  const sky = isLight
    ? 'linear-gradient(120deg, #b9c3fb, #d9e0fc 45%, #f2c4dc)'
    : 'linear-gradient(120deg, #14162f, #252a72 55%, #4a2547)';
  const bar = isLight ? '#eef2f8' : '#1f1f1f';
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; width: ${size.width}px; height: ${size.height}px; background: ${sky}; overflow: hidden; position: relative }
    img.popup { position: absolute; width: 360px; border-radius: 8px; box-shadow: 0 18px 48px #0006, 0 2px 6px #0004 }
    .bar { position: absolute; inset: auto 0 0 0; height: 48px; background: ${bar} }
    .bar img { position: absolute; right: 36px; top: 13px; width: 22px }
  </style>
  <img class="popup" style="left: 60px; bottom: 72px" src="${picture('available')}">
  <img class="popup" style="right: 60px; bottom: 72px" src="${picture('out-of-office')}">
  <img class="popup" style="left: 420px; bottom: 108px" src="${picture('busy')}">
  <div class="bar"><img src="${icon}"></div>`;
}

/** @param {LaunchedApp} launched @param {Scheme} scheme @param {string} folder */
async function compose(launched, scheme, folder) {
  const file = join(folder, 'scene.html');
  await writeFile(file, scene(scheme, folder));
  const picture = await launched.app.evaluate(
    async ({ BrowserWindow }, [path, width, height, quality]) => {
      const window = new BrowserWindow({ width, height, useContentSize: true, frame: false, show: false });
      await window.loadFile(path);
      // Not to take the focus, without which the popup would hide.
      window.showInactive();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const image = await window.webContents.capturePage();
      window.destroy();
      return image.toJPEG(quality).toString('base64');
    },
    /** @type {const} */ ([file, size.width, size.height, jpegQuality]),
  );
  await writeFile(join(pictures, `hero-${scheme}.jpg`), Buffer.from(picture, 'base64'));
}

/** @param {LaunchedApp} launched */
async function takeSettings(launched) {
  const popup = await launched.popup();
  await popup.evaluate("window.bridge.send('showSettings', 'rules')");
  const page = await launched.settings();
  await page.getByRole('heading', { level: 1, name: 'Rules' }).waitFor();
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(pictures, `settings-${scheme}.jpg`), type: 'jpeg', quality: jpegQuality });
    console.log(`assets/pictures/settings-${scheme}.jpg`);
  }
}

/** The tests that look at each state keep what they see. */
function takeStates() {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const parameters = ['run', '--config', join(root, 'build/vitest.config.ts'), '--project', 'app'];
  const env = { ...process.env, NODE_ENV: 'test', PICTURES: 'keep' };
  const test = 'test/app/accessibility.test.ts';
  const { status } = spawnSync(process.execPath, [vitest, ...parameters, test], { cwd: root, stdio: 'inherit', env });
  if (status !== 0) throw new Error('Not every state could be shown; what the test says has to be mended first.');
}

/** A time zone in which it is two in the afternoon, as the pictures have it whenever they are taken. */
function afternoon() {
  const west = new Date().getUTCHours() - 14;
  return `Etc/GMT${west < 0 ? west : `+${west}`}`;
}

// What stands in out/ may be of an earlier day.
await bundle();
const desktop = await startDesktop({ size: { width: 2600, height: 1700 } });
const folder = await mkdtemp(join(tmpdir(), 'presently-pictures-'));
try {
  await mkdir(pictures, { recursive: true });
  const launched = await launchApp({
    desktop,
    folder: root,
    parameters: ['--demo', '--force-device-scale-factor=2', '--hide-scrollbars'],
    environment: { PRESENTLY_LOG: 'stdout', PRESENTLY_DATA_DIR: join(desktop.home, 'data'), TZ: afternoon() },
  });
  await launched.waitForEvent('the demo signed in', ({ icon }) => icon === 'available', 20_000);
  const icon = await desktop.findTrayIcon();
  if (icon === null) throw new Error('The icon is not in the tray.');
  await desktop.click(icon.x + icon.width / 2, icon.y + icon.height / 2);
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    await takePopups(launched, scheme, folder);
    await compose(launched, scheme, folder);
    console.log(`assets/pictures/hero-${scheme}.jpg`);
  }
  await takeSettings(launched);
  await launched.stop();
} finally {
  await rm(folder, { recursive: true, force: true });
  await desktop.stop();
}
takeStates();
