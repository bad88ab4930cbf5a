import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import type { Profile } from '../../electron/simulator/profiles.ts';
import { clickTray, trayColour, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

/** What each tenant's answer to a click on Busy leads to, in the footer of the popup. */
const refusals: readonly (readonly [Profile['name'], string])[] = [
  ['forbidden403', 'Your organisation doesn’t allow this app to set your presence.'],
  ['unavailable503', 'Microsoft 365 has a problem.'],
  ['html200', 'Your network answered instead of Microsoft.'],
  ['hangs', 'Microsoft 365 didn’t answer in time.'],
];

describe('[P4] an organisation that does not take it', () => {
  let workplace: Workplace;
  let launched: LaunchedApp;

  beforeAll(async () => {
    workplace = await startWorkplace();
    launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
    await trayTurns(workplace.desktop, 'green');
  });
  afterAll(() => workplace.stop());

  it.each(refusals)('(%s) is told in one sentence, and the icon stays as it was', async (name, sentence) => {
    workplace.simulator.setProfile({ name });
    const page = await launched.popup();
    await launched.click(page.getByRole('radio', { name: 'Busy' }));
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor({ timeout: 20_000 });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Available');
    expect(await trayColour(workplace.desktop)).toBe('green');
    expect(launched.logEvents().some(({ icon }) => icon === 'busy')).toBe(false);
  });

  it('[N2] that is busy is asked again when it said, and not before', async () => {
    workplace.simulator.setProfile({ name: 'throttled429', times: 1, retryAfterSeconds: 3 });
    const page = await launched.popup();
    const before = workplace.posts().length;
    await launched.click(page.getByRole('radio', { name: 'Do not disturb' }));
    await page.getByText(/Microsoft 365 is busy, trying again in \d s/).waitFor();
    expect(await trayColour(workplace.desktop)).toBe('green');
    await trayTurns(workplace.desktop, 'red');
    const [first, second] = workplace.posts().slice(before);
    expect([first?.status, second?.status]).toEqual([429, 201]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(3_000);
  });

  it('[N5] row 20: that challenges the token is given a better one, and nobody notices', async () => {
    workplace.simulator.setProfile('claimsChallenge401');
    const page = await launched.popup();
    await launched.click(page.getByRole('radio', { name: 'Appear away' }));
    await trayTurns(workplace.desktop, 'amber');
    expect((await workplace.openedPages()).length).toBe(1);
  });

  it('[P5] that accepts but never shows it is found out', async () => {
    workplace.simulator.setProfile({ name: 'acceptsNeverShows', on: 'writes' });
    const page = await launched.popup();
    await launched.click(page.getByRole('radio', { name: 'Busy' }));
    await trayTurns(workplace.desktop, 'red');
    await page.getByText('Accepted, but not visible yet').first().waitFor({ timeout: 40_000 });
    await trayTurns(workplace.desktop, 'amber');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Away');
  });

  it('[R1] that has no create operation gets it by the documented actions', async () => {
    workplace.simulator.setProfile('notFound404');
    const page = await launched.popup();
    await launched.click(page.getByRole('radio', { name: 'Appear away' }));
    await trayTurns(workplace.desktop, 'amber');
    const paths = workplace.simulator.requests.map(({ path }) => path.split('/').at(-1));
    expect(paths).toContain('setUserPreferredPresence');
    workplace.simulator.setProfile('acceptsAndShows');
    await launched.click(page.getByRole('button', { name: 'Reset' }));
    await trayTurns(workplace.desktop, 'green');
  });

  it('[S6] row 24: that withdraws the session asks for a new one by name, and then sends the wish', async () => {
    const { desktop, simulator } = workplace;
    simulator.setProfile('refreshRevoked');
    const page = await launched.popup();
    await launched.click(page.getByRole('radio', { name: 'Do not disturb' }));
    await page.getByRole('heading', { level: 1, name: 'Sign in again to change your status' }).waitFor();
    await trayTurns(desktop, 'grey');
    simulator.setProfile('acceptsAndShows');
    await signIn(workplace, launched);
    await trayTurns(desktop, 'red');
    expect(workplace.posts().at(-1)?.body).toMatchObject({ availability: 'DoNotDisturb' });
  });

  it('[S2] a sign-in that is given up leads back to where it began', async () => {
    const page = await launched.popup();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
    await until('the browser', async () => (await workplace.openedPages()).length === 3);
    await page.getByRole('button', { name: 'Open again' }).click();
    await until('the browser again', async () => (await workplace.openedPages()).length === 4);
    const [third, fourth] = (await workplace.openedPages()).slice(2);
    expect(fourth).toBe(third);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
  });

  it('[S7] a sign-in that is declined is not called a failure of ours', async () => {
    const page = await launched.popup();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
    const url = await until('the sign-in page', async () => (await workplace.openedPages())[4]);
    await workplace.simulator.visit(url, { outcome: 'deny' });
    await page.getByText('You didn’t allow Presently to see and set your presence').first().waitFor();
  });
});
