/**
 * The part of npm's lock file that is reviewed.
 * @typedef {{ version?: string, resolved?: string, integrity?: string, hasInstallScript?: boolean, link?: boolean, name?: string }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 *
 * A hole that is known, and the first version of each major without it.
 * @typedef {{ id: string, package: string, fixed: string[], what: string }} Advisory
 */

/** Their scripts were read: they fetch or build what only other systems need, or what build/ fetches itself. */
const knownScripts = ['electron', 'electron-winstaller', 'fsevents'];

/** @param {string} path @returns {string} the name of the package that lies there */
function nameAt(path) {
  return path.split('node_modules/').at(-1) ?? path;
}

/**
 * What is wrong with a lock file: a package from elsewhere, without a strong checksum, under another's name, or with a
 * script that nobody has read.
 * @param {Lock} lock
 */
export function reviewLock({ packages }) {
  return Object.entries(packages).flatMap(([path, locked]) => {
    if (path === '') return [];
    const name = nameAt(path);
    const findings = [];
    if (locked.link === true) findings.push(`${name} is a link to a folder`);
    if (!/^sha512-[\w+/]{86}==$/.test(locked.integrity ?? '')) findings.push(`${name} has no sha512 checksum`);
    // Without an address it comes from the registry that npm is set up with.
    if (locked.resolved !== undefined) findings.push(`${name} comes from ${locked.resolved}`);
    if (locked.name !== undefined && locked.name !== name) findings.push(`${name} is ${locked.name} in disguise`);
    if (locked.hasInstallScript && !knownScripts.includes(name)) findings.push(`${name} has an install script`);
    return findings;
  });
}

/**
 * The packages of a lock file that have a known hole.
 * @param {Lock} lock
 * @param {readonly Advisory[]} advisories
 */
export function findHoles({ packages }, advisories) {
  return Object.entries(packages).flatMap(([path, { version = '' }]) => {
    const name = nameAt(path);
    const holes = advisories.filter((advisory) => advisory.package === name && !isFixed(version, advisory.fixed));
    return holes.map(({ id, what }) => `${name} ${version} has ${id}: ${what}`);
  });
}

/**
 * A version is fixed by the entry of its major, or by being of a later major than the last of them.
 * @param {string} version
 * @param {readonly string[]} fixed
 */
function isFixed(version, fixed) {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  const sorted = fixed.map(numbersOf).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const same = sorted.find(([fixedMajor]) => fixedMajor === major);
  if (same === undefined) return major > (sorted.at(-1)?.[0] ?? Number.POSITIVE_INFINITY);
  const [, fixedMinor = 0, fixedPatch = 0] = same;
  return minor > fixedMinor || (minor === fixedMinor && patch >= fixedPatch);
}

/** @param {string} version */
function numbersOf(version) {
  return version.split(/[.-]/).slice(0, 3).map(Number);
}
