import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { runCommand } from '../desktop/commandLine.ts';
import { launchPresently } from '../desktop/launch.ts';
import { type SniHost, startSniHost } from '../desktop/sniHost.ts';

/** Words in German, dates as in the United States: two things on many a computer. */
const environment = { LANGUAGE: 'de_AT:en', LC_TIME: 'en_US.UTF-8' };

/** The parts of the page's fields for dates and times, as Chromium lays them out inside. */
async function dateTimeParts(page: Page): Promise<string[]> {
  const devTools = await page.context().newCDPSession(page);
  const { root } = await devTools.send('DOM.getDocument', { depth: -1, pierce: true });
  await devTools.detach();
  return [...JSON.stringify(root).matchAll(/-webkit-datetime-edit-(\w+)-field/g)].flatMap(([, part]) => part ?? []);
}

describe('the language', () => {
  let desktop: Desktop;
  let host: SniHost;
  let launched: LaunchedApp;

  const run = (...words: string[]) => runCommand(desktop, words, environment);
  const labels = async () => (await host.menu()).map(({ label }) => label);
  const tooltipBecomes = (text: string) =>
    until(`the tooltip “${text}”`, async () => (await host.item()).tooltip === text);

  beforeAll(async () => {
    desktop = await startDesktop({ tray: 'none' });
    host = await startSniHost(desktop);
    launched = await launchPresently({ desktop, parameters: ['--demo'], environment });
    await launched.waitForEvent('the icon', ({ icon }) => icon === 'available', 20_000);
  });
  afterAll(async () => {
    await launched.stop();
    await desktop.stop();
  });

  it('[L2] is the system’s, in tray, menu and popup', async () => {
    await tooltipBecomes('Verfügbar · Automatisch, folgt Teams (Demo)');
    expect(await labels()).toEqual(expect.arrayContaining(['Nicht stören', 'Als offline anzeigen', 'Demo verlassen']));
    const page = await launched.popup();
    await page.getByRole('heading', { level: 1, name: 'Verfügbar' }).waitFor();
    await page.getByRole('button', { name: 'Mittagspause' }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('de');
  });

  it('[L2] chosen in the settings, it is another at once and everywhere', async () => {
    const page = await launched.popup();
    await page.evaluate("window.bridge.send('showSettings', 'general')");
    const settings = await launched.settings();
    await settings.getByRole('combobox', { name: 'Sprache' }).click();
    await settings.getByRole('option', { name: 'Français' }).click();
    await settings.getByRole('heading', { level: 1, name: 'Général' }).waitFor();
    await settings.getByText('Traduction automatique').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Disponible' }).waitFor();
    await page.getByRole('button', { name: 'Déjeuner' }).waitFor();
    await tooltipBecomes('Disponible · Automatique, suit Teams (démo)');
    expect(await labels()).toEqual(expect.arrayContaining(['Ne pas déranger', 'Quitter la démo']));
  });

  it('[L3] fields for dates and times have the order of the language and the clock of the region', async () => {
    const page = await launched.popup();
    await page.getByRole('combobox', { name: 'Durée' }).click();
    await page.getByRole('option', { name: 'Personnalisée…' }).click();
    await page.getByLabel('Heure').waitFor();
    expect(await dateTimeParts(page)).toEqual(['day', 'month', 'year', 'hour', 'minute', 'ampm']);
    await page.keyboard.press('Escape');
  });

  it('[L2] [L3] the command line speaks it too, with the clock of the system, and reads and reports as ever', async () => {
    const ran = await run('--set', 'busy', '--for', '1h');
    expect(ran).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Occupé\(e\) · Jusqu’à\u00a0: .*\d:\d\d\s[AP]M/),
    });
    expect(JSON.parse((await run('--status', '--json')).output)).toMatchObject({
      version: 1,
      presence: { availability: 'Busy', source: 'you' },
    });
    expect(await run('--set', 'nonsense')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('«\u00a0nonsense\u00a0» n’est pas un état. Il y a\u00a0: available, busy'),
    });
    expect(await run('--help')).toMatchObject({ code: 0, output: expect.stringContaining('Utilisation') });
  });
});
