import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { pastDoubleClick } from '../desktop/pastDoubleClick.ts';
import { clickTray, trayColour, trayTurns } from '../desktop/tray.ts';
import { createWallClock, type WallClock } from '../desktop/wallClock.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

const hour = 3_600_000;

describe('the time of day', () => {
  let workplace: Workplace;
  let clock: WallClock;
  let launched: LaunchedApp;

  beforeAll(async () => {
    workplace = await startWorkplace();
    clock = await createWallClock(workplace.desktop);
  });
  afterAll(() => workplace.stop());

  async function launch(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    launched = await workplace.launch({ environment: { ...clock.environment, ...environment } });
  }

  async function choose(name: string, duration: string): Promise<void> {
    const page = await launched.popup();
    await page.getByRole('combobox', { name: 'Duration' }).click();
    await page.getByRole('option', { name: duration }).click();
    // The option lay over it.
    await pastDoubleClick();
    await page.getByRole('radio', { name }).click();
  }

  /** The end that is on disk, once the choice is. */
  async function keptEnd(): Promise<string> {
    const file = join(dataFolder(workplace.desktop), 'desired.json');
    return until('the choice and its end on disk', async () => {
      const text = await readFile(file, 'utf8');
      return text.includes('"isAccepted": true') ? /"ending": \{\s*"at": "([^"]+)"/.exec(text)?.[1] : null;
    });
  }

  const given = () =>
    workplace.simulator.requests.filter(({ path }) => path.endsWith('/clearUserPreferredPresence')).length;
  const reads = () => workplace.simulator.requests.filter(({ method }) => method === 'GET').length;

  /** Sets the clock as a sleep does: the computer wakes at another time, and what is due then is done. */
  async function wakeAt(time: string): Promise<void> {
    const now = Date.parse(time);
    await clock.set(now);
    const told = () => launched.app.evaluate(() => Date.now());
    await until('the clock seen', async () => Math.abs((await told()) - now) < 5_000);
    const before = reads();
    await launched.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
    await until('what holds after the wake', () => reads() > before);
  }

  it('[S2][P1] row 28: two hours ahead at start, signs in and sets a presence', async () => {
    await clock.setAhead(2 * hour);
    await launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    await choose('Busy', '1 hour');
    await trayTurns(workplace.desktop, 'red');
    expect(Date.parse(await keptEnd()) - Date.now()).toBeGreaterThan(2.5 * hour);
    await launched.stop();
  });

  it('[S4][P1] row 28: two hours behind at the next start, it is signed in, and sets a presence', async () => {
    await clock.setAhead(-2 * hour);
    await launch();
    await trayTurns(workplace.desktop, 'red');
    await choose('Appear away', '1 hour');
    await trayTurns(workplace.desktop, 'amber');
    expect(workplace.posts().map(({ status }) => status)).toEqual([201, 201]);
    expect(Date.parse(await keptEnd())).toBeLessThan(Date.now());
  });

  it('[E1] row 29: the clock is set while it runs: the end is where the clock says', async () => {
    const before = given();
    await clock.setAhead(-1 * hour + 60_000);
    // While nothing is awaited it is looked every half minute, and nobody tells of a clock that is set.
    await trayTurns(workplace.desktop, 'green', 45_000);
    expect(given()).toBe(before + 1);
    await launched.stop();
  });

  it('[E1] row 30, 31: in another time zone, today ends there, and the hour that comes twice counts twice', async () => {
    // In Santiago 24:00 of that Saturday becomes 23:00 again.
    await clock.set(Date.parse('2027-04-04T02:50:00Z'));
    await launch({ TZ: 'America/Santiago' });
    await trayTurns(workplace.desktop, 'green');
    await choose('Busy', 'Today');
    await trayTurns(workplace.desktop, 'red');
    expect(Date.parse(await keptEnd())).toBe(Date.parse('2027-04-04T03:59:00Z'));
    const before = given();
    await wakeAt('2027-04-04T03:00:30Z');
    expect([await trayColour(workplace.desktop), given()]).toEqual(['red', before]);
    await wakeAt('2027-04-04T03:59:01Z');
    await trayTurns(workplace.desktop, 'green');
    expect(given()).toBe(before + 1);
  });

  it('[E1] row 31: where midnight is left out, the day ends before it, and once', async () => {
    // In Santiago 00:00 of that Sunday is 01:00.
    await wakeAt('2027-09-05T03:50:00Z');
    await choose('Busy', 'Today');
    await trayTurns(workplace.desktop, 'red');
    expect(Date.parse(await keptEnd())).toBe(Date.parse('2027-09-05T03:59:00Z'));
    const before = given();
    await wakeAt('2027-09-05T04:00:30Z');
    await trayTurns(workplace.desktop, 'green');
    await wakeAt('2027-09-05T05:00:30Z');
    expect(given()).toBe(before + 1);
  });
});
