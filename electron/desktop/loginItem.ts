import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { app } from 'electron';
import type { OpenAtLogin } from '#contract/openAtLogin.ts';
import type { Log, LoginItem } from '../ports.ts';
import { readEntry, withCommand, writeEntry } from './autostartEntry.ts';

export interface LoginItemParts {
  /** How this program is started again. */
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

/** Starts in the tray, without a window. */
const hidden = '--hidden';

/** Makes the switch that lets the system open the app at login. What it says is read back, never guessed. */
export function createLoginItem(parts: LoginItemParts): LoginItem {
  if (process.platform === 'linux') return createAutostart(parts);
  return { read: async () => readSystem(), set: async (isOn) => setSystem(isOn), repair: async () => {} };
}

function setSystem(isOn: boolean): OpenAtLogin {
  app.setLoginItemSettings({ openAtLogin: isOn, args: [hidden] });
  return readSystem();
}

/** Windows tells by `executableWillLaunchAtLogin` what its Task Manager allows, macOS by `status`. */
function readSystem(): OpenAtLogin {
  const said = app.getLoginItemSettings({ args: [hidden] });
  if (process.platform === 'darwin' && said.status === 'requires-approval') return 'needsApproval';
  if (!said.openAtLogin) return 'off';
  return process.platform === 'win32' && !said.executableWillLaunchAtLogin ? 'disabledByUser' : 'on';
}

function createAutostart({ program, environment, log }: LoginItemParts): LoginItem {
  const path = join(app.getPath('appData'), 'autostart', 'io.github.presently.Presently.desktop');
  const command = [...program, hidden];
  // In a sandbox neither the folder nor the program is what the desktop sees.
  const isOffered = environment['FLATPAK_ID'] === undefined && environment['SNAP'] === undefined;

  async function read(): Promise<OpenAtLogin> {
    if (!isOffered) return 'notOffered';
    const text = await load();
    if (text === null) return 'off';
    return readEntry(text).isEnabled ? 'on' : 'disabledByUser';
  }

  async function load(): Promise<string | null> {
    try {
      return await readFile(path, 'utf8');
    } catch {
      return null;
    }
  }

  async function save(text: string | null): Promise<boolean> {
    if (text === null) return false;
    return isDone(mkdir(dirname(path), { recursive: true, mode: 0o700 }).then(() => writeFile(path, text)));
  }

  /** Whether the file system let us. */
  async function isDone(change: Promise<void>): Promise<boolean> {
    try {
      await change;
      return true;
    } catch (cause) {
      log.warn('autostart.notWritten', { cause: String(cause) });
      return false;
    }
  }

  return {
    read,
    async set(isOn) {
      if (!isOffered) return 'notOffered';
      if (isOn) return (await save(writeEntry(command))) ? read() : 'failed';
      return (await isDone(rm(path, { force: true }))) ? read() : 'failed';
    },
    /** Only where the program that it starts is gone: a second copy never takes the first one's place. */
    async repair() {
      const text = isOffered ? await load() : null;
      if (text === null) return;
      const entry = readEntry(text);
      const isGone = entry.program !== null && isAbsolute(entry.program) && !existsSync(entry.program);
      if (!entry.isEnabled || !isGone) return;
      if (await save(withCommand(text, command))) log.info('autostart.repaired');
    },
  };
}
