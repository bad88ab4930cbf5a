import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import type { VisitAnswer } from '../../electron/simulator/browser.ts';
import { dataFolder } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { written } from '../desktop/written.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

const formatted = '<html><body><p style="color:red">Bin <b>weg</b></p><script>alert(1)</script></body></html>';
const environment = { TZ: 'Europe/Berlin' };

describe('an absence, from the plan to the return', () => {
  let workplace: Workplace;
  let launched: LaunchedApp;
  let page: Page;

  const mira = () => workplace.simulator.people.mira;
  const mail = () => workplace.simulator.automaticRepliesOf(mira());
  const patches = () => workplace.simulator.requests.filter(({ method }) => method === 'PATCH');
  const row = () => page.getByRole('button', { name: /^Out of office/ });
  const toggle = () => page.getByRole('switch', { name: 'Out of office' });
  const button = (name: string) => page.getByRole('button', { name });

  async function open(): Promise<void> {
    launched = await workplace.launch({ environment });
    await clickTray(workplace.desktop);
    page = await launched.popup();
  }

  /** Asks for the mailbox and answers as the person would, in the browser. */
  async function allow(answer: VisitAnswer): Promise<URL> {
    const before = (await workplace.openedPages()).length;
    await button('Allow in browser').click();
    const url = await until('the consent page', async () => (await workplace.openedPages())[before]);
    await workplace.simulator.visit(url, answer);
    return new URL(url);
  }

  async function plan(dates: Readonly<Record<string, string>>): Promise<void> {
    await page.getByRole('radio', { name: /^From/ }).click();
    for (const [label, text] of Object.entries(dates)) await page.getByLabel(label).fill(text);
  }

  beforeAll(async () => {
    workplace = await startWorkplace();
    workplace.simulator.setMailboxTimeZone(mira(), 'Tokyo Standard Time');
    workplace.simulator.setAutomaticReplies(mira(), { internalReplyMessage: formatted });
    await open();
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
  });
  afterAll(() => workplace.stop());

  it('[O4] a mailbox that is refused is a state of the row, and the presence still works', async () => {
    await row().click();
    const url = await allow({ outcome: 'decline' });
    await page
      .getByRole('paragraph')
      .filter({ hasText: 'Automatic replies are not allowed for this account' })
      .waitFor();
    expect(url.searchParams.get('scope')).toContain('MailboxSettings.ReadWrite');
    expect((await workplace.openedPages())[0]).not.toContain('MailboxSettings');
    await page.keyboard.press('Escape');
    await page.getByText('Off · no automatic replies for this account').waitFor();
    await launched.click(page.getByRole('radio', { name: 'Busy' }));
    await trayTurns(workplace.desktop, 'red');
  });

  it('[O5] allowed, what Outlook has is read and kept, in a zone of its own', async () => {
    await row().click();
    await allow({});
    const reply = page.getByRole('textbox', { name: 'Reply to my organisation' });
    await reply.waitFor();
    expect([await reply.inputValue(), await reply.isEditable(), patches()]).toEqual(['Bin weg', false, []]);
    await plan({
      'From, date': '2027-03-26',
      'From, time': '17:00',
      'Until, date': '2027-03-29',
      'Until, time': '17:00',
    });
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Asia/Tokyo');
    await page.getByText(/^Here, in Europe\/Berlin, that is .*9:00.* – .*10:00/).waitFor();
  });

  it('[O7] what is written and not saved is there after a restart, and so is the permission', async () => {
    await page.getByRole('combobox', { name: 'Reply to others' }).click();
    await page.getByRole('option', { name: 'Everyone' }).click();
    const file = join(dataFolder(workplace.desktop), 'desired.json');
    await written(file, '"audience": "all"');
    await launched.stop();
    await open();
    await row().click();
    await page.getByRole('combobox', { name: 'Time zone' }).waitFor();
    expect(await page.getByLabel('Until, date').inputValue()).toBe('2027-03-29');
    await page.getByRole('textbox', { name: 'Reply to my organisation' }).waitFor();
    expect((await workplace.openedPages()).length).toBe(3);
  });

  it('[O3] what goes to whom is shown, and then just that is sent, over a clock change', async () => {
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
    await button('Save').dblclick({ delay: 50 });
    await page.getByRole('heading', { name: 'What people will see' }).waitFor();
    await page.getByText('Others, by mail').waitFor();
    expect(patches()).toEqual([]);
    await button('Confirm').press('Enter');
    await page.getByText(/^From 26 Mar|^From Mar 26/).waitFor();
    expect(patches().map(({ body }) => body)).toEqual([
      {
        automaticRepliesSetting: {
          ...{ status: 'scheduled', externalAudience: 'all', externalReplyMessage: formatted },
          scheduledStartDateTime: { dateTime: '2027-03-26T17:00:00', timeZone: 'W. Europe Standard Time' },
          scheduledEndDateTime: { dateTime: '2027-03-29T17:00:00', timeZone: 'W. Europe Standard Time' },
        },
      },
    ]);
    expect(mail()).toMatchObject({
      ...{ internalReplyMessage: formatted, startsAt: Date.UTC(2027, 2, 26, 16), endsAt: Date.UTC(2027, 2, 29, 15) },
    });
  });

  it('[O6] called off early, everything is as it was before', async () => {
    await launched.click(toggle());
    await page.getByText('Off', { exact: true }).waitFor();
    expect(mail()).toMatchObject({
      ...{ status: 'disabled', externalAudience: 'none', internalReplyMessage: formatted, externalReplyMessage: '' },
    });
  });

  it('[O6] saved while the service cannot be reached, it waits and is sent', async () => {
    await row().click();
    await page.getByRole('radio', { name: 'Until I turn it off' }).click();
    await button('Edit as plain text').click();
    await page.getByRole('textbox', { name: 'Reply to my organisation' }).fill('Away & out');
    await page.getByRole('checkbox', { name: 'Also set my status message' }).click();
    await workplace.setReachable(false);
    await button('Save').click();
    await button('Confirm').press('Enter');
    await page.getByText(/^Not sent yet/).waitFor();
    expect(mail().status).toBe('disabled');
    await workplace.setReachable(true);
    await until('the replies', () => mail().status === 'alwaysEnabled', { milliseconds: 30_000 });
    expect(mail().internalReplyMessage).toContain('Away &amp; out');
    await until('the ring', async () => launched.logEvents().some(({ icon }) => icon === 'busyOutOfOffice'));
    await until('the message', () => workplace.simulator.statusMessageOf(mira()) === 'Out of office');
    await launched.click(toggle());
    await until('the end', () => mail().status === 'disabled' && workplace.simulator.statusMessageOf(mira()) === null);
    expect(workplace.simulator.presenceOf(mira()).outOfOfficeSettings.isOutOfOffice).toBe(false);
    expect(mail().internalReplyMessage).toBe(formatted);
  });

  it('[O4] without a mailbox the page says so, and the rest works', async () => {
    workplace.simulator.setProfile('mailboxMissing404');
    await row().click();
    await page.getByText('This account has no mailbox that sends automatic replies.').waitFor();
    await page.getByRole('textbox', { name: 'Message' }).fill('Away');
    await button('Save').click();
    await until('the presence', () => workplace.simulator.presenceOf(mira()).outOfOfficeSettings.message === 'Away');
  });
});
