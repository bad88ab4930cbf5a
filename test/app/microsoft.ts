import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { createSimulator, type SimulatorCore, type SimulatorOptions } from '../../electron/simulator/simulator.ts';
import { trustLocalhost } from '../desktop/certificates.ts';
import { launchPresently, type PresentlyParts } from '../desktop/launch.ts';
import { checkRequest } from '../fakes/openapi.ts';

/** A desktop, an organisation at Microsoft 365, and a browser in which its people sign in. */
export interface Workplace {
  readonly desktop: Desktop;
  readonly simulator: SimulatorCore;
  /** With which the app finds this organisation. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts the app as somebody would who has registered it: by its configuration alone. */
  launch(more?: Partial<PresentlyParts>): Promise<LaunchedApp>;
  /** The pages that the app opened in the browser, in order. */
  openedPages(): Promise<readonly string[]>;
  /** The POSTs with which a presence was created, in order. */
  posts(): SimulatorCore['requests'];
  /** Takes Graph off the network, or puts it back in its place. */
  setReachable(isReachable: boolean): Promise<void>;
  /** From now on is told every token that Entra ID gives out. */
  overhear(onToken: (token: string) => void): void;
  /** Ends it all. Fails when a request of the app did not fit Microsoft's published description. */
  stop(): Promise<void>;
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

/** Starts a workplace. The organisation's Entra ID speaks https, as MSAL wants it of everybody but the demo. */
export async function startWorkplace(
  options: Parameters<typeof startDesktop>[0] = {},
  tenant: SimulatorOptions = {},
): Promise<Workplace> {
  const desktop = await startDesktop({ keyring: 'unlocked', ...options });
  const { key, cert } = await trustLocalhost(desktop);
  const simulator = createSimulator({ ...tenant, certificate: cert });
  const entra = createHttpsServer({ key, cert }, simulator.listener);
  const graph = createHttpServer(simulator.listener);
  const authority = `https://localhost:${await listen(entra)}/${simulator.tenantId}`;
  const graphPort = await listen(graph);
  const graphUrl = `http://localhost:${graphPort}`;
  const openedPages = await installBrowser(desktop);
  const running: LaunchedApp[] = [];
  const environment = {
    XDG_CURRENT_DESKTOP: 'GNOME',
    PRESENTLY_CLIENT_ID: simulator.clientId,
    PRESENTLY_AUTHORITY: authority,
    PRESENTLY_GRAPH_URL: graphUrl,
  };
  return {
    desktop,
    simulator,
    environment,
    openedPages,
    async launch(more = {}) {
      const launched = await launchPresently({
        ...more,
        desktop,
        environment: { ...environment, ...more.environment },
      });
      running.push(launched);
      return launched;
    },
    posts: () => simulator.requests.filter(({ path }) => path.endsWith('/communications/presences')),
    async setReachable(isReachable) {
      if (isReachable) return new Promise<void>((resolve) => graph.listen(graphPort, 'localhost', resolve));
      graph.closeAllConnections();
      await new Promise((resolve) => graph.close(resolve));
    },
    overhear: (onToken) => overhear(entra, onToken),
    async stop() {
      for (const launched of running) await launched.stop();
      for (const server of [entra, graph]) {
        server.close();
        server.closeAllConnections();
      }
      await desktop.stop();
      expect(simulator.requests.flatMap(checkRequest)).toEqual([]);
    },
  };
}

/** Signs Mira in as she would: by the button in the popup, and in the browser that it opens. */
export async function signIn(workplace: Workplace, launched: LaunchedApp): Promise<void> {
  const before = (await workplace.openedPages()).length;
  const page = await launched.popup();
  await launched.click(page.getByRole('button', { name: 'Sign in with Microsoft' }));
  const url = await until('the sign-in page in the browser', async () => (await workplace.openedPages())[before]);
  await workplace.simulator.visit(url);
  await page.getByRole('radiogroup', { name: 'Availability' }).waitFor();
}
