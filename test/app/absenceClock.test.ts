import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { type Notifications, startNotifications } from '../desktop/notifications.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { createWallClock, type WallClock } from '../desktop/wallClock.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

const formatted = '<html><body><p style="color:red">Bin <b>weg</b></p></body></html>';

describe('an absence of days, by the clock', () => {
  let workplace: Workplace;
  let clock: WallClock;
  let notifications: Notifications;
  let launched: LaunchedApp;
  let page: Page;

  const mira = () => workplace.simulator.people.mira;
  const mail = () => workplace.simulator.automaticRepliesOf(mira());
  const isAway = () => workplace.simulator.presenceOf(mira()).outOfOfficeSettings.isOutOfOffice;
  const told = () => notifications.told.map(({ body }) => body);
  const reads = (path: string) =>
    workplace.simulator.requests.filter((each) => each.method === 'GET' && each.path.endsWith(path));

  /** Sets the clocks, at Microsoft as well. */
  async function setClocks(time: string): Promise<void> {
    const { clock: theirs } = workplace.simulator;
    theirs.advance(Date.parse(time) - theirs.now());
    await clock.set(Date.parse(time));
  }

  /** Sets the clocks as a sleep does: the app wakes, and does what is due. */
  async function wakeAt(time: string): Promise<void> {
    await setClocks(time);
    const seen = () => launched.app.evaluate(() => Date.now());
    await until('the clock seen', async () => Math.abs((await seen()) - Date.parse(time)) < 5_000);
    const before = reads('presence').length;
    await launched.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    await until('what holds after the wake', () => reads('presence').length > before);
  }

  beforeAll(async () => {
    workplace = await startWorkplace();
    clock = await createWallClock(workplace.desktop);
    notifications = await startNotifications(workplace.desktop);
    workplace.simulator.setAutomaticReplies(mira(), { internalReplyMessage: formatted });
    await setClocks('2027-10-28T12:00:00Z');
    launched = await workplace.launch({ environment: { TZ: 'Europe/Berlin', ...clock.environment } });
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
    page = await launched.popup();
    await page.evaluate(`void window.bridge.send('allowMailbox', 'popup')`);
    const url = await until('the consent page', async () => (await workplace.openedPages())[1]);
    await workplace.simulator.visit(url);
    await until('the mailbox', () => reads('mailboxSettings').at(-1)?.status === 200);
  });
  afterAll(() => workplace.stop());

  it('[O8] is told by the desktop on the evening before, at once for nothing else', async () => {
    const span = { from: '2027-10-30T07:00:00.000Z', until: '2027-11-02T16:30:00.000Z', timeZone: 'Europe/Berlin' };
    const replies = { organisation: { text: 'Back soon' }, replies: { audience: 'all', others: 'same' } };
    const plan = JSON.stringify({ ...span, ...replies, inPresence: true, statusMessage: null });
    await page.evaluate(`window.bridge.send('saveOutOfOffice', ${plan})`);
    await until('the plan', () => mail().status === 'scheduled');
    expect([isAway(), told()]).toEqual([false, []]);
    await wakeAt('2027-10-29T15:00:05Z');
    await until('the evening before', () => told().length === 1);
    expect(told()[0]).toMatch(/^Your out of office starts tomorrow, 9:00.AM\.$/);
  });

  it('[O6][O8] begins by the clock, and its last day is told in the morning of the day, after the clocks went back', async () => {
    await wakeAt('2027-10-30T07:00:05Z');
    await until('the start', () => workplace.posts().some(({ status }) => status === 201));
    expect(isAway()).toBe(true);
    await wakeAt('2027-11-02T06:59:00Z');
    expect(told()).toHaveLength(1);
    await wakeAt('2027-11-02T07:00:05Z');
    await until('the last day', () => told().length === 2);
    expect(told()[1]).toMatch(/^Your out of office ends 5:30.PM\.$/);
  });

  it('[O6][O8] ends by the clock, and the return is told once that is carried out; a click on it opens the popup', async () => {
    workplace.simulator.setProfile({ name: 'unavailable503', on: 'mailbox' });
    await wakeAt('2027-11-02T16:30:05Z');
    await until('a try to end it', () => reads('mailboxSettings').at(-1)?.status === 503);
    expect(told()).toHaveLength(2);
    workplace.simulator.setProfile('acceptsAndShows');
    await until('the end', () => !isAway() && mail().status === 'disabled', { milliseconds: 60_000 });
    await until('the return', () => told().length === 3, { milliseconds: 30_000 });
    expect([told()[2], mail().internalReplyMessage]).toEqual(['You are back: out of office is off.', formatted]);
    await page.getByRole('complementary').getByText('You are back: out of office is off.').waitFor();
    await page.keyboard.press('Escape');
    await until('the popup gone', async () => !(await launched.isPopupShown()));
    notifications.click();
    await until('the popup', launched.isPopupShown);
  });
});
