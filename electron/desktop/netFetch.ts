import { app, type Session, session } from 'electron';
import type { Fetch } from '../ports.ts';

const networkService = 'network.mojom.NetworkService';

/**
 * Fetch as the desktop does it: the system's proxy and certificates, nothing kept on disk.
 *
 * Shape: its own session in memory, so that no cookie of one request is seen by another. A redirect is an error,
 * because a token must never follow one to another host.
 */
export function createNetFetch(): Fetch {
  let network: Session | null = null;
  let count = 0;
  // Chromium starts the service anew when its process ends, but a session stays bound to the one it used first.
  app.on('child-process-gone', (_event, { serviceName }) => {
    if (serviceName === networkService) network = null;
  });
  return async (input, init) => {
    await app.whenReady();
    if (network === null) {
      count += 1;
      network = session.fromPartition(`network-${count}`, { cache: false });
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
