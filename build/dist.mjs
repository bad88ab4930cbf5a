import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, Platform } from 'electron-builder';
import { bundle } from './bundle.mjs';
import { buildDeb } from './deb.mjs';
import { desktopActions } from './desktop-actions.mjs';
import { fallbackPackage } from './electron-fallback.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { fail } from './failure.mjs';
import { explainMissing } from './targets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const config = join(root, 'build/electron-builder.yml');
const dist = join(root, 'dist');

/** Not known to the Electron of the fallback, which cannot be told to be without it. */
const newerFuses = { grantFileProtocolExtraPrivileges: false };

function ownVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/** The stand-in for Electron's default app, which the fallback brings along, has no place in a packaged one. */
async function removeDefaultApp(/** @type {{ appOutDir: string }} */ { appOutDir }) {
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
}

/**
 * Packages a folder to try on this computer, with whatever Electron is here.
 * @param {{ out?: string, version?: string }} [options]
 * @returns {Promise<string>} the folder
 */
export async function buildFolder({ out = dist, version = ownVersion() } = {}) {
  const runtime = resolveElectron({ isQuiet: true });
  await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.LINUX.createTarget('dir'),
    config: {
      extends: config,
      directories: { output: out },
      extraMetadata: { version },
      electronDist: runtime.dir,
      electronVersion: runtime.version,
      afterPack: removeDefaultApp,
    },
  });
  return join(out, 'linux-unpacked');
}

/** Packages what can be given to others. With `--dir`, only the folder that the packages are made of. */
async function buildRelease() {
  resolveElectron({ isRelease: true });
  const isFolder = process.argv.includes('--dir');
  await build({
    projectDir: root,
    config: { extends: config, electronFuses: newerFuses, linux: { desktop: await desktopActions('presently') } },
    publish: 'never',
    dir: isFolder,
  });
  if (process.platform === 'linux' && !isFolder) await makeDeb(join(dist, 'linux-unpacked'), true);
}

/** @param {string} app @param {boolean} isRelease */
async function makeDeb(app, isRelease) {
  const file = await buildDeb({ app, root, out: dist, version: ownVersion(), isRelease });
  console.log(`Built ${file}`);
}

async function buildForTrying() {
  const { version } = resolveElectron();
  console.log(`Electron ${version} is not the declared one: what is built is for trying, not a release.`);
  const app = await buildFolder();
  console.log(`Built ${app}`);
  if (!process.argv.includes('--dir')) await makeDeb(app, false);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await bundle();
    const isDeclaredElectron = resolveElectron({ isQuiet: true }).version !== fallbackPackage.version;
    await (isDeclaredElectron ? buildRelease() : buildForTrying());
    const missing = explainMissing({ isDeclaredElectron });
    if (missing.length > 0) console.log(`Not built on this machine:\n  ${missing.join('\n  ')}`);
  } catch (error) {
    fail(error);
  }
}
