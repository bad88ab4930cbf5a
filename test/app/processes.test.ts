import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder, launchPresently } from '../desktop/launch.ts';
import { type LoginManager, startLoginManager } from '../desktop/loginManager.ts';
import { pastDoubleClick } from '../desktop/pastDoubleClick.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';
import { type RevivedPage, seenFromMain } from './revivedPage.ts';
import { launchUnwatched } from './unwatched.ts';

const heading = `document.querySelector('h1')?.textContent ?? null`;

describe('a process that ends', () => {
  let workplace: Workplace;
  let login: LoginManager;
  let launched: LaunchedApp;
  let page: RevivedPage;

  beforeAll(async () => {
    workplace = await startWorkplace();
    const folder = dataFolder(workplace.desktop);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'config.json'), JSON.stringify({ onQuit: 'keepRunning' }));
    login = await startLoginManager(workplace.desktop);
    launched = await workplace.launch({ environment: login.environment });
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    page = await seenFromMain(workplace.desktop, launched);
  });
  afterAll(() => workplace.stop());

  async function helperProcess(name: 'GPU' | 'Network Service'): Promise<number | null> {
    const metrics = await launched.app.evaluate(({ app }) =>
      app.getAppMetrics().map(({ pid, type, name: service }) => ({ pid, name: service ?? type })),
    );
    return metrics.find((metric) => metric.name === name)?.pid || null;
  }

  async function kill(name: 'GPU' | 'Network Service'): Promise<void> {
    const pid = await until(`the process ${name}`, () => helperProcess(name));
    process.kill(pid, 'SIGKILL');
    await until(`another process ${name}`, async () => ![null, pid].includes(await helperProcess(name)));
  }

  it('[P1] row 38: the network service is not missed for more than a moment', async () => {
    await kill('Network Service');
    await page.click('Busy');
    await trayTurns(workplace.desktop, 'red');
    expect(workplace.posts().map(({ status }) => status)).toEqual([201]);
  });

  it('[P1] row 38: nor is the process that draws', async () => {
    await kill('GPU');
    await page.click('Appear away');
    await trayTurns(workplace.desktop, 'amber');
    expect(workplace.posts().map(({ status }) => status)).toEqual([201, 201]);
  });

  async function openPopup(): Promise<void> {
    await clickTray(workplace.desktop);
    await until('the popup', launched.isPopupShown);
  }

  /** The first Escape may be for a tooltip under the pointer. */
  async function closePopup(): Promise<void> {
    const press = async () => !(await launched.isPopupShown()) || (await workplace.desktop.key('Escape'));
    await until('the popup gone', press, { pause: 250 });
  }

  it('[T3] row 37: the page that is killed is back on the next click, with the state as it is', async () => {
    await closePopup();
    const deaths = () => launched.logEvents().filter(({ event }) => event === 'popup.gone').length;
    // Killed again at once it is not loaded by itself: then the click is what brings it back.
    for (const death of [1, 2]) {
      const pid = await until('a process of the page', page.processId);
      process.kill(pid, 'SIGKILL');
      await until('the end of it heard', () => deaths() === death);
    }
    await openPopup();
    await page.heading('Away');
    await page.click('Busy');
    await trayTurns(workplace.desktop, 'red');
  });

  it.each([
    { end: 'SIGTERM', radio: 'Appear away', availability: 'Away', colour: 'amber' },
    { end: 'shutdown', radio: 'Do not disturb', availability: 'DoNotDisturb', colour: 'red' },
  ] as const)('[E1] row 33: a choice that still runs holds up a quit, but not the computer ($end)', async (row) => {
    const { desktop, simulator } = workplace;
    await launched.stop();
    // An icon that comes under a resting pointer does not feel its clicks, and a tooltip would be taken for a part of it.
    await desktop.movePointer(1, 1);
    launched = await workplace.launch({ environment: login.environment });
    const popup = await launched.popup();
    await popup.getByRole('combobox', { name: 'Duration' }).click();
    await popup.getByRole('option', { name: '1 hour' }).click();
    // The option lay over one of them.
    await pastDoubleClick();
    await popup.getByRole('radio', { name: row.radio }).click();
    await trayTurns(desktop, row.colour);
    await openPopup();
    const ended = once(launched.app.process(), 'exit');
    await launched.app.evaluate(({ app }) => app.quit());
    await until('the quit put off', async () => !(await launched.isPopupShown()));
    await login.delayed();
    if (row.end === 'SIGTERM') launched.app.process().kill('SIGTERM');
    else login.shutDown();
    expect(await ended).toEqual([0, null]);
    const kept = await readFile(join(dataFolder(desktop), 'desired.json'), 'utf8');
    expect(kept).toMatch(new RegExp(`"${row.availability}"[^]*"isAccepted": true`));
    expect(simulator.presenceOf(simulator.people.mira).availability).toBe(row.availability);
  });
});

describe('a page in an endless loop', () => {
  let desktop: Desktop;
  beforeEach(async () => {
    desktop = await startDesktop();
  });
  afterEach(() => desktop.stop());

  it('holds up no end of the program', async () => {
    const { app, popup } = await launchPresently({ desktop, parameters: ['--demo'] });
    await trayTurns(desktop, 'green');
    await clickTray(desktop);
    // What was typed there is handed over as the page closes, so it is asked.
    const page = await popup();
    await page.getByRole('button', { name: /^Out of office/ }).click();
    await page.getByRole('switch', { name: 'Out of office' }).waitFor();
    await app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        void webContents.executeJavaScript('setTimeout(() => { for (;;); })');
    });
    const ended = once(app.process(), 'exit');
    app.process().kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  }, 20_000);

  it('[P1] row 39: is loaded anew when somebody presses it, and the menu works meanwhile', async () => {
    const app = launchUnwatched(desktop);
    await trayTurns(desktop, 'green', 20_000);
    await app.untilPage('the page', heading, ({ value }) => value === 'Available');
    app.run('setTimeout(() => { for (;;); })');
    await clickTray(desktop, 'right');
    await until('the menu', async () => {
      const white = await desktop.findColour([255, 255, 255], { x: 600, y: 300, width: 424, height: 430 }, 10);
      return (white?.count ?? 0) > 5_000;
    });
    await desktop.key('Down', 'Down', 'Down', 'Return');
    await trayTurns(desktop, 'red');
    await clickTray(desktop);
    // Only to somebody who presses it a page owes an answer, and Chromium waits some seconds for that.
    const { x, y, width, height } = desktop.trayRegion;
    const press = async () => {
      if (app.count('popup.unresponsive') > 0) return true;
      await desktop.click(x + width - 150, y - 250 - height);
      return false;
    };
    await until('the page found not to answer', press, { milliseconds: 45_000, pause: 500 });
    await app.untilPage('the page again', heading, ({ value, isShown }) => value === 'Busy' && isShown);
  });
});
