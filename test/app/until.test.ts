import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toEpoch, toInstant } from '#contract/instant.ts';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { written } from '../desktop/written.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

describe('until when', () => {
  let workplace: Workplace;
  let launched: LaunchedApp;
  let file: string;

  beforeAll(async () => {
    workplace = await startWorkplace();
    file = join(dataFolder(workplace.desktop), 'desired.json');
    launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
  });
  afterAll(() => workplace.stop());

  it('[E1] a planned hour is shown as a time, in the popup and on disk', async () => {
    const page = await launched.popup();
    await page.getByRole('combobox', { name: 'Duration' }).click();
    await page.getByRole('option', { name: '1 hour' }).click();
    await launched.click(page.getByRole('radio', { name: 'Busy' }));
    await trayTurns(workplace.desktop, 'red');
    await page
      .getByText(/^Until (tomorrow|\d)/)
      .first()
      .waitFor();
    await written(file, '"isAccepted": true');
  });

  it('[W1] row 53: killed in the middle, it still knows, and ends what ended meanwhile', async () => {
    const { desktop, simulator } = workplace;
    launched.app.process().kill('SIGKILL');
    await until('the icon gone', async () => (await desktop.findTrayIcon()) === null);
    const content = await readFile(file, 'utf8');
    const kept = JSON.parse(content) as { desired: { wish: { ending: { at: ReturnType<typeof toInstant> } } } };
    expect(toEpoch(kept.desired.wish.ending.at)).toBeGreaterThan(Date.now());
    const over = toInstant(Date.now() - 1_000);
    await writeFile(file, content.replaceAll(kept.desired.wish.ending.at, over));
    launched = await workplace.launch();
    await trayTurns(desktop, 'green', 20_000);
    await until(
      'the presence given back',
      () => simulator.presenceOf(simulator.people.mira).availability === 'Available',
    );
  });

  it('[M1] a status message is written, counted, and read back', async () => {
    await clickTray(workplace.desktop);
    const page = await launched.popup();
    await page.getByRole('button', { name: /^Status message/ }).click();
    await page.getByRole('textbox').fill('In the workshop');
    await page.getByText('265').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: /In the workshop/ }).waitFor();
    const sent = workplace.simulator.requests.find(({ path }) => path.endsWith('/setStatusMessage'));
    expect(sent).toMatchObject({
      status: 200,
      body: { statusMessage: { message: { content: 'In the workshop', contentType: 'text' } } },
    });
  });

  it('the details tell what is certain, what is inferred, and every write', async () => {
    const page = await launched.popup();
    await page.getByRole('button', { name: /Why\?/ }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('setStatusMessage').first().waitFor();
    await page.getByText('Certain').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('radiogroup', { name: 'Availability' }).waitFor();
  });

  it('[V1] with Teams closed, the reason is named, and keeping visible helps', async () => {
    const { simulator } = workplace;
    simulator.closeTeams(simulator.people.mira);
    const page = await launched.popup();
    await launched.click(page.getByRole('radio', { name: 'Busy' }));
    await page
      .getByRole('button', { name: /^Keep visible/ })
      .first()
      .click({ timeout: 20_000 });
    await trayTurns(workplace.desktop, 'red', 20_000);
    await until('others see it', () => simulator.presenceOf(simulator.people.mira).availability === 'Busy');
  });

  it('[O7] what was written in the moment before Ctrl+Q is on disk at the end', async () => {
    const page = await launched.popup();
    await page.getByRole('button', { name: /^Status message/ }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Back in the');
    await written(file, '"Back in the"');
    await page.getByRole('textbox', { name: 'Message' }).fill('Back in the office');
    const ended = once(launched.app.process(), 'exit');
    // The page is gone before the key is let go.
    await page.keyboard.press('Control+q').catch(() => {});
    await ended;
    expect(await readFile(file, 'utf8')).toContain('"Back in the office"');
  });
});
