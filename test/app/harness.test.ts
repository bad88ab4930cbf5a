import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { trustLocalhost } from '../desktop/certificates.ts';
import { launchBareTray } from '../desktop/launch.ts';
import { startSniHost } from '../desktop/sniHost.ts';
import { clickTray, trayColour, trayTurns } from '../desktop/tray.ts';

const cleanUp: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function desktopOf(options: Parameters<typeof startDesktop>[0]): Promise<Desktop> {
  const desktop = await startDesktop(options);
  cleanUp.push(desktop.stop);
  return desktop;
}

async function bareTrayOn(desktop: Desktop): Promise<LaunchedApp> {
  const launched = await launchBareTray(desktop);
  cleanUp.push(launched.stop);
  await launched.waitForEvent('the bare app', ({ event }) => event === 'ready');
  return launched;
}

describe('the virtual desktop', () => {
  it('shows a real icon in the tray, and a real click on it opens the popup', async () => {
    const desktop = await desktopOf({});
    const launched = await bareTrayOn(desktop);
    await trayTurns(desktop, 'green');
    expect(await launched.isPopupShown()).toBe(false);
    await clickTray(desktop);
    await until('the popup', launched.isPopupShown);
    await until('the popup in its place', async () => (await launched.popupRegion()).x === 640);
    expect(await launched.popupRegion()).toEqual({ x: 640, y: 260, width: 360, height: 460 });
    const button = (await launched.popup()).getByRole('button');
    await launched.click(button);
    await until('the button pressed', async () => (await button.textContent()) === 'Clicked');
  });

  it('opens the menu on a real right click, and an item chosen there turns the icon red', async () => {
    const desktop = await desktopOf({});
    const launched = await bareTrayOn(desktop);
    await trayTurns(desktop, 'green');
    await clickTray(desktop, 'right');
    const menuWhite = () => desktop.findColour([255, 255, 255], { x: 900, y: 600, width: 124, height: 130 }, 10);
    await until('the menu', async () => ((await menuWhite())?.count ?? 0) > 1000);
    await desktop.key('Down', 'Down', 'Return');
    await trayTurns(desktop, 'red');
    expect(launched.logEvents()).toEqual([
      { event: 'tray', icon: 'available' },
      { event: 'ready' },
      { event: 'tray', icon: 'busy' },
    ]);
  });

  it('has a tray host over D-Bus that tells the item, its menu and its pixels, and works them', async () => {
    const desktop = await desktopOf({ tray: 'none' });
    const host = await startSniHost(desktop);
    await expect(host.item()).rejects.toThrow('no item has registered');
    const launched = await bareTrayOn(desktop);
    expect(await host.item()).toMatchObject({ status: 'Active', tooltip: 'available' });
    expect(await trayColour(desktop)).toBe(null);
    await host.choose('busy');
    await launched.waitForEvent('the choice', ({ icon }) => icon === 'busy');
    const labels = (await host.menu()).map(({ label, toggle, isChecked }) => ({ label, toggle, isChecked }));
    expect(labels).toEqual([
      { label: 'available', toggle: 'radio', isChecked: false },
      { label: 'busy', toggle: 'radio', isChecked: true },
    ]);
    await host.activate(990, 750);
    await until('the popup', launched.isPopupShown);
  });

  it.each([
    { keyring: 'unlocked', isSafe: true },
    { keyring: 'none', isSafe: false },
  ] as const)('offers safe storage with the keyring $keyring: $isSafe', async ({ keyring, isSafe }) => {
    const launched = await bareTrayOn(await desktopOf({ keyring }));
    expect(await launched.app.evaluate(({ safeStorage }) => safeStorage.isEncryptionAvailable())).toBe(isSafe);
  });

  it('trusts its own certificate for localhost, so that the app speaks https to a test server', async () => {
    const desktop = await desktopOf({ tray: 'none' });
    const server = createServer(await trustLocalhost(desktop), (_request, response) => response.end('hello'));
    server.listen(0, 'localhost');
    cleanUp.push(() => void server.close());
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const launched = await bareTrayOn(desktop);
    const text = launched.app.evaluate(
      async ({ net }, url) => (await net.fetch(url)).text(),
      `https://localhost:${port}/`,
    );
    expect(await text).toBe('hello');
  });
});
