import type { LoginItemSettings } from 'electron';
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
  const item = createSystemLoginItem(system(takes, allows), platform);
  expect([await item.read(), await item.set(true)]).toEqual(['off', said]);
  if (takes) expect(await item.set(false)).toBe('off');
});
