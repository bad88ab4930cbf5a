import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { type Notifications, startNotifications } from '../desktop/notifications.ts';
import { pastDoubleClick } from '../desktop/pastDoubleClick.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { written } from '../desktop/written.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

describe('presets, settings and keys', () => {
  let workplace: Workplace;
  let launched: LaunchedApp;
  let notifications: Notifications;
  let settings: Page;

  beforeAll(async () => {
    workplace = await startWorkplace();
    notifications = await startNotifications(workplace.desktop);
    launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
  });
  afterAll(() => workplace.stop());

  it('[A1] one click on a pill sets a preset, another one brings back what was before', async () => {
    const page = await launched.popup();
    const focus = page.getByRole('button', { name: 'Focus 2 h' });
    await launched.click(focus);
    await trayTurns(workplace.desktop, 'red');
    await page
      .getByText(/^Until (tomorrow|\d)/)
      .first()
      .waitFor();
    expect(workplace.posts().at(-1)?.body).toMatchObject({ availability: 'DoNotDisturb' });
    await launched.click(focus);
    await trayTurns(workplace.desktop, 'green');
  });

  it('[C4] a preset made in the settings window is a pill at once, and in a file for the owner only', async () => {
    const page = await launched.popup();
    await launched.click(page.getByRole('button', { name: 'Add a favourite' }));
    settings = await launched.settings();
    await settings.getByRole('heading', { level: 1, name: 'Presets' }).waitFor();
    await settings.getByRole('button', { name: 'Add a preset' }).click();
    await settings.getByRole('textbox', { name: 'Name' }).fill('Workshop');
    await settings.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Workshop' }).waitFor({ state: 'attached' });
    const path = join(dataFolder(workplace.desktop), 'config.json');
    await written(path, '"Workshop"');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('[C4] a preset that is being edited is in its form when that window was closed and opened again', async () => {
    await settings.getByRole('button', { name: 'Edit Workshop' }).click();
    await settings.getByRole('textbox', { name: 'Name' }).fill('Workshops');
    const closed = settings.waitForEvent('close');
    await (await launched.app.browserWindow(settings)).evaluate((window) => window.close());
    await closed;
    await (await launched.popup()).evaluate("window.bridge.send('showSettings', 'presets')");
    settings = await launched.settings();
    await until(
      'the draft',
      async () => (await settings.getByRole('textbox', { name: 'Name' }).inputValue()) === 'Workshops',
    );
    await settings.getByRole('button', { name: 'Cancel' }).click();
    await settings.getByRole('button', { name: 'Edit Workshop' }).waitFor();
  });

  it('[D2] the working hours of Outlook are taken over by a click, after one consent', async () => {
    await settings.getByRole('tab', { name: 'Rules' }).click();
    const click = (name: string) => settings.getByRole('button', { name }).click();
    await click('Read from Outlook');
    await settings.getByText('has to be allowed to read').waitFor();
    const before = (await workplace.openedPages()).length;
    await click('Allow in browser');
    await workplace.simulator.visit(await until('the page', async () => (await workplace.openedPages())[before]));
    await settings.getByText(/^Mon, Tue, Wed, Thu, Fri, 0?8:00/).waitFor();
    // Who asked in the settings comes back to them.
    expect(await launched.isPopupShown()).toBe(false);
    // Another button was there before.
    await pastDoubleClick();
    await click('Use these hours');
    await settings.getByText('In use').waitFor();
    const read = async () => JSON.parse(await readFile(join(dataFolder(workplace.desktop), 'config.json'), 'utf8'));
    await until('the hours in the file', async () => (await read()).workingHours?.from === '08:00');
    expect((await read()).workingHours).toMatchObject({ days: [1, 2, 3, 4, 5], to: '17:00', inside: 'keep' });
  });

  it('[A3] keys are pressed into the settings window', async () => {
    await settings.getByRole('tab', { name: 'Shortcuts' }).click();
    await settings.getByRole('button', { name: /^Shortcut for Busy:/ }).click();
    await settings.keyboard.press('Control+Alt+b');
    await settings.getByRole('button', { name: 'Shortcut for Busy: Ctrl+Alt+B' }).waitFor();
  });

  it('[A3] keys in use do nothing while they are pressed there, and it is said that they are in use', async () => {
    const posts = workplace.posts().length;
    await settings.getByRole('button', { name: /^Shortcut for Available:/ }).click();
    await settings.bringToFront();
    await until('the keys let go', () =>
      launched.app.evaluate(({ globalShortcut }) => !globalShortcut.isRegistered('Ctrl+Alt+B')),
    );
    await workplace.desktop.key('ctrl+alt+b');
    await settings.getByText('Already used for Busy.').waitFor();
    expect(workplace.posts()).toHaveLength(posts);
    // Whatever becomes of the page meanwhile, they are taken again.
    await settings.reload();
    await until('the keys taken', () =>
      launched.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Ctrl+Alt+B')),
    );
  });

  it('[C4] what is being typed as that window is closed is kept', async () => {
    await settings.getByRole('tab', { name: 'Rules' }).click();
    await settings.getByLabel('To', { exact: true }).fill('18:30');
    await (await launched.app.browserWindow(settings)).evaluate((window) => window.close());
    await written(join(dataFolder(workplace.desktop), 'config.json'), '"18:30"');
  });

  it('[A3] they work wherever the focus is', async () => {
    await workplace.desktop.key('ctrl+alt+b');
    await trayTurns(workplace.desktop, 'red');
  });

  it('[I1] a change that fails while nobody looks is told, and a click on that opens the popup', async () => {
    expect(notifications.told).toEqual([]);
    expect(await launched.isPopupShown()).toBe(false);
    workplace.simulator.setProfile('forbidden403');
    await workplace.desktop.key('ctrl+alt+b');
    await until('a notification', () => notifications.told.length > 0);
    expect(notifications.told).toMatchObject([{ title: 'Your presence was not changed' }]);
    notifications.click();
    await until('the popup', launched.isPopupShown);
  });
});
