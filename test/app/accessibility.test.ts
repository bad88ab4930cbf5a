import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channels } from '#contract/bridge.ts';
import type { AppState } from '#contract/state.ts';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray } from '../desktop/tray.ts';
import { states } from '../renderer/states.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
  // Past the fade of the glow and the delay of the footer: colours in between would be measured otherwise.
  await page.waitForTimeout(600);
  const results: AxeResults = await page.evaluate(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, { runOnly: ${JSON.stringify(rules)} })`,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the popup in every state', () => {
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

  it.each(Object.entries(states))(
    '%s can be used by everybody, in light, dark and forced colours',
    async (_name, state) => {
      await show(launched, state);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' });
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      expect(await violations(page)).toEqual([]);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    },
  );
});
