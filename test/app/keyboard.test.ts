import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { startWorkplace, type Workplace } from './microsoft.ts';

const readers = new Map<Page, CDPSession>();

/**
 * A screen reader stays: the engine gives a date field its button for the keyboard only where one is there as the field
 * comes.
 */
async function readerOf(page: Page): Promise<CDPSession> {
  const reader = readers.get(page) ?? (await page.context().newCDPSession(page));
  if (!readers.has(page)) await reader.send('Accessibility.enable');
  readers.set(page, reader);
  return reader;
}

/** What a screen reader is given: role and name of what has the focus. */
async function focused(page: Page): Promise<string> {
  const { nodes } = await (await readerOf(page)).send('Accessibility.getFullAXTree');
  const isFocused = ({ properties = [], role }: (typeof nodes)[number]) =>
    role?.value !== 'RootWebArea' && properties.some(({ name, value }) => name === 'focused' && value.value === true);
  const node = nodes.find(isFocused);
  return node === undefined ? 'nothing' : `${node.role?.value}: ${node.name?.value}`;
}

/** Presses Tab until that has the focus, as somebody does who uses no mouse. */
async function tabTo(workplace: Workplace, page: Page, target: string): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 30; step += 1) {
    passed.push(await focused(page));
    if (passed.at(-1) === target) return;
    await workplace.desktop.key('Tab');
  }
  throw new Error(`Tab never came to “${target}”, but to ${passed.join(', ')}`);
}

describe('[L5] by keyboard alone', () => {
  let workplace: Workplace;
  let launched: LaunchedApp;
  let page: Page;

  const key = (...names: string[]) => workplace.desktop.key(...names);
  const announced = (text: string | RegExp) =>
    page.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' });

  beforeAll(async () => {
    workplace = await startWorkplace();
    launched = await workplace.launch();
    // The last click: from the desktop's own menu of icons onwards there are keys.
    await clickTray(workplace.desktop);
    page = await launched.popup();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
  });
  afterAll(() => workplace.stop());

  it('signs in', async () => {
    await tabTo(workplace, page, 'button: Sign in with Microsoft');
    await key('Return');
    const url = await until('the page in the browser', async () => (await workplace.openedPages())[0]);
    await workplace.simulator.visit(url);
    await trayTurns(workplace.desktop, 'green');
    await page.getByRole('radio', { name: 'Available' }).waitFor();
  });

  it('chooses a state and an activity, and hears what came of it', async () => {
    await tabTo(workplace, page, 'radio: Available');
    await key('Right');
    await until('the focus on Busy', async () => (await focused(page)) === 'radio: Busy');
    await key('space');
    await trayTurns(workplace.desktop, 'red');
    await announced('Your presence: Busy');
    await tabTo(workplace, page, 'combobox: Activity');
    await key('Return');
    await key('Down');
    await key('Return');
    await announced('Your presence: In a call');
  });

  it('gives it an end of its own', async () => {
    await tabTo(workplace, page, 'combobox: Duration');
    await key('Return');
    await key('End');
    await key('Return');
    await page.getByRole('heading', { level: 1, name: 'Until when?' }).waitFor();
    await tabTo(workplace, page, 'button: Show date picker');
    // The calendar, and back from it.
    await key('Return');
    await key('Escape');
    await tabTo(workplace, page, 'button: Set');
    // Enter in a field does the same.
    for (const _place of ['Cancel', 'the time’s button', 'its last number']) await key('shift+Tab');
    await key('Return');
    await page.getByRole('heading', { level: 1, name: 'In a call' }).waitFor();
    await page.getByRole('button', { name: /^Until .*Why\?$/ }).waitFor();
    await announced(/^Until /);
  });

  it('is led to what is wrong with an absence, also where it is out of sight', async () => {
    await tabTo(workplace, page, 'button: Out of office Off');
    await key('Return');
    await tabTo(workplace, page, 'radio: Until I turn it off');
    await key('Right');
    await tabTo(workplace, page, 'combobox: Time zone');
    await key('ctrl+a');
    await workplace.desktop.type('mars');
    await tabTo(workplace, page, 'button: Save');
    await page.getByRole('checkbox', { name: 'Also set my status message' }).scrollIntoViewIfNeeded();
    await key('Return');
    await until('the focus on the zone', async () => (await focused(page)) === 'combobox: Time zone');
    const { top, bottom } = await page
      .getByText('Nobody knows a time zone of that name.')
      .evaluate((fault) => fault.getBoundingClientRect());
    const foot = await page.getByRole('button', { name: 'Save' }).evaluate((save) => save.getBoundingClientRect().top);
    expect(top >= 0 && bottom <= foot).toBe(true);
    await tabTo(workplace, page, 'button: Cancel');
    await key('Return');
  });

  it('saves a message for the time out of office', async () => {
    await tabTo(workplace, page, 'button: Out of office Off');
    await key('Return');
    await tabTo(workplace, page, 'textbox: Message');
    await workplace.desktop.type('Back on Monday');
    await tabTo(workplace, page, 'button: Save');
    await key('Return');
    await announced(/^Out of office/);
    const { outOfOfficeSettings } = workplace.simulator.presenceOf(workplace.simulator.people.mira);
    expect(outOfOfficeSettings).toMatchObject({ isOutOfOffice: true, message: 'Back on Monday' });
  });

  it('changes a setting', async () => {
    await tabTo(workplace, page, 'button: Settings');
    await key('Return');
    const settings = await launched.settings();
    const ending = settings.getByRole('switch', { name: 'Five minutes before a choice ends' });
    await ending.waitFor();
    await tabTo(workplace, settings, 'switch: Five minutes before a choice ends');
    await key('space');
    await until('the switch off', async () => !(await ending.isChecked()));
  });
});
