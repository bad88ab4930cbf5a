import { randomBytes, randomInt } from 'node:crypto';
import type { SimulatorClock } from '../simulatorClock.ts';
import type { Grant } from './grants.ts';
import type { Scope } from './scopes.ts';

/** A code that waits for somebody to type it. */
export interface PendingDevice {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: number;
  outcome: { readonly kind: 'pending' } | { readonly kind: 'declined' } | { readonly kind: 'granted'; grant: Grant };
}

export interface DeviceCodes {
  issue(scopes: readonly Scope[]): PendingDevice;
  /** Finds what a person typed, however they wrote it; nothing when wrong, used or expired. */
  findTyped(userCode: string): PendingDevice | undefined;
  findPolled(deviceCode: string): PendingDevice | undefined;
  /** Ends a code when its tokens have been handed out. */
  finish(device: PendingDevice): void;
}

/** Units: seconds. As Entra ID gives. */
export const deviceLifeSeconds = 900;

// Without letters and digits that look alike, as Entra's codes are.
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export function createDeviceCodes(clock: SimulatorClock): DeviceCodes {
  const pending = new Map<string, PendingDevice>();
  return {
    issue(scopes) {
      const device: PendingDevice = {
        deviceCode: randomBytes(48).toString('base64url'),
        userCode: Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join(''),
        scopes,
        expiresAt: clock.now() + deviceLifeSeconds * 1000,
        outcome: { kind: 'pending' },
      };
      pending.set(device.deviceCode, device);
      return device;
    },
    findTyped(userCode) {
      const typed = userCode.replace(/[\s-]/g, '').toUpperCase();
      return [...pending.values()].find(
        (device) => device.userCode === typed && device.outcome.kind === 'pending' && clock.now() < device.expiresAt,
      );
    },
    findPolled: (deviceCode) => pending.get(deviceCode),
    finish(device) {
      pending.delete(device.deviceCode);
    },
  };
}
