import { app, type Session, session } from 'electron';
import type { Fetch } from '../ports.ts';

/**
 * Keeps every request on a connection that is its own; must be called before the app is ready.
 *
 * Chromium sends a request a second time, and tells nobody, when a connection that was used before breaks without an
 * answer. The first may have been carried out, or may still be, late and over a newer choice. So no connection is used
 * twice: HTTP/2 would, whatever the header says.
 * Source: ShouldResendRequest in Chromium's net/http/http_network_transaction.cc
 */
export function declareConnections(): void {
  app.commandLine.appendSwitch('disable-http2');
  app.commandLine.appendSwitch('disable-quic');
}

const networkService = 'network.mojom.NetworkService';

/**
 * Fetch as the desktop does it: the system's proxy and certificates, nothing kept on disk.
 *
 * Shape: its own session in memory, so that no cookie of one request is seen by another. A redirect is an answer like
 * any other, because a token must never follow one to another host.
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
    const request = new Request(input, init);
    request.headers.set('connection', 'close');
    return network.fetch(request, { credentials: 'omit', redirect: 'manual' }).catch(redirectOr);
  };
}

/** Electron makes an error of a redirect that is not followed. Where it led is of no interest. */
function redirectOr(error: unknown): Response {
  if (error instanceof Error && /redirect/i.test(error.message)) return new Response(null, { status: 302 });
  throw error;
}
