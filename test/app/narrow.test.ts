import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#contract/speech.ts';
import type { AppState } from '#contract/state.ts';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { settle, show } from '../desktop/gallery.ts';
import { launchPresently } from '../desktop/launch.ts';
import { clickTray } from '../desktop/tray.ts';
import { settingsStates } from '../renderer/settingsStates.ts';

const screens = [
  { name: 'at 100 %', size: { width: 1600, height: 1200 }, scale: 1 },
  { name: 'at 200 %', size: { width: 1600, height: 1200 }, scale: 2 },
] as const;

const { presets } = settingsStates;
const [focus] = presets.settings.presets;
const gallery: Readonly<Record<string, AppState>> = {
  ...settingsStates,
  form: {
    ...presets,
    presetDraft:
      focus === undefined
        ? null
        : { ...focus, statusMessage: 'Back at two', outOfOffice: { isOutOfOffice: true, message: 'Away' } },
  },
};

/**
 * Texts with a word that is wider than they are, texts that are cut, controls that reach out of the page, and what has
 * to be scrolled sideways.
 */
const squeezed = `(() => {
  const draw = document.createElement('canvas').getContext('2d');
  const width = (it, text) => {
    draw.font = getComputedStyle(it).font;
    return draw.measureText(text).width;
  };
  const isSeen = (it) => it.checkVisibility() && !it.closest('[data-tabster-dummy]');
  const all = (selector) => [...document.querySelectorAll(selector)].filter(isSeen);
  const hasText = (it) => it.clientWidth > 1 && [...it.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== '');
  const isBroken = (it) => it.textContent.split(/\\s+/).some((word) => width(it, word) > it.offsetWidth + 1);
  const isOver = (it) => it.scrollWidth > it.clientWidth + 1;
  const isCut = (it) => {
    const { paddingLeft, paddingRight } = getComputedStyle(it);
    return width(it, it.placeholder) > it.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  };
  const edge = document.querySelector('main').getBoundingClientRect().right;
  const isOut = (it) => it.getBoundingClientRect().right > edge;
  return [
    ...all('main label, main h1, main h2, main p, main button').filter(isBroken),
    ...[document.documentElement, ...all('main'), ...all('main *').filter(hasText)].filter(isOver),
    ...all('main button, main input, main textarea').filter(isOut),
    ...all('input[placeholder]').filter(isCut),
  ].map((it) => it.localName + ' ' + it.clientWidth + ': ' + (it.textContent || it.placeholder).slice(0, 100));
})()`;

describe.each(screens)('[L4] the settings as narrow as their window lets itself be made, $name', ({ size, scale }) => {
  let desktop: Desktop;
  let launched: LaunchedApp;
  let settings: Page;

  beforeAll(async () => {
    desktop = await startDesktop({ size });
    launched = await launchPresently({ desktop, parameters: [`--force-device-scale-factor=${scale}`] });
    await clickTray(desktop);
    const popup = await launched.popup();
    await popup.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    await popup.evaluate("window.bridge.send('showSettings', 'general')");
    settings = await launched.settings();
    await settings.getByRole('heading', { level: 1 }).waitFor();
    const window = await launched.app.browserWindow(settings);
    await window.evaluate((it) => it.setContentSize(1, 1));
    await settings.waitForFunction('innerWidth <= 560');
  });
  afterAll(async () => {
    await launched.stop();
    await desktop.stop();
  });

  it.each(languages)('squeeze nothing: %s', async (language) => {
    const found: string[] = [];
    for (const [name, state] of Object.entries(gallery)) {
      await show(launched, { ...state, speech: { language, formats: language } });
      await settings.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
      await settle(settings);
      const all: string[] = await settings.evaluate(squeezed);
      found.push(...all.map((fault) => `${name}: ${fault}`));
    }
    expect(found).toEqual([]);
  });
});
