import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { english } from '#contract/languages/english.ts';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import type { LaunchedApp } from '../../build/launch.mjs';
import { bringAxe, lookOf, looks, putOn, show, violations } from '../desktop/gallery.ts';
import { launchPresently } from '../desktop/launch.ts';
import { keptPictures, pictureFaults, startPictures } from '../desktop/pictures.ts';
import { clickTray } from '../desktop/tray.ts';
import { headings } from '../renderer/headings.ts';
import { pages } from '../renderer/pages.ts';
import { settingsStates } from '../renderer/settingsStates.ts';
import { galleryNow } from '../renderer/stateParts.ts';
import { type StateName, states } from '../renderer/states.ts';

/** Large enough for the longest page of the settings, so that a picture has all of it. */
const screen = { width: 1280, height: 1300 };
const settingsSize = { width: 720, height: 1120 };

const pictureNames = [
  ...Object.keys(states),
  ...Object.keys(pages).map((name) => `page-${name}`),
  ...[...Object.keys(settingsStates), 'form'].map((name) => `settings-${name}`),
].flatMap((name) => [`${name}-dark`, `${name}-light`]);

/** Notes, frame by frame, whatever moves for longer than one of them. */
const watchMotion = `(() => {
  window.moved = new Set();
  cancelAnimationFrame(window.watching);
  const look = () => {
    for (const it of document.getAnimations()) {
      if (it.effect.getComputedTiming().duration > 16) window.moved.add(it.effect.target.outerHTML.slice(0, 200));
    }
    window.watching = requestAnimationFrame(look);
  };
  look();
})()`;

/** What the page was told of styles by its script. All are to be in its sheet, which is read before anything is drawn. */
const toldStyles = `[...document.styleSheets].filter(({ href }) => href === null)
  .flatMap(({ cssRules }) => [...cssRules]).filter(({ style }) => style?.length !== 0).map(({ cssText }) => cssText)`;

/** What axe finds in a page in each look, and how, light or dark, it looks unlike the picture that was kept of it. */
async function faultsInEachLook(page: Page, picture: string): Promise<string[]> {
  const found: string[] = await page.evaluate(toldStyles);
  for (const look of looks) {
    await putOn(page, look);
    found.push(...(await violations(page)));
    if (look.forcedColors === 'active') continue;
    found.push(...(await pictureFaults(page, `${picture}-${look.colorScheme}`)));
  }
  return found;
}

/** What is said of times depends on the time, and a pointer lights up what is under it. */
async function holdStill(page: Page): Promise<void> {
  await page.clock.setFixedTime(galleryNow);
  await page.mouse.move(0, 0);
}

