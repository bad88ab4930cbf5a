import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { type LoginManager, startLoginManager } from '../desktop/loginManager.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';
import { seenFromMain } from './revivedPage.ts';

describe('a program that is interrupted', () => {
  let workplace: Workplace;
  let login: LoginManager;
  let launched: LaunchedApp;

  beforeAll(async () => {
    workplace = await startWorkplace();
    login = await startLoginManager(workplace.desktop);
    await launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
  });
  afterAll(() => workplace.stop());

  const shown = () => workplace.simulator.presenceOf(workplace.simulator.people.mira).availability;
  const counts = () => {
    const { requests } = workplace.simulator;
    const reads = requests.filter(({ method }) => method === 'GET').length;
    return { reads, writes: requests.length - reads };
  };

  async function launch(): Promise<void> {
    launched = await workplace.launch({ environment: login.environment });
  }

  async function choose(name: string): Promise<void> {
    await (await launched.popup()).getByRole('radio', { name }).click();
  }

  async function rested(): Promise<void> {
    await (await launched.popup()).getByText('up to date').waitFor({ timeout: 30_000 });
  }

  async function kill(): Promise<void> {
    launched.app.process().kill('SIGKILL');
    await until('the icon gone', async () => (await workplace.desktop.findTrayIcon()) === null);
  }

  it('[W1] row 35: killed at the very moment at which it is said to be set, it is still known', async () => {
    await choose('Appear away');
    await until('the choice said to be set', () =>
      launched.logEvents().some(({ event, icon }) => event === 'tray' && icon === 'away'),
    );
    await kill();
    const kept = await readFile(join(dataFolder(workplace.desktop), 'desired.json'), 'utf8');
    expect(kept).toContain('"Away"');
    await launch();
    await trayTurns(workplace.desktop, 'amber', 20_000);
  });

  it.each([
    { fate: 'is carried out late', late: 4_000, profile: { name: 'appliesLater', times: 1, delayMilliseconds: 4_000 } },
    { fate: 'is never carried out', late: 0, profile: { name: 'hangs', times: 1 } },
  ] as const)(
    '[W1][P8] row 36: killed while its request $fate, the next start comes to the same',
    async ({ profile, late }) => {
      const { simulator, desktop } = workplace;
      // What the run before left open is sent again first, and must not be what meets the fault.
      await rested();
      const before = workplace.posts().length;
      simulator.setProfile(profile);
      const [name, availability] =
        shown() === 'Busy' ? (['Appear away', 'Away'] as const) : (['Busy', 'Busy'] as const);
      await choose(name);
      await until('the request', () => workplace.posts().length > before);
      const askedAt = performance.now();
      await kill();
      await launch();
      await trayTurns(desktop, availability === 'Busy' ? 'red' : 'amber', 30_000);
      await until('what was wanted, shown', () => shown() === availability, { milliseconds: 20_000 });
      // A fast start is here before the request of the run that was killed; what comes next must not meet it.
      await until('the fate of the first request', () => performance.now() - askedAt > late + 500);
      expect(shown()).toBe(availability);
    },
  );

  it('[E1] row 32: a wake that is told twice is one look at what holds, and writes nothing', async () => {
    const held = shown();
    await rested();
    // Playwright loses sight of a page that slept.
    const page = await seenFromMain(workplace.desktop, launched);
    const before = counts();
    login.sleep();
    login.sleep();
    login.wake();
    login.wake();
    await until('what holds now', () => counts().reads > before.reads);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const { reads, writes } = counts();
    expect(reads - before.reads).toBeLessThanOrEqual(2);
    expect([writes, shown()]).toEqual([before.writes, held]);
    await page.heading(held);
  });
});
