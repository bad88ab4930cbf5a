import { app } from 'electron';
import type { OpenAtLogin } from '#contract/openAtLogin.ts';
import type { Log, LoginItem } from '../ports.ts';
import { createAutostart } from './autostart.ts';

export interface LoginItemParts {
  /** How this program is started again. */
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
}

/** Starts in the tray, without a window. */
const hidden = '--hidden';

/** Makes the switch that lets the system open the app at login. What it says is read back, never guessed. */
export function createLoginItem({ program, environment, log }: LoginItemParts): LoginItem {
  if (process.platform === 'linux') {
    return createAutostart({
      ...{ configFolder: app.getPath('appData'), command: [...program, hidden] },
      ...{ environment, log },
    });
  }
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