describe('the windows in every state', () => {
  let desktop: Desktop;
  let launched: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    await startPictures(pictureNames);
    desktop = await startDesktop({ size: screen });
    // Bars that scroll are the engine's and look as it likes.
    launched = await launchPresently({
      desktop,
      parameters: ['--hide-scrollbars'],
      environment: { TZ: 'Europe/Berlin' },
    });
    await clickTray(desktop);
    page = await launched.popup();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    await holdStill(page);
    await bringAxe(page);
  });
  afterAll(async () => {
    await launched.stop();
    await desktop.stop();
  });

  it.each(Object.keys(states) as StateName[])(
    'the popup: %s can be used by everybody, in each look, and looks as it did',
    async (name) => {
      await show(launched, states[name]);
      await page.getByRole('heading', { level: 1, name: headings[name], exact: true }).waitFor();
      // The footer says "Saving…" only after a while, and that is to be measured too.
      await page.waitForTimeout(450);
      expect(await faultsInEachLook(page, name)).toEqual([]);
    },
  );

  it.each(Object.entries(pages))(
    'the page: %s can be used by everybody, in each look, and looks as it did',
    async (name, { state, path, heading }) => {
      await show(launched, state);
      for (const [role, button] of path) await page.getByRole(role, { name: button }).click();
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
      await page.mouse.move(0, 0);
      expect(await faultsInEachLook(page, `page-${name}`)).toEqual([]);
      // The page is left with the person.
      await show(launched, states.signedOut);
      await page.getByRole('heading', { level: 1, name: headings.signedOut }).waitFor();
    },
  );

  it.each([
    ['reduce', '[L6] nothing moves for whoever asked for that'],
    ['no-preference', 'things move for everybody else'],
  ] as const)('with motion as %s: %s', async (reducedMotion, _what) => {
    await page.emulateMedia({ reducedMotion });
    await page.evaluate(watchMotion);
    for (const name of ['homeAvailable', 'pending', 'homeBusyChosen', 'homeLoading', 'homeAway'] as const) {
      await show(launched, states[name]);
      await page.getByRole('heading', { level: 1, name: headings[name], exact: true }).waitFor();
    }
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Settings' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Out of office/ }).click();
    await page.getByRole('switch', { name: 'Out of office' }).waitFor();
    const moved: string[] = await page.evaluate('[...window.moved]');
    await show(launched, states.signedOut);
    if (reducedMotion === 'reduce') expect(moved).toEqual([]);
    else expect(moved).not.toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    '[L4] what is chosen, or still to come, is seen in a %s contrast theme',
    async (colorScheme) => {
      await putOn(page, { colorScheme, forcedColors: 'active' });
      await show(launched, states.homeBusyChosen);
      const chosen = '[role=radio][aria-checked=true]';
      await page.locator(chosen).waitFor();
      expect(await page.evaluate(lookOf(chosen))).toMatchObject({ border: '3px', isMarked: true });
      await show(launched, states.homeLoading);
      await page.locator('.fui-SkeletonItem').first().waitFor();
      expect(await page.evaluate(lookOf('.fui-SkeletonItem'))).toMatchObject({ outlineStyle: 'solid' });
    },
  );

  describe('the settings', () => {
    let settings: Page;

    // The popup hides when another window gets the focus, so this one comes after it.
    beforeAll(async () => {
      await page.evaluate("window.bridge.send('showSettings', 'general')");
      settings = await launched.settings();
      const window = await launched.app.browserWindow(settings);
      await window.evaluate((it, { width, height }) => it.setContentSize(width, height), settingsSize);
      await settings.getByRole('heading', { level: 1 }).waitFor();
      await holdStill(settings);
      await bringAxe(settings);
    });

    it.each(Object.entries(settingsStates))(
      '%s can be used by everybody, in each look, and looks as it did',
      async (name, state) => {
        await show(launched, state);
        const heading = english[`settings.page.${state.settingsPage}`];
        await settings.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
        expect(await faultsInEachLook(settings, `settings-${name}`)).toEqual([]);
      },
    );

    it.each(['light', 'dark'] as const)(
      '[L4] what is chosen and locked is seen in a %s contrast theme',
      async (colorScheme) => {
        await putOn(settings, { colorScheme, forcedColors: 'active' });
        await show(launched, settingsStates.managedPresets);
        const locked = '[role=toolbar] [aria-pressed=true][aria-disabled=true]';
        await settings.locator(locked).first().waitFor();
        expect(await settings.evaluate(lookOf(locked))).toMatchObject({ isFilled: false, isLegible: true });
      },
    );

    it('the form of a preset, and what a search finds', async () => {
      await show(launched, settingsStates.presetEdited);
      await settings.getByRole('searchbox').fill('sign');
      await settings.getByRole('button', { name: 'Save' }).click();
      await settings.getByText('Give it a name.').waitFor();
      await settings.mouse.move(0, 0);
      expect(await faultsInEachLook(settings, 'settings-form')).toEqual([]);
    });
  });

  it('no picture is kept of what is no more', () => {
    expect(keptPictures().sort()).toEqual(pictureNames.toSorted());
  });
});
