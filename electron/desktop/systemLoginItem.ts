import type { App } from 'electron';
import type { OpenAtLogin } from '#contract/openAtLogin.ts';
import type { LoginItem } from '../ports.ts';

/** Starts in the tray, without a window. */
export const hidden = '--hidden';

/** Makes the switch for opening at login on Windows and on a Mac, whose own list has it. */
export function createSystemLoginItem(
  system: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
  platform: NodeJS.Platform,
  executable: string,
): LoginItem {
  // In quotes, since a path without them ends at its first space: left to itself Electron looks for C:\Program, and what
  // starts at login counts as turned off. A Mac asks for no path.
  // Source: https://github.com/electron/electron/issues/53911
  const entry = { path: `"${executable}"`, args: [hidden] };

  /** Windows tells by `executableWillLaunchAtLogin` what its Task Manager allows, macOS by `status`. */
  function read(): OpenAtLogin {
    const said = system.getLoginItemSettings(entry);
    if (platform === 'darwin' && said.status === 'requires-approval') return 'needsApproval';
    if (!said.openAtLogin) return 'off';
    return platform === 'win32' && !said.executableWillLaunchAtLogin ? 'disabledByUser' : 'on';
  }

  function set(isOn: boolean): OpenAtLogin {
    system.setLoginItemSettings({ openAtLogin: isOn, ...entry });
    const said = read();
    // Neither system says so itself where it refuses: a Mac an app that is not signed or was not moved, Windows by policy.
    return isOn && said === 'off' ? 'failed' : said;
  }

  return {
    read: async () => read(),
    set: async (isOn) => set(isOn),
    // A Mac's list follows by itself; Windows tells only of entries with this very path, so one of before is not found.
    repair: async () => {},
  };
}
