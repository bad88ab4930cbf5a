import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import type { Desktop } from '../../build/desktop.mjs';
import { createSimulator, type SimulatorCore, type SimulatorOptions } from '../../electron/simulator/simulator.ts';
import { trustLocalhost } from './certificates.ts';

/** An organisation at Microsoft 365, and the browser of a desktop in which its people sign in. */
export interface Organisation {
  readonly simulator: SimulatorCore;
  /** With which the app finds this organisation. */
  readonly environment: Readonly<Record<string, string>>;
  /** The pages that the app opened in the browser, in order. */
  openedPages(): Promise<readonly string[]>;
  /** Takes Graph off the network, or puts it back in its place. */
  setReachable(isReachable: boolean): Promise<void>;
  /** From now on is told each request to Graph as it arrives. */
  watchGraph(onRequest: (request: IncomingMessage) => void): void;
  /** From now on is told every token that Entra ID gives out. */
  overhear(onToken: (token: string) => void): void;
  close(): void;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return (server.address() as AddressInfo).port;
}

/** The system browser's stand-in: `xdg-open` as the desktop would find it, which writes down what it should open. */
async function installBrowser(desktop: Desktop): Promise<() => Promise<readonly string[]>> {
  const folder = join(desktop.home, 'bin');
  const opened = join(desktop.home, 'opened-pages');
  await mkdir(folder);
  await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${opened}'\n`);
  await chmod(join(folder, 'xdg-open'), 0o755);
  Object.assign(desktop.env, { PATH: `${folder}:${desktop.env['PATH']}` });
  return async () => {
    const text = await readFile(opened, 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean);
  };
}

/** Listens in on the tokens that a server gives out. */
function overhear(server: Server, onToken: (token: string) => void): void {
  server.prependListener('request', (_request, response: ServerResponse) => {
    response.end = new Proxy(response.end, {
      apply(end, self, parts) {
        const tokens = String(parts[0]).matchAll(/"(?:access|refresh|id)_token":"([^"]+)"/g);
        for (const [, token] of tokens) onToken(token ?? '');
        return Reflect.apply(end, self, parts);
      },
    });
  });
}

/** Starts an organisation. Its Entra ID speaks https, as MSAL wants it of everybody but the demo. */
export async function startOrganisation(desktop: Desktop, tenant: SimulatorOptions = {}): Promise<Organisation> {
  const { key, cert } = await trustLocalhost(desktop);
  const simulator = createSimulator({ ...tenant, certificate: cert });
  const entra = createHttpsServer({ key, cert }, simulator.listener);
  const graph = createHttpServer(simulator.listener);
  const authority = `https://localhost:${await listen(entra)}/${simulator.tenantId}`;
  const graphPort = await listen(graph);
  return {
    simulator,
    environment: {
      XDG_CURRENT_DESKTOP: 'GNOME',
      PRESENTLY_CLIENT_ID: simulator.clientId,
      PRESENTLY_AUTHORITY: authority,
      PRESENTLY_GRAPH_URL: `http://localhost:${graphPort}`,
    },
    openedPages: await installBrowser(desktop),
    async setReachable(isReachable) {
      if (isReachable) return new Promise<void>((resolve) => graph.listen(graphPort, 'localhost', resolve));
      graph.closeAllConnections();
      await new Promise((resolve) => graph.close(resolve));
    },
    watchGraph: (onRequest) => void graph.prependListener('request', onRequest),
    overhear: (onToken) => overhear(entra, onToken),
    close() {
      for (const server of [entra, graph]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
