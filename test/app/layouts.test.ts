import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, pseudoLanguages } from '#contract/speech.ts';
import type { AppState } from '#contract/state.ts';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { bringAxe, type Look, looks, putOn, settle, show, violations } from '../desktop/gallery.ts';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray } from '../desktop/tray.ts';
import { settingsStates } from '../renderer/settingsStates.ts';
import { states } from '../renderer/states.ts';

/**
 * With LAYOUTS=all every state is looked at in every language and look, on both screens; else each in one of them, by
 * turns.
 */
const isWhole = process.env['LAYOUTS'] === 'all';
const languages: readonly Language[] = ['de', 'ar-XB', 'en', 'fr', 'en-XA', 'es'];
/** As they are, and as on a small laptop whose screen is magnified. */
const screens = [
  { name: 'at 100 %', size: { width: 1600, height: 1200 }, scale: 1 },
  { name: 'at 200 %', size: { width: 1366, height: 768 }, scale: 2 },
] as const;

/** Texts that do not fit into their own box, and pages that have to be scrolled sideways. */
const squeezed = `(() => {
  const isSeen = (it) => it.checkVisibility() && it.clientWidth > 1 && !it.closest('[data-tabster-dummy], select, input');
  const hasText = (it) => [...it.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== '');
  const texts = [...document.querySelectorAll('body *')].filter((it) => isSeen(it) && hasText(it));
  const hasTooManyLines = (it) => it.closest('footer') && it.scrollHeight > it.clientHeight + 1;
  const isCut = (it) => it.scrollWidth > it.clientWidth + 1 || hasTooManyLines(it);
  const { scrollWidth, clientWidth } = document.documentElement;
  return [...(scrollWidth > clientWidth ? ['the page'] : []), ...texts.filter(isCut).map(({ outerHTML }) => outerHTML.slice(0, 300))];
})()`;

/** Targets less than 24 px wide or high, but for links in a sentence. */
const small = `[...document.querySelectorAll('button, [role=radio], [role=switch], [role=combobox], input, a[href]')]
  .filter((it) => it.checkVisibility() && !it.closest('[data-tabster-dummy]'))
  .map((it) => [it, (it.labels?.[0] ?? (it.matches('input') ? it.parentElement : it)).getBoundingClientRect(), it.getBoundingClientRect()])
  .filter(([, label, own]) => Math.max(label.width, own.width) < 24 || Math.max(label.height, own.height) < 24)
  .map(([it]) => it.outerHTML.slice(0, 200))`;

const { settings } = states.homeAvailable;
const presets = settings.presets.map((preset) => ({ ...preset, name: `${preset.name}, and what comes after it` }));
/** More presets than are seen at once: at their end they fade out. */
const crowded: AppState = { ...states.homeAvailable, settings: { ...settings, presets } };

/** Which way the signs of the way back and onwards are turned, and to which side what does not fit fades out. */
const directions = `[...document.querySelectorAll('header [aria-label] svg, [title] > svg:last-child, fieldset')].flatMap((it) => {
  const { transform, webkitMaskImage } = getComputedStyle(it);
  return [transform, webkitMaskImage.match(/to (?:left|right)/)?.[0] ?? 'none'].filter((each) => each !== 'none');
})`;

/** Shows a state in a language, and waits until it is drawn. */
async function showIn(language: Language, launched: LaunchedApp, page: Page, state: AppState): Promise<void> {
  await show(launched, { ...state, speech: { language, formats: language === 'ar-XB' ? 'ar-EG' : language } });
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  await settle(page);
}

async function measured(page: Page, what: string): Promise<string[]> {
  const found: string[] = await page.evaluate(what);
  return found;
}

function isTurn(index: number, scale: number): boolean {
  return index % screens.length === scale - 1;
}

/** The languages and looks in which a state is looked at on a screen. */
function chosenFor(index: number, scale: number): { language: Language; look: Look }[] {
  const all = languages.flatMap((language) => looks.map((look) => ({ language, look })));
  if (isWhole) return all;
  return isTurn(index, scale) ? all.filter((_, place) => place === (index * 7) % all.length) : [];
}

describe.each(screens)('[L4] each state, $name', ({ size, scale }) => {
  let desktop: Desktop;
  let launched: LaunchedApp;
  let popup: Page;

  beforeAll(async () => {
    desktop = await startDesktop({ size });
    launched = await launchPresently({ desktop, parameters: [`--force-device-scale-factor=${scale}`] });
    await clickTray(desktop);
    popup = await launched.popup();
    await popup.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    await bringAxe(popup);
  });
  afterAll(async () => {
    await launched.stop();
    await desktop.stop();
  });

  async function lookAt(page: Page, gallery: Readonly<Record<string, AppState>>): Promise<string[]> {
    const found: string[] = [];
    for (const [index, [name, state]] of Object.entries(gallery).entries()) {
      for (const { language, look } of chosenFor(index, scale)) {
        await showIn(language, launched, page, state);
        await putOn(page, look);
        const all = [
          ...(await violations(page)),
          ...(await measured(page, squeezed)),
          ...(await measured(page, small)),
        ];
        found.push(...all.map((fault) => `${name}, ${language}, ${look.colorScheme} ${look.forcedColors}: ${fault}`));
      }
    }
    return found;
  }

  it('of the popup can be read and used in every language and look', async () => {
    expect(await lookAt(popup, states)).toEqual([]);
  }, 600_000);

  it('of the popup has room for longer words, and for those from right to left', async () => {
    const found: string[] = [];
    for (const [index, [name, state]] of Object.entries(states).entries()) {
      for (const language of isWhole || isTurn(index, scale) ? pseudoLanguages : []) {
        await showIn(language, launched, popup, state);
        const all = await measured(popup, squeezed);
        found.push(...all.map((fault) => `${name}, ${language}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
  }, 600_000);

  it('of the popup points back and onwards the way its language is read', async () => {
    const found: string[][] = [];
    for (const language of ['en', 'ar-XB'] as const) {
      await showIn(language, launched, popup, crowded);
      found.push(await measured(popup, directions));
      await popup.keyboard.press('?');
      await settle(popup);
      found.push(await measured(popup, directions));
      await popup.keyboard.press('Escape');
    }
    const turned = 'matrix(-1, 0, 0, 1, 0, 0)';
    expect(found).toEqual([['to right'], [], ['to left', turned], [turned]]);
  });

  it('of the settings can be read and used in every language and look', async () => {
    await popup.evaluate("window.bridge.send('showSettings', 'general')");
    const settings = await launched.settings();
    await settings.getByRole('heading', { level: 1 }).waitFor();
    await bringAxe(settings);
    expect(await lookAt(settings, settingsStates)).toEqual([]);
  }, 600_000);
});
