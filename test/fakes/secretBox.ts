import type { SecretBox } from '../../electron/ports.ts';

/** A safe that can be locked, or lose its key, while a test runs. What it seals is not the text. */
export function createFakeSecretBox(start: { isSafe?: boolean; key?: string } = {}) {
  const safe = { isOpen: start.isSafe ?? true, key: start.key ?? 'first' };
  function usable(): void {
    if (!safe.isOpen) throw new Error('the safe is locked');
  }
  const box = {
    isSafe: async () => safe.isOpen,
    seal: async (text) => {
      usable();
      return Buffer.from(`v11${safe.key}:${Buffer.from(text).toString('base64')}`);
    },
    open: async (bytes) => {
      usable();
      const [key, sealed] = Buffer.from(bytes).toString('latin1').split(':');
      if (key !== `v11${safe.key}` || sealed === undefined) throw new Error('sealed with another key');
      return Buffer.from(sealed, 'base64').toString('utf8');
    },
  } satisfies SecretBox;
  return {
    ...box,
    lock: () => (safe.isOpen = false),
    unlock: () => (safe.isOpen = true),
    changeKey: (key: string) => (safe.key = key),
  };
}
