import type { LoginItemSettings, LoginItemSettingsOptions, Settings } from 'electron';
import { expect, it } from 'vitest';
import { createSystemLoginItem } from '../../../electron/desktop/systemLoginItem.ts';

function statusOf(isOn: boolean, isAllowed: boolean): LoginItemSettings['status'] {
  if (!isOn) return 'not-found';
  return isAllowed ? 'enabled' : 'requires-approval';
}

/** A system that takes what it is told, or goes on as before. */
function system(takes: boolean, allows: boolean) {
  let isOn = false;
  return {
    setLoginItemSettings: ({ openAtLogin = false }) => {
      if (takes) isOn = openAtLogin;
    },
    getLoginItemSettings: () => ({
      ...{ openAtLogin: isOn, openAsHidden: false, wasOpenedAtLogin: false, wasOpenedAsHidden: false },
      ...{ restoreState: false, launchItems: [], executableWillLaunchAtLogin: isOn && allows },
      status: statusOf(isOn, allows),
    }),
  };
}

it.each([
  ['darwin', true, true, 'on'],
  ['darwin', true, false, 'needsApproval'],
  ['darwin', false, true, 'failed'],
  ['win32', true, true, 'on'],
  ['win32', true, false, 'disabledByUser'],
  ['win32', false, true, 'failed'],
] as const)('[D3] opening at login on %s, taken: %s, allowed: %s', async (platform, takes, allows, said) => {
  const item = createSystemLoginItem(
    system(takes, allows),
    platform,
    '/Applications/Presently.app/Contents/MacOS/Presently',
  );
  expect([await item.read(), await item.set(true)]).toEqual(['off', said]);
  if (takes) expect(await item.set(false)).toBe('off');
});

/** The program of a command line, as Windows takes it apart: up to the next quote, or else to the first space. */
function programOf(commandLine: string): string {
  return (
    /^"([^"]*)"|^\S+/
      .exec(commandLine)
      ?.slice(0, 2)
      .findLast((part) => part !== undefined) ?? ''
  );
}

/**
 * Windows' list of what starts at login, as Electron writes and reads it: without quotes around the program in
 * Electron 25, and where it needs them in Electron 45. Source: FormatCommandLineString and GetLoginItemSettingsHelper in
 * Electron's shell/browser/browser_win.cc
 */
function windows(executable: string, hasQuotes: boolean) {
  let entry: string | null = null;
  const lineOf = ({ path = executable, args = [] }: LoginItemSettingsOptions) => {
    const program = path.replace(/^"(.*)"$/, '$1');
    const quoted = program.includes(' ') ? `"${program}"` : program;
    return [hasQuotes ? quoted : path, ...args].join(' ');
  };
  return {
    entry: () => entry,
    setLoginItemSettings: ({ openAtLogin = false, ...options }: Settings) => {
      entry = openAtLogin ? lineOf(options) : null;
    },
    getLoginItemSettings: (options: LoginItemSettingsOptions = {}) => {
      const isOurs = entry !== null && programOf(entry) === programOf(options.path ?? executable);
      return {
        ...{ openAtLogin: entry === lineOf(options), wasOpenedAtLogin: false, status: 'not-registered' as const },
        ...{ executableWillLaunchAtLogin: isOurs, launchItems: [] },
      };
    },
  };
}

const places = ['C:\\Program Files\\Presently\\Presently.exe', 'C:\\Users\\Zo\u00eb\\Presently.exe'];

it.each(places.flatMap((place) => [true, false].map((hasQuotes) => [place, hasQuotes] as const)))(
  '[D3] opening at login from %s, Electron sets quotes: %s',
  async (executable, hasQuotes) => {
    const list = windows(executable, hasQuotes);
    const item = createSystemLoginItem(list, 'win32', executable);
    expect([await item.set(true), await item.read()]).toEqual(['on', 'on']);
    expect(programOf(list.entry() ?? '')).toBe(executable);
    expect(list.entry()).toMatch(/ --hidden$/);
    expect(await item.set(false)).toBe('off');
  },
);
