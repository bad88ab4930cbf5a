import { app, safeStorage } from 'electron';
import type { Log, SecretBox } from '../ports.ts';
import { probeKeyring } from './keyringProbe.ts';
import { callSessionBus } from './sessionBus.ts';

export interface SecretBoxOptions {
  /** As XDG_CURRENT_DESKTOP says; empty where there is none. */
  readonly currentDesktop: string;
  readonly log: Log;
}

/** Units: milliseconds. A keyring may ask the person something first; we do not wait for that. */
const timeLimit = 5_000;

/**
 * Electron's safeStorage as the secret box. To be used when the app is ready.
 *
 * Shape: on Linux the keyring is asked over D-Bus first, and what is sealed with Chromium's built-in key (`v10`) does
 * not count as safe. Electron 42 and later have calls that do not block; older ones block only when nothing is asked.
 */
export function createSecretBox({ currentDesktop, log }: SecretBoxOptions): SecretBox {
  const isLinux = process.platform === 'linux';
  const vault = 'encryptStringAsync' in safeStorage ? waitingVault : blockingVault;
  let isProven = false;

  async function prove(): Promise<boolean> {
    if (isLinux) {
      const passwordStore = app.commandLine.getSwitchValue('password-store');
      const keyring = await probeKeyring({ currentDesktop, passwordStore }, callSessionBus);
      log.info('secretBox.keyring', { keyring });
      if (keyring !== 'unlocked') return false;
    }
    if (!(await within(vault.isAvailable()))) return false;
    const sealed = await within(vault.seal('probe'));
    return !isLinux || /^v1[1-9]/.test(sealed.toString('latin1', 0, 3));
  }

  /** A keyring can be locked, or end, while the app runs: one that fails us has to prove itself again. */
  async function proven<T>(work: Promise<T>): Promise<T> {
    try {
      return await within(work);
    } catch (cause) {
      isProven = false;
      throw cause;
    }
  }

  return {
    isSafe: async () => {
      if (isProven) return true;
      try {
        isProven = await prove();
      } catch (cause) {
        log.warn('secretBox.notProven', { cause: cause instanceof Error ? cause.message : typeof cause });
      }
      return isProven;
    },
    seal: (text) => proven(vault.seal(text)),
    open: (bytes) => proven(vault.open(Buffer.from(bytes))),
  };
}

interface Vault {
  isAvailable(): Promise<boolean>;
  seal(text: string): Promise<Buffer>;
  open(sealed: Buffer): Promise<string>;
}

const waitingVault: Vault = {
  isAvailable: () => safeStorage.isAsyncEncryptionAvailable(),
  seal: (text) => safeStorage.encryptStringAsync(text),
  open: async (sealed) => (await safeStorage.decryptStringAsync(sealed)).result,
};

/** Can go with the last runtime before Electron 42. */
const blockingVault: Vault = {
  isAvailable: async () => safeStorage.isEncryptionAvailable(),
  seal: async (text) => safeStorage.encryptString(text),
  open: async (sealed) => safeStorage.decryptString(sealed),
};

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the keyring did not answer in time')), timeLimit);
  });
  try {
    return await Promise.race([work, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
