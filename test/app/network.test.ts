import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { farHost } from '../desktop/certificates.ts';
import { dataFolder } from '../desktop/launch.ts';
import { type Network, startNetwork } from '../desktop/network.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { written } from '../desktop/written.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

const offline = 'You’re offline. Changes apply when you’re back';

describe('a network that fails', () => {
  let workplace: Workplace;
  let network: Network;
  let launched: LaunchedApp;

  beforeAll(async () => {
    workplace = await startWorkplace();
    const { home } = workplace.desktop;
    launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
    await launched.stop();
    network = await startNetwork(workplace.desktop);
    const [key, cert] = await Promise.all(['localhost.key', 'localhost.crt'].map((name) => readFile(join(home, name))));
    // MSAL knows Microsoft's own authorities by heart, and asks any other where it has what.
    const [page = ''] = await workplace.openedPages();
    for (const server of [network.world, await network.atHome(Number(new URL(page).port))]) {
      createServer({ key, cert }, workplace.simulator.listener).listen(server);
    }
  });
  afterAll(async () => {
    await workplace.stop();
    network.stop();
  });

  const shown = () => workplace.simulator.presenceOf(workplace.simulator.people.mira).availability;
  const reads = () => workplace.simulator.requests.filter(({ method }) => method === 'GET').length;

  async function choose(name: string): Promise<void> {
    await (await launched.popup()).getByRole('radio', { name }).click();
  }

  async function sees(text: string | RegExp): Promise<void> {
    await (await launched.popup()).getByText(text).first().waitFor({ timeout: 15_000 });
  }

  /** The line at the foot of the popup; what was announced with it stays for screen readers. */
  async function isOffline(state: 'visible' | 'detached'): Promise<void> {
    await (await launched.popup()).getByTitle(offline).waitFor({ state, timeout: 15_000 });
  }

  /** What is wanted is on disk, and the icon has not hoped ahead. */
  async function waits(availability: string): Promise<void> {
    const file = join(dataFolder(workplace.desktop), 'desired.json');
    await written(file, `"${availability}"`);
    expect(await readFile(file, 'utf8')).toContain('"isAccepted": false');
    expect(shown()).not.toBe(availability);
  }

  it('[N3] row 1: offline at start, the choice is kept, and sent once the network is there', async () => {
    const { wrapper, switches } = network;
    launched = await workplace.launch({
      wrapper,
      switches,
      environment: { PRESENTLY_GRAPH_URL: `https://${farHost}` },
    });
    await isOffline('visible');
    await choose('Busy');
    await waits('Busy');
    await network.plug();
    await trayTurns(workplace.desktop, 'red');
    expect(workplace.posts().map(({ status }) => status)).toEqual([201]);
    // What others see has been asked, so that no such question falls into the next test.
    await sees(/up to date/);
  });

  it('[N3] row 2: when it is back, it is asked once what holds, and nothing is sent', async () => {
    const before = reads();
    await network.unplug();
    await isOffline('visible');
    // Up and down again before anybody has noticed counts for nothing.
    await network.plug();
    await network.unplug();
    await network.plug();
    await isOffline('detached');
    await until('what holds', () => reads() > before);
    await network.unplug();
    await isOffline('visible');
    expect([reads(), workplace.posts().length]).toEqual([before + 1, 1]);
  });

  it('[N3] row 4: with no answer to the name, the choice waits and says so, and is sent when there is one', async () => {
    await network.resolve(false);
    await network.plug();
    await isOffline('detached');
    await choose('Do not disturb');
    await sees('Microsoft 365 can’t be reached.');
    await waits('DoNotDisturb');
    await network.resolve(true);
    await until('the choice shown', () => shown() === 'DoNotDisturb');
  });

  it('[N1] row 3: where packets are lost, it gives up in time, and asks what holds before it tries again', async () => {
    await network.route(false);
    const from = workplace.simulator.requests.length;
    await choose('Appear away');
    await sees('Microsoft 365 didn’t answer in time.');
    await waits('Away');
    await network.route(true);
    await trayTurns(workplace.desktop, 'amber', 20_000);
    const asked = launched.logLines().filter((line) => /"graph\.(request|failed)"/.test(line));
    const gaveUp = asked.findLastIndex((line) => line.includes('"timedOut"'));
    // What was given up may have come through after all: then it is found, and not sent again.
    expect(asked[gaveUp + 1]).toContain('"GET"');
    const received = workplace.simulator.requests.slice(from).filter(({ method }) => method === 'POST');
    expect(received).toHaveLength(1);
  });

  it('the demo that is begun without a network has its own', async () => {
    await network.unplug();
    await isOffline('visible');
    const page = await launched.popup();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Try the demo' }).click();
    await sees('Nothing leaves this computer');
    await choose('Busy');
    await page.getByRole('heading', { level: 1, name: 'Busy' }).waitFor();
    await isOffline('detached');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Leave the demo' }).click();
    await page.getByRole('button', { name: 'Try the demo' }).waitFor();
  });
});
