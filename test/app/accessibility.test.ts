import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channels } from '#contract/bridge.ts';
import { english } from '#contract/languages/english.ts';
import type { AppState } from '#contract/state.ts';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray } from '../desktop/tray.ts';
import { headings } from '../renderer/headings.ts';
import { mailbox, reply, withOutOfOffice } from '../renderer/outOfOfficeStates.ts';
import { settingsStates } from '../renderer/settingsStates.ts';
import { type StateName, states } from '../renderer/states.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Colours fade from one look to the next, and in between nobody is meant to read them. */
const settled = `new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))).then(() => Promise.all(
  document.getAnimations().filter(({ effect }) => effect.getTiming().iterations !== Infinity).map(({ finished }) => finished)
))`;

const looks = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** Shows the popup a state as main would, without there being one. */
async function show(launched: LaunchedApp, state: AppState): Promise<void> {
  await launched.app.evaluate(
    ({ BrowserWindow }, [channel, next]) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, next);
    },
    [channels.state, state] as const,
  );
}

async function violations(page: Page): Promise<string[]> {
  const results: AxeResults = await page.evaluate(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, { runOnly: ${JSON.stringify(rules)} })`,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What axe finds in a page, in each look. */
async function violationsInEachLook(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await page.emulateMedia({ reducedMotion: 'reduce', ...look });
    await page.evaluate(settled);
    found.push(...(await violations(page)));
  }
  return found;
}

const ready = withOutOfOffice({ access: 'ready', mailbox: mailbox() });
const planned = withOutOfOffice({ ...states.absenceScheduled.outOfOffice, access: 'ready', mailbox: mailbox() });
const formatted = withOutOfOffice({ access: 'ready', mailbox: mailbox({ organisation: reply('Gone', true) }) });
const title = 'Out of office';
const pages = {
  'asking for the mailbox': {
    state: withOutOfOffice({ access: 'notAllowed' }),
    buttons: [],
    heading: title,
  },
  'with dates and replies': { state: planned, buttons: [], heading: title },
  'with a reply that has a format': { state: formatted, buttons: [], heading: title },
  'showing what goes to whom': { state: ready, buttons: ['Save'], heading: 'What people will see' },
};

describe('the windows in every state', () => {
  let desktop: Desktop;
  let launched: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    desktop = await startDesktop();
    launched = await launchPresently({ desktop });
    await clickTray(desktop);
    page = await launched.popup();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    await page.evaluate(axe);
  });
  afterAll(async () => {
    await launched.stop();
    await desktop.stop();
  });

  it.each(Object.keys(states) as StateName[])('the popup: %s can be used by everybody, in each look', async (name) => {
    await show(launched, states[name]);
    await page.getByRole('heading', { level: 1, name: headings[name], exact: true }).waitFor();
    // The footer says "Saving…" only after a while, and that is to be measured too.
    await page.waitForTimeout(450);
    expect(await violationsInEachLook(page)).toEqual([]);
  });

  it.each(Object.entries(pages))(
    'the out-of-office page, %s, can be used by everybody, in each look',
    async (_what, at) => {
      await show(launched, at.state);
      await page.getByRole('button', { name: /^Out of office/ }).click();
      for (const name of at.buttons) await page.getByRole('button', { name }).click();
      await page.getByRole('heading', { level: 1, name: at.heading, exact: true }).waitFor();
      expect(await violationsInEachLook(page)).toEqual([]);
      // The page is left with the person.
      await show(launched, states.signedOut);
      await page.getByRole('heading', { level: 1, name: headings.signedOut }).waitFor();
    },
  );

  describe('the settings', () => {
    let settings: Page;

    // The popup hides when another window gets the focus, so this one comes after it.
    beforeAll(async () => {
      await page.evaluate("window.bridge.send('showSettings', 'general')");
      settings = await launched.settings();
      await settings.getByRole('heading', { level: 1 }).waitFor();
      await settings.evaluate(axe);
    });

    it.each(Object.entries(settingsStates))('%s can be used by everybody, in each look', async (_name, state) => {
      await show(launched, state);
      const name = english[`settings.page.${state.settingsPage}`];
      await settings.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      expect(await violationsInEachLook(settings)).toEqual([]);
    });

    it('the form of a preset, and what a search finds', async () => {
      await show(launched, settingsStates.presets);
      await settings.getByRole('button', { name: 'Edit Lunch' }).click();
      await settings.getByRole('searchbox').fill('sign');
      await settings.getByRole('textbox', { name: 'Name' }).fill('');
      await settings.getByRole('button', { name: 'Save' }).click();
      await settings.getByText('Give it a name.').waitFor();
      expect(await violationsInEachLook(settings)).toEqual([]);
    });
  });
});
