import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';
import { filesBelow, foundIn, heapOf, overhearPages, processesOf } from './traces.ts';

let workplace: Workplace;
let launched: LaunchedApp;
/** Every token that the organisation gave out. */
const secrets = new Set<string>();

beforeAll(async () => {
  workplace = await startWorkplace();
  workplace.overhear((token) => secrets.add(token));
  launched = await workplace.launch();
  await clickTray(workplace.desktop);
  await signIn(workplace, launched);
});
afterAll(() => workplace.stop());

it('[F1] a bug of ours is said once and plainly, and the icon and its menu live on', async () => {
  const page = await launched.popup();
  for (const kind of ['throw', 'reject', 'throw']) {
    await launched.app.evaluate((_electron, how) => {
      const error = new Error('a bug of ours');
      setTimeout(
        how === 'reject'
          ? async () => Promise.reject(error)
          : () => {
              throw error;
            },
      );
    }, kind);
  }
  await until(
    'three lines in the log',
    () => launched.logEvents().filter(({ event }) => event === 'unhandled').length === 3,
  );
  const notices = page.locator('aside p', { hasText: 'Something in Presently went wrong' });
  await notices.first().waitFor();
  expect(await notices.count()).toBe(1);
  await page.getByRole('radio', { name: 'Busy' }).click();
  await trayTurns(workplace.desktop, 'red');
});

/** What the person writes in a life with the app; each stands for itself, so that it is known again anywhere. */
const written = {
  message: 'canary-of-a-message',
  failed: 'canary-of-a-message-that-fails',
  presetName: 'canary-of-a-name',
  presetMessage: 'canary-of-a-preset',
  away: 'canary-of-an-absence',
  reply: 'canary-of-a-reply',
  others: 'canary-of-a-reply-to-others',
  draft: 'canary-of-a-draft',
  kept: 'canary-of-a-favourite',
};

/** Lives a life: chooses, writes, plans, meets refusals, asks for help. Comes to what was copied for that. */
async function live(page: Page): Promise<readonly string[]> {
  const { simulator, desktop } = workplace;
  const send = (name: string, input: unknown) =>
    page.evaluate(`window.bridge.send('${name}', ${JSON.stringify(input)})`);
  const arrived = (what: string, text: string, status: number) =>
    until(what, () => simulator.requests.some((it) => it.status === status && JSON.stringify(it.body)?.includes(text)));
  const pages = (await workplace.openedPages()).length;
  await page.evaluate(`void window.bridge.send('allowMailbox', 'popup')`);
  await simulator.visit(await until('the consent page', async () => (await workplace.openedPages())[pages]));
  await until('the mailbox', () => simulator.requests.some(({ path }) => path.endsWith('/mailboxSettings')));
  const preset = {
    ...{ id: 'canary', name: written.presetName, icon: 'star', isFavourite: true, sequel: 'automatic', lasts: 'PT1H' },
    ...{ presence: { availability: 'Away', activity: 'Away' }, workLocation: null },
    ...{ statusMessage: written.presetMessage, outOfOffice: { isOutOfOffice: true, message: written.away } },
  };
  await send('changeSettings', { presets: [preset] });
  await send('applyPreset', 'canary');
  await arrived('the preset’s message', written.presetMessage, 200);
  await send('setStatusMessage', { text: written.message, lasts: 'PT1H' });
  await arrived('the message', written.message, 200);
  const plan = {
    ...{ from: '2031-10-30T07:00:00.000Z', until: '2031-11-02T16:30:00.000Z', timeZone: 'Europe/Berlin' },
    ...{ organisation: { text: written.reply }, replies: { audience: 'all', others: { text: written.others } } },
    ...{ inPresence: true, statusMessage: null },
  };
  await send('saveOutOfOffice', plan);
  await arrived('the replies', written.others, 200);
  await send('keepText', { text: written.kept, isFavourite: true });
  const field = { date: '2031-10-30', time: '09:00' };
  await send('draftOutOfOffice', {
    ...{ isTimed: true, from: field, until: field, timeZone: 'Europe/Berlin', organisation: { text: written.draft } },
    ...{
      others: 'same',
      hasReplies: true,
      audience: 'all',
      inPresence: true,
      statusMessage: null,
      isMailboxKnown: true,
    },
  });
  // A service may quote what it does not like.
  simulator.setProfile({ name: 'badRequest400', on: 'graph' });
  await send('setStatusMessage', { text: written.failed, lasts: 'PT1H' });
  await arrived('the refusal', written.failed, 400);
  simulator.setProfile('claimsChallenge401');
  await page.getByRole('radio', { name: 'Busy' }).click();
  await trayTurns(desktop, 'red');
  simulator.setProfile({ name: 'forbidden403', on: 'graph' });
  await page.getByRole('radio', { name: 'Available' }).click();
  await page.getByRole('alert').first().waitFor();
  const copied: string[] = [];
  for (const name of ['copyProblem', 'copyDiagnostics']) {
    await send(name, undefined);
    copied.push(await launched.app.evaluate(({ clipboard }) => clipboard.readText()));
  }
  simulator.setProfile('acceptsAndShows');
  return copied;
}

it('[S1][F2] after a whole life no token is anywhere, and no text of the person in a log or in what is copied for help', async () => {
  const page = await launched.popup();
  const told = await overhearPages(launched.app);
  const copied = await live(page);
  const folder = dataFolder(workplace.desktop);
  const heap = await heapOf(page);
  const traces = [heap, ...(await processesOf(launched.app)), ...filesBelow(folder).values()];
  await page.evaluate("window.bridge.send('signOut')");
  await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
  const files = filesBelow(folder);
  traces.push(await heapOf(page), ...(await processesOf(launched.app)), ...files.values());
  traces.push(...(await told()), ...launched.logLines(), ...copied, ...(await workplace.openedPages()));
  expect([secrets.size >= 6, files.size > 4, traces.length > 60]).toEqual([true, true, true]);
  // Else the silence of the heap and of the ear would prove nothing.
  expect(foundIn([heap], [written.message, written.reply])).toHaveLength(2);
  expect(foundIn(await told(), Object.values(written))).toHaveLength(Object.keys(written).length);
  expect(foundIn(traces, secrets)).toEqual([]);
  const logs = [...files].filter(([name]) => name.startsWith('logs')).map(([, text]) => text);
  expect([copied[1]?.startsWith('# Presently'), logs.length > 0]).toEqual([true, true]);
  expect(foundIn([...logs, ...launched.logLines(), ...copied], Object.values(written))).toEqual([]);
  // Who signs out leaves the settings behind, and nothing else of what was written.
  const left = [...files].filter(([name]) => !name.startsWith('config.json')).map(([, text]) => text);
  expect([foundIn(left, Object.values(written)), files.has('token-cache.bin')]).toEqual([[], false]);
});
