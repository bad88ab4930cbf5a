import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fonts } from './fonts.mjs';

/**
 * A program of the system, the Debian package it comes in, and the file by which it is recognised.
 * @typedef {{ package: string, file: string }} Tool
 */

/** What Electron loads on Linux, some of it only once it is needed; GTK brings the X libraries along. @type {readonly string[]} */
const electronLibraries = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libdrm2',
  'libxkbcommon0',
  'libcups2',
  'libatspi2.0-0',
  'libsecret-1-0',
  'libnotify4',
];
/** Renamed in Debian 13 and Ubuntu 24.04, when times grew to 64 bits. */
const renamedFor64BitTime = new Set(['libgtk-3-0', 'libasound2', 'libcups2', 'libatspi2.0-0']);
/** Opened by name while Electron runs, so that `ldd` does not know of it. */
const libraryOfKeyring = 'libsecret-1.so.0';

/** What the virtual desktop is made of. @type {readonly Tool[]} */
export const desktopTools = [
  { package: 'xvfb', file: 'Xvfb' },
  { package: 'dbus', file: 'dbus-daemon' },
  { package: 'openbox', file: 'openbox' },
  { package: 'tint2', file: 'tint2' },
  { package: 'xdotool', file: 'xdotool' },
  fonts,
];

/** What only the tests need: a keyring, a certificate of their own, a tray host that can be asked, networks and clocks that fail, a package to be made. @type {readonly Tool[]} */
export const testTools = [
  { package: 'gnome-keyring', file: 'gnome-keyring-daemon' },
  { package: 'libnss3-tools', file: 'certutil' },
  { package: 'openssl', file: 'openssl' },
  { package: 'python3-dbus', file: '/usr/lib/python3/dist-packages/dbus/__init__.py' },
  { package: 'iproute2', file: 'ip' },
  { package: 'faketime', file: 'faketime' },
  { package: 'libglib2.0-bin', file: 'gio' },
  { package: 'dpkg', file: 'dpkg-deb' },
  { package: 'python3-gi', file: '/usr/lib/python3/dist-packages/gi/__init__.py' },
];

/** @param {string} file a path, or a name to be found where programs are */
function isThere(file) {
  if (file.startsWith('/')) return existsSync(file);
  const { PATH = '' } = process.env;
  const folders = PATH.split(':').concat('/usr/bin', '/usr/sbin');
  return folders.some((folder) => {
    try {
      accessSync(join(folder, file), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * @param {readonly Tool[]} tools
 * @returns {string[]} the packages of those that are missing
 */
export function missingTools(tools) {
  return tools.filter((tool) => !isThere(tool.file)).map((tool) => tool.package);
}

/** @param {string} lddOutput */
export function parseMissingLibraries(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

/**
 * @param {string} exe the Electron to be started
 * @returns {string[]} the libraries that it would not find
 */
export function missingLibraries(exe) {
  const missing = parseMissingLibraries(spawnSync('ldd', [exe], { encoding: 'utf8' }).stdout ?? '');
  const known = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  if (known.status === 0 && !known.stdout.includes(libraryOfKeyring)) missing.push(libraryOfKeyring);
  return missing;
}

/**
 * @param {string} osRelease the text of /etc/os-release
 * @returns {string[]} the packages with Electron's libraries, as this Debian or Ubuntu calls them
 */
export function libraryPackages(osRelease) {
  const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(osRelease)?.[1] ?? Number.POSITIVE_INFINITY);
  const isRenamed = version >= (/^ID=ubuntu/m.test(osRelease) ? 24.04 : 13);
  return electronLibraries.map((name) => (isRenamed && renamedFor64BitTime.has(name) ? `${name}t64` : name));
}

/** @returns {string[]} the same packages as a .deb names them: by the old name or the new, whichever the system has */
export function libraryDependencies() {
  return electronLibraries.map((name) => (renamedFor64BitTime.has(name) ? `${name} | ${name}t64` : name));
}

export function readOsRelease() {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
}

/** @param {readonly string[]} packages */
export function aptCommand(packages) {
  return `apt-get update && apt-get install --yes --no-install-recommends ${packages.join(' ')}`;
}

/** @returns {string[] | null} what to put before a command to run it as root; null when that is not allowed */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

/**
 * Installs Debian packages, or stops with the command that would.
 * @param {readonly string[]} packages
 */
export function installPackages(packages) {
  const command = aptCommand(packages);
  const byHand = `Run this, then try again:\n  sudo sh -c '${command}'`;
  const prefix = rootPrefix();
  if (prefix === null) throw new Error(`Missing on this system: ${packages.join(' ')}\n${byHand}`);
  console.error(`Installing with apt-get: ${packages.join(' ')}`);
  const words = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'sh', '-c', command];
  const result = spawnSync(words[0] ?? '', words.slice(1), { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${result.stderr.trim()}\napt-get could not install them. ${byHand}`);
}
