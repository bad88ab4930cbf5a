import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import { dataFolder } from '../desktop/launch.ts';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { written } from '../desktop/written.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

describe('the main job', () => {
  let workplace: Workplace;
  let launched: LaunchedApp;

  beforeAll(async () => {
    workplace = await startWorkplace();
    launched = await workplace.launch();
  });
  afterAll(() => workplace.stop());

  it('[S2] starts signed out, opens on a click on the icon, and signs in through the browser', async () => {
    await trayTurns(workplace.desktop, 'grey');
    await clickTray(workplace.desktop);
    await until('the popup', launched.isPopupShown);
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
    const page = await launched.popup();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Available');
    const [url] = await workplace.openedPages();
    const asked = new URL(url ?? '').searchParams;
    expect(asked.get('scope')?.split(' ').sort()).toEqual([
      'https://graph.microsoft.com/Presence.Read',
      'https://graph.microsoft.com/Presence.ReadWrite',
      'offline_access',
      'openid',
      'profile',
    ]);
    expect([asked.get('response_mode'), asked.get('code_challenge_method')]).toEqual(['form_post', 'S256']);
  });

  it('[P1][P2] a click on Busy is exactly one correct POST, and the icon turns red', async () => {
    const page = await launched.popup();
    await launched.click(page.getByRole('radio', { name: 'Busy' }));
    await trayTurns(workplace.desktop, 'red');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Busy');
    expect(await page.getByRole('radio', { name: 'Busy' }).getAttribute('aria-checked')).toBe('true');
    expect(workplace.posts().map(({ path, body, status }) => ({ path, body, status }))).toEqual([
      {
        path: '/beta/communications/presences',
        status: 201,
        body: {
          '@odata.type': '#microsoft.graph.presence',
          id: workplace.simulator.people.mira.oid,
          availability: 'Busy',
          activity: 'Busy',
          outOfOfficeSettings: {
            '@odata.type': '#microsoft.graph.outOfOfficeSettings',
            isOutOfOffice: false,
            message: null,
          },
        },
      },
    ]);
    const request = workplace.posts()[0];
    expect(request?.headers).toMatchObject({
      authorization: 'valid',
      'content-type': 'application/json',
      'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('an activity that goes with it is one click more', async () => {
    const page = await launched.popup();
    await page.getByRole('combobox', { name: 'Activity' }).click();
    await page.getByRole('option', { name: 'In a call', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'In a call' }).waitFor();
    expect(workplace.posts().at(-1)?.body).toMatchObject({ availability: 'Busy', activity: 'InACall' });
  });

  it('[O1] out of office travels with the presence', async () => {
    const page = await launched.popup();
    await launched.click(page.getByRole('switch', { name: 'Out of office' }));
    await until('the ring', async () => launched.logEvents().some(({ icon }) => icon === 'busyOutOfOffice'));
    expect(workplace.posts().at(-1)?.body).toMatchObject({ outOfOfficeSettings: { isOutOfOffice: true } });
    await launched.click(page.getByRole('switch', { name: 'Out of office' }));
    await trayTurns(workplace.desktop, 'red');
  });

  it('[P6] Reset gives the presence back', async () => {
    const page = await launched.popup();
    await launched.click(page.getByRole('button', { name: 'Reset' }));
    await trayTurns(workplace.desktop, 'green');
    await page.getByRole('heading', { level: 1, name: 'Available' }).waitFor();
    const { mira } = workplace.simulator.people;
    expect(workplace.simulator.requests.map(({ path }) => path)).toContain(
      `/beta/users/${mira.oid}/presence/clearUserPreferredPresence`,
    );
    await page.getByRole('button', { name: 'Reset' }).waitFor({ state: 'detached' });
  });

  it('[T2] the same through the menu, by a real right click', async () => {
    const { desktop } = workplace;
    const before = workplace.posts().length;
    await desktop.key('Escape');
    await until('the popup gone', async () => !(await launched.isPopupShown()));
    await clickTray(desktop, 'right');
    await until('the menu', async () => {
      const white = await desktop.findColour([255, 255, 255], { x: 600, y: 300, width: 424, height: 430 }, 10);
      return (white?.count ?? 0) > 5_000;
    });
    // Open Presently, Available, Busy: the keyboard passes over the line that only tells the state.
    await desktop.key('Down', 'Down', 'Down', 'Return');
    await trayTurns(desktop, 'red');
    expect(workplace.posts().length).toBe(before + 1);
    expect(workplace.posts().at(-1)?.body).toMatchObject({ availability: 'Busy', activity: 'Busy' });
  });

  it('[S4] the next start is signed in, still knows the choice, and asks Entra ID nothing', async () => {
    const desiredFile = join(dataFolder(workplace.desktop), 'desired.json');
    await written(desiredFile, '"Busy"');
    await launched.stop();
    const before = workplace.simulator.signIns.filter(({ path }) => path.endsWith('/token')).length;
    launched = await workplace.launch();
    await trayTurns(workplace.desktop, 'red');
    await clickTray(workplace.desktop);
    const page = await launched.popup();
    await page.getByRole('radio', { name: 'Busy', checked: true }).waitFor();
    expect(workplace.simulator.signIns.filter(({ path }) => path.endsWith('/token')).length).toBe(before);
  });

  it('[S5] signing out forgets it, also for the next start', async () => {
    const page = await launched.popup();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    await trayTurns(workplace.desktop, 'grey');
    await launched.stop();
    launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await (await launched.popup()).getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
  });
});
