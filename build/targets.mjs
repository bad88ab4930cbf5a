import process from 'node:process';

/** What a full release is made of: the system that builds it, and what it needs beyond this repository. */
export const releaseTargets = [
  { name: 'AppImage', builtOn: 'linux', needs: 'the AppImage runtime, which electron-builder downloads from GitHub' },
  { name: 'deb', builtOn: 'linux', needs: null },
  { name: 'rpm', builtOn: 'linux', needs: 'fpm, which electron-builder downloads from GitHub' },
  { name: 'tar.gz', builtOn: 'linux', needs: '7-Zip, which electron-builder downloads from GitHub' },
  { name: 'nsis', builtOn: 'win32', needs: 'NSIS and its plug-ins' },
  { name: 'msi', builtOn: 'win32', needs: 'the WiX toolset' },
  { name: 'dmg', builtOn: 'darwin', needs: 'macOS' },
  { name: 'zip', builtOn: 'darwin', needs: 'macOS' },
];

/**
 * Which targets are not built here, each with the reason in one line.
 * @param {{ isDeclaredElectron: boolean, platform?: string }} machine
 */
export function explainMissing({ isDeclaredElectron, platform = process.platform }) {
  return releaseTargets.flatMap(({ name, builtOn, needs }) => {
    if (builtOn !== platform)
      return [`${name}: is built on ${systemNames[builtOn] ?? builtOn} (it needs ${needs ?? 'that system'})`];
    if (!isDeclaredElectron && needs !== null)
      return [`${name}: needs ${needs}, and Electron's own download, out of reach here`];
    return [];
  });
}

/** @type {Readonly<Record<string, string>>} */
const systemNames = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' };
