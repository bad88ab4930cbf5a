import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, Platform } from 'electron-builder';
import { bundle } from './bundle.mjs';
import { fallbackPackage } from './electron-fallback.mjs';
import { resolveElectron } from './electron-runtime.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const config = join(root, 'build/electron-builder.yml');

/** The stand-in for Electron's default app, which the fallback brings along, has no place in a packaged one. */
async function removeDefaultApp(/** @type {{ appOutDir: string }} */ { appOutDir }) {
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
}

/** Packages what can be given to others. With `--dir`, only the folder that the packages are made of. */
async function buildRelease() {
  resolveElectron({ isRelease: true });
  await build({ projectDir: root, config, publish: 'never', dir: process.argv.includes('--dir') });
}

/** Packages a folder to try on this computer, with whatever Electron is here. */
async function buildForTrying() {
  const { dir, version } = resolveElectron();
  console.log(`Electron ${version} is not the declared one: this folder is for trying, not a release.`);
  await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.LINUX.createTarget('dir'),
    config: { extends: config, electronDist: dir, electronVersion: version, afterPack: removeDefaultApp },
  });
  console.log('Built dist/linux-unpacked.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await bundle();
    await (resolveElectron({ isQuiet: true }).version === fallbackPackage.version ? buildForTrying() : buildRelease());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
