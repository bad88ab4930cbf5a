import { app, type Session, session } from 'electron';
import type { Fetch } from '../ports.ts';

/**
 * Fetch as the desktop does it: the system's proxy and certificates, nothing kept on disk.
 *
 * Shape: its own session in memory, so that no cookie of one request is seen by another. A redirect is an error,
 * because a token must never follow one to another host.
 */
export function createNetFetch(): Fetch {
  let network: Session | null = null;
  return async (input, init) => {
    await app.whenReady();
    if (network === null) {
      network = session.fromPartition('network', { cache: false });
      // Electron would otherwise ask a public host for dictionaries at start.
      network.setSpellCheckerEnabled(false);
    }
    return network.fetch(input instanceof URL ? input.href : input, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
    });
  };
}
