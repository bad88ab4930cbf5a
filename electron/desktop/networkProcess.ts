import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { app } from 'electron';
import { isJsonObject, parseJson } from '#contract/json.ts';
import type { SettingsKey } from '#contract/settings.ts';

const wish: SettingsKey = 'freeMemory';
/** Source: kNetworkServiceInProcess in Chromium's content/public/common/content_features.cc. One that is not known does nothing. */
const inThisProcess = 'NetworkServiceInProcess2';
const switchName = 'enable-features';
const largestBytes = 1_000_000;

/**
 * Lets the network service run in this process, instead of in one of its own, for whoever wants memory to be free; must
 * be called before the app is ready, and so holds from the next start on.
 *
 * Shape: looks into the user's own `configPath` and nowhere else, since what reads all that there is takes its time, and is
 * loaded only once the icon is there. Left alone, the service has a process, and its end is not the app's. On Linux only:
 * there the service has no sandbox that it would lose, as it has on a Mac, and there it was seen to work.
 */
export function spareNetworkProcess(configPath: string): void {
  if (process.platform !== 'linux' || !isWished(configPath)) return;
  const asked = app.commandLine.getSwitchValue(switchName);
  app.commandLine.appendSwitch(switchName, asked === '' ? inThisProcess : `${asked},${inThisProcess}`);
}

function isWished(configPath: string): boolean {
  try {
    const content = parseJson(readNow(configPath));
    return isJsonObject(content) && content[wish] === true;
  } catch {
    // What is wrong with the file is said by whoever reads all of it.
    return false;
  }
}

/** The start waits for it: so no pipe, no huge file, and no link to a disk that does not answer. */
function readNow(path: string): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const facts = fstatSync(file);
    return facts.isFile() && facts.size <= largestBytes ? readFileSync(file, 'utf8') : '';
  } finally {
    closeSync(file);
  }
}
