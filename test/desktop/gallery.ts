import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { channels } from '#contract/bridge.ts';
import type { AppState } from '#contract/state.ts';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';

export interface Look {
  readonly colorScheme: 'light' | 'dark';
  readonly forcedColors: 'none' | 'active';
}
export const looks: readonly Look[] = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
  { colorScheme: 'dark', forcedColors: 'active' },
];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of cards, in the two themes: by it is seen which of them has been put on. */
const surfaces = { light: '#ffffff', dark: '#292929' } as const;
const twoFrames = 'new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))';

/** Shows the windows a state as main would, without there being one. */
export async function show(launched: LaunchedApp, state: AppState): Promise<void> {
  await launched.app.evaluate(
    ({ BrowserWindow }, [channel, next]) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, next);
    },
    [channels.state, state] as const,
  );
}

/** Waits until what was shown is drawn. Nothing moves meanwhile: everything is looked at without motion. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(twoFrames);
}

/** Puts a look on a page, and waits until it has it. */
export async function putOn(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', ...look });
  const surface =
    "getComputedStyle(document.querySelector('.fui-FluentProvider')).getPropertyValue('--colorNeutralBackground1')";
  await until(
    `the ${look.colorScheme} look`,
    async () => (await page.evaluate(surface)) === surfaces[look.colorScheme],
  );
  await settle(page);
}

/** Makes a page ready for `violations`. */
export async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(axe);
}

/** What axe finds in a page as it looks now. */
export async function violations(page: Page): Promise<string[]> {
  const results: AxeResults = await page.evaluate(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, { runOnly: ${JSON.stringify(rules)} })`,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** The colours and edges of what a selector finds first. `mark` is the colour in which the system marks what is chosen. */
export const lookOf = (selector: string) => `(() => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'Highlight';
  const mark = getComputedStyle(probe).color;
  probe.remove();
  const it = document.querySelector('${selector}');
  const { borderTopWidth, borderTopColor, outlineStyle, backgroundColor } = getComputedStyle(it);
  const { color } = getComputedStyle(it.querySelector('svg') ?? it);
  return { border: borderTopWidth, isMarked: borderTopColor === mark, outlineStyle, isFilled: backgroundColor === mark,
    isLegible: color !== backgroundColor };
})()`;
