import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { resolveElectron } from './electron-runtime.mjs';
import { fail } from './failure.mjs';
import {
  desktopTools,
  installPackages,
  libraryPackages,
  missingLibraries,
  missingTools,
  readOsRelease,
  testTools,
} from './system.mjs';

// Runs before anything is installed, so it imports nothing but Node and its own neighbours.

const root = fileURLToPath(new URL('..', import.meta.url));
/** Enough of npm's words; its manual page follows. */
const linesOfReason = 12;

/**
 * The part of npm's lock files that is compared.
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean }> }} Lock
 */

/**
 * Whether what is installed is no longer what the lock file says. Optional packages may be absent: they are for other systems.
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function isStale(lock, installed) {
  return Object.entries(lock.packages ?? {}).some(([path, wanted]) => {
    const found = installed.packages?.[path];
    if (path === '' || (found === undefined && wanted.optional)) return false;
    return found?.version !== wanted.version;
  });
}

/** @param {string} file @returns {Lock} */
function readLock(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function installModules() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && !isStale(readLock(join(root, 'package-lock.json')), readLock(installed))) return;
  console.error('Installing the npm packages of package-lock.json.');
  const { npm_execpath: npm } = process.env;
  const words = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const parameters = [...words.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const isShell = process.platform === 'win32' && words[0] === 'npm';
  const result = spawnSync(words[0] ?? '', parameters, { cwd: root, encoding: 'utf8', shell: isShell });
  if (result.status === 0) return;
  const reason = result.error?.message ?? result.stderr.split('\n').slice(0, linesOfReason).join('\n');
  throw new Error(`npm ci failed:\n${reason}`);
}

/** @param {string} exe @param {boolean} isForTests */
function installSystem(exe, isForTests) {
  if (process.platform !== 'linux') return;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const tools = isForTests ? [...desktopTools, ...testTools] : DISPLAY || WAYLAND_DISPLAY ? [] : desktopTools;
  const libraries = missingLibraries(exe);
  const packages = missingTools(tools);
  if (libraries.length === 0 && packages.length === 0) return;
  if (!existsSync('/etc/debian_version')) {
    throw new Error(
      `Missing on this system, by the names of Debian's packages: ${[...packages, ...libraries].join(' ')}`,
    );
  }
  installPackages(libraries.length > 0 ? [...libraryPackages(readOsRelease()), ...packages] : packages);
  const still = [...missingLibraries(exe), ...missingTools(tools)];
  if (still.length > 0) throw new Error(`Still missing after apt-get: ${still.join(' ')}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    installModules();
    installSystem(resolveElectron({ isQuiet: true }).exe, process.argv.includes('--tests'));
  } catch (error) {
    fail(error);
  }
}
