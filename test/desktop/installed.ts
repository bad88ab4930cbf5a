import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { createPackage, extractAll, uncache } from '@electron/asar';
import { buildDeb } from '../../build/deb.mjs';
import type { Desktop } from '../../build/desktop.mjs';
import { desktopId } from '../../build/desktop-entry.mjs';
import { buildFolder } from '../../build/dist.mjs';
import { isRoot } from '../../build/launch.mjs';

/** Whom the app belongs to when it runs: nobody special, since root has no sandbox. */
export const ordinaryUser = isRoot() ? { uid: 65_534, gid: 65_534 } : undefined;

const repository = join(import.meta.dirname, '../..');

/** What came of a start that ended by itself. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The packages, and a system of their own to install them on: a folder that dpkg takes for `/`. */
export interface Installation {
  readonly executable: string;
  readonly resources: string;
  install(version: string): void;
  remove(): void;
  /** All that lies in the system beside dpkg's own memory. */
  files(): readonly string[];
  /** Starts it as the desktop's launcher would, by its entry or one of the entry's actions. */
  launch(desktop: Desktop, action?: string): Promise<void>;
  /** Starts the executable and waits until it has ended. */
  run(desktop: Desktop, parameters: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Ended>;
  /** The processes that run now, by their ids, with their command lines. */
  processes(): ReadonlyMap<number, string>;
  /** Ends those. */
  end(): void;
  dispose(): void;
}

const byEntry = `
import sys
from gi.repository import Gio
entry = Gio.DesktopAppInfo.new_from_filename(sys.argv[1])
entry.launch_action(sys.argv[2], None) if len(sys.argv) > 2 else entry.launch([], None)
`;

/** Packages the bundled app once for each version, and prepares a system without any. */
export async function createInstallation(versions: readonly string[]): Promise<Installation> {
  const place = mkdtempSync(join(tmpdir(), 'presently-system-'));
  chmodSync(place, 0o755);
  const root = join(place, 'root');
  const app = await buildFolder({ out: join(place, 'dist') });
  const packages = new Map<string, string>();
  for (const version of versions) {
    await giveVersion(join(app, 'resources/app.asar'), version);
    packages.set(version, await buildDeb({ app, root: repository, out: place, version, isRelease: false }));
  }
  rmSync(join(place, 'dist'), { recursive: true });
  for (const folder of ['info', 'updates', 'triggers'])
    mkdirSync(join(root, 'var/lib/dpkg', folder), { recursive: true });
  writeFileSync(join(root, 'var/lib/dpkg/status'), '');
  const executable = join(root, 'usr/lib/presently/presently');
  const environmentOf = ({ env }: Desktop) => ({
    ...env,
    PATH: `${join(root, 'usr/bin')}:${env['PATH']}`,
    XDG_DATA_DIRS: `${join(root, 'usr/share')}:/usr/share`,
  });

  function dpkg(...parameters: string[]): void {
    const rights = ['--force-not-root', '--force-depends', `--log=${join(place, 'dpkg.log')}`];
    const { status, stderr } = spawnSync('dpkg', [`--root=${root}`, ...rights, ...parameters], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
    });
    if (status !== 0) throw new Error(`dpkg ${parameters.join(' ')}: ${stderr}`);
  }

  function processes(): ReadonlyMap<number, string> {
    const ids = readdirSync('/proc').map(Number).filter(Boolean);
    return new Map(ids.flatMap((id): [number, string][] => (isOurs(id, executable) ? [[id, commandLine(id)]] : [])));
  }

  const installation: Installation = {
    executable,
    resources: join(root, 'usr/lib/presently/resources'),
    install: (version) => dpkg('-i', packages.get(version) ?? ''),
    remove: () => dpkg('--purge', 'presently'),
    files: () => readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('var')),
    async launch(desktop, action) {
      const entry = join(root, 'usr/share/applications', `${desktopId}.desktop`);
      const words = ['-c', byEntry, entry, ...(action === undefined ? [] : [action])];
      const options = { env: environmentOf(desktop), stdio: 'ignore' as const };
      const [code] = await once(desktop.start('/usr/bin/python3', words, options), 'exit');
      if (code !== 0) throw new Error(`The entry could not be started: ${code}`);
    },
    async run(desktop, parameters, environment = {}) {
      const options = { ...ordinaryUser, cwd: '/', env: { ...environmentOf(desktop), ...environment } };
      const child = spawn(executable, [...parameters], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
      const closed = once(child, 'close');
      const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
      const [code] = await closed;
      return { code: typeof code === 'number' ? code : null, stdout, stderr };
    },
    processes,
    end() {
      for (const id of processes().keys()) kill(id);
    },
    dispose() {
      installation.end();
      rmSync(place, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return installation;
}

/** Makes another version of a packaged app, which is the same but for what it says it is. */
async function giveVersion(archive: string, version: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'presently-archive-'));
  extractAll(archive, folder);
  const about = join(folder, 'package.json');
  writeFileSync(about, JSON.stringify({ ...JSON.parse(readFileSync(about, 'utf8')), version }));
  await createPackage(folder, archive);
  // What is remembered of it is of the one before.
  uncache(archive);
  rmSync(folder, { recursive: true });
}

function isOurs(id: number, executable: string): boolean {
  try {
    return readlinkSync(`/proc/${id}/exe`).startsWith(executable);
  } catch {
    return false;
  }
}

function commandLine(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It went with another.
  }
}
