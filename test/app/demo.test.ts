import { afterEach, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { runCommand } from '../desktop/commandLine.ts';
import { launchPresently } from '../desktop/launch.ts';
import { startSniHost } from '../desktop/sniHost.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function start(
  options: Parameters<typeof startDesktop>[0],
  ...parameters: string[]
): Promise<[Desktop, LaunchedApp]> {
  const desktop = await startDesktop(options);
  cleanUp.push(desktop.stop);
  const launched = await launchPresently({ desktop, parameters });
  cleanUp.push(launched.stop);
  return [desktop, launched];
}

describe('a newcomer', () => {
  it('without an app registration is told what is missing, and tries the demo by two clicks', async () => {
    const [desktop, launched] = await start({});
    await clickTray(desktop);
    const page = await launched.popup();
    await launched.click(page.getByRole('button', { name: 'Sign in with Microsoft' }));
    await page.getByText('This copy has no app registration yet').first().waitFor();
    await launched.click(page.getByRole('button', { name: 'Try the demo' }));
    await trayTurns(desktop, 'green');
    await page.getByText('Demo', { exact: true }).first().waitFor();
    await launched.click(page.getByRole('radio', { name: 'Busy' }));
    await trayTurns(desktop, 'red');
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Leave the demo' }).click();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
  });

  it('[T2] on a desktop where a click opens the menu has everything in it', async () => {
    const desktop = await startDesktop({ tray: 'none' });
    cleanUp.push(desktop.stop);
    const host = await startSniHost(desktop);
    const launched = await launchPresently({ desktop, parameters: ['--demo'] });
    cleanUp.push(launched.stop);
    await launched.waitForEvent('the icon', ({ icon }) => icon === 'available', 20_000);
    // Its words and its menu follow the icon a moment later.
    await expect
      .poll(host.item)
      .toMatchObject({ status: 'Active', tooltip: 'Available · Automatic, follows Teams (demo)' });
    const labels = (await host.menu()).map(({ label, kind, isChecked }) =>
      kind === 'separator' ? '―' : `${isChecked ? '✓ ' : ''}${label}`,
    );
    expect(labels).toEqual([
      'Available · Automatic, follows Teams (demo)',
      'Open Presently',
      '―',
      'Available',
      'Busy',
      'Do not disturb',
      'Be right back',
      'Appear away',
      'Appear offline',
      '✓ Reset to automatic',
      'Presets',
      '―',
      'Duration',
      '―',
      'Out of office',
      '―',
      'Check again',
      'Leave the demo',
      '―',
      'Settings…',
      'Copy diagnostics',
      'Quit Presently',
    ]);
    await host.choose('Appear away');
    await launched.waitForEvent('the clock', ({ icon }) => icon === 'away');
    await until('the mark', async () =>
      (await host.menu()).some(({ label, isChecked }) => label === 'Appear away' && isChecked),
    );
    await host.choose('Reset to automatic');
    await until(
      'the icon back',
      async () =>
        launched
          .logEvents()
          .filter(({ icon }) => icon)
          .at(-1)?.icon === 'available',
    );
    await host.choose('Open Presently');
    await until('the popup', launched.isPopupShown);
  });

  it('[T4] on a desktop without a tray gets a normal window, and is told why', async () => {
    const [, launched] = await start({ tray: 'none' }, '--demo');
    await until('the window', launched.isPopupShown, { milliseconds: 20_000 });
    const page = await launched.popup();
    await page.getByText('Your desktop shows no tray icons').waitFor();
    await launched.click(page.getByRole('radio', { name: 'Busy' }));
    await page.getByRole('heading', { level: 1, name: 'Busy' }).waitFor();
  });

  it('who starts it twice gets the one that runs', async () => {
    const [desktop, launched] = await start({}, '--demo');
    await trayTurns(desktop, 'green');
    expect(await launched.popup().then(() => launched.isPopupShown())).toBe(false);
    expect((await runCommand(desktop, [])).code).toBe(0);
    await until('the popup of the first', launched.isPopupShown);
  });

  it('who opens it again on a Mac, which starts no second one, gets the one that runs', async () => {
    const [desktop, { app, isPopupShown }] = await start({}, '--demo');
    await trayTurns(desktop, 'green');
    // What the system says there.
    await app.evaluate((electron) => electron.app.emit('activate', {}, false));
    await until('the popup', isPopupShown);
  });
});
