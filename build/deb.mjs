import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { desktopEntry, desktopId } from './desktop-entry.mjs';
import { render } from './icons.mjs';
import { libraryDependencies } from './system.mjs';

/**
 * @typedef {object} DebParts
 * @property {string} app the folder with the unpacked app
 * @property {string} root the repository
 * @property {string} out where the package goes
 * @property {string} version
 * @property {boolean} isRelease small rather than soon
 */

const iconSizes = [16, 22, 24, 32, 48, 64, 128, 256, 512];

/**
 * Makes the .deb out of the unpacked app, with Debian's own packer: what is tested here is what is released. It has no
 * script of its own, so that its removal leaves nothing; the desktop's own triggers see the entry and the icons.
 * @param {DebParts} parts
 * @returns {Promise<string>} the package's path
 */
export async function buildDeb({ app, root, out, version, isRelease }) {
  const tree = mkdtempSync(join(tmpdir(), 'presently-deb-'));
  const home = join(tree, 'usr/lib/presently');
  try {
    mkdirSync(dirname(home), { recursive: true });
    cpSync(app, home, { recursive: true, verbatimSymlinks: true });
    // What other packages made of the same folder have left there for themselves.
    for (const name of ['app-update.yml', 'package-type']) rmSync(join(home, 'resources', name), { force: true });
    mkdirSync(join(tree, 'usr/bin'));
    symlinkSync('../lib/presently/presently', join(tree, 'usr/bin/presently'));
    put(tree, `usr/share/applications/${desktopId}.desktop`, await desktopEntry());
    putIcons(tree, readFileSync(join(root, 'build/icon.svg'), 'utf8'));
    put(tree, 'usr/share/doc/presently/copyright', readFileSync(join(root, 'LICENSE')));
    put(
      tree,
      'usr/share/doc/presently/THIRD-PARTY-NOTICES.txt',
      readFileSync(join(root, 'out/THIRD-PARTY-NOTICES.txt')),
    );
    setModes(tree);
    putControl(tree, version);
    const file = join(out, `presently_${version}_amd64.deb`);
    const packing = isRelease ? ['-Zxz'] : ['-Znone'];
    execFileSync('dpkg-deb', ['--root-owner-group', ...packing, '--build', tree, file], { stdio: 'pipe' });
    return file;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** @param {string} tree @param {string} path @param {string | Buffer} content */
function put(tree, path, content) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), content);
}

/** @param {string} tree @param {string} svg */
function putIcons(tree, svg) {
  for (const size of iconSizes) {
    put(tree, `usr/share/icons/hicolor/${size}x${size}/apps/presently.png`, render(svg, size));
  }
  put(tree, 'usr/share/icons/hicolor/scalable/apps/presently.svg', svg);
}

/** @param {string} tree @returns {string[]} every file but links, by its path in the package */
function listFiles(tree) {
  const all = readdirSync(tree, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => relative(tree, join(entry.parentPath ?? entry.path, entry.name)));
}

/** Nothing of the builder's umask is in a package. Chromium's helper needs root where user namespaces are not to be had. @param {string} tree */
function setModes(tree) {
  for (const name of readdirSync(tree, { recursive: true, withFileTypes: true })) {
    const path = join(name.parentPath ?? name.path, name.name);
    if (name.isDirectory()) chmodSync(path, 0o755);
    else if (name.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
  chmodSync(tree, 0o755);
  chmodSync(join(tree, 'usr/lib/presently/chrome-sandbox'), 0o4755);
}

/** @param {string} tree @param {string} version */
function putControl(tree, version) {
  const files = listFiles(tree);
  const bytes = files.reduce((sum, file) => sum + statSync(join(tree, file)).size, 0);
  const sums = files.map(
    (file) =>
      `${createHash('md5')
        .update(readFileSync(join(tree, file)))
        .digest('hex')}  ${file}`,
  );
  put(tree, 'DEBIAN/md5sums', `${sums.join('\n')}\n`);
  put(
    tree,
    'DEBIAN/control',
    `Package: presently
Version: ${version}
Architecture: amd64
Maintainer: The Presently authors <presently@users.noreply.github.com>
Installed-Size: ${Math.ceil(bytes / 1024)}
Depends: ${[...libraryDependencies(), 'xdg-utils', 'libc6'].join(', ')}
Section: net
Priority: optional
Homepage: https://github.com/presently/presently
Description: Microsoft 365 presence from the tray
 Sets your own presence with one click, and always tells what others see.
 Works with GNOME's AppIndicator extension, KDE, Xfce and other trays.
`,
  );
  chmodSync(join(tree, 'DEBIAN'), 0o755);
}
