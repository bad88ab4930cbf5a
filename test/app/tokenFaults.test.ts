import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import type { ProfileName } from '../../electron/simulator/profiles.ts';
import { clickTray, trayColour, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

const portal = 'Your network answered instead of Microsoft.';

/** An answer of the token endpoint that is none, and the sentence for it. */
const noAnswers: readonly (readonly [row: string, profile: ProfileName, sentence: string])[] = [
  ['row 6: the page of a portal', 'html200', portal],
  ['row 7: a portal that leads elsewhere', 'portalRedirect302', portal],
  ['row 27: null', 'tokenReplyNull', portal],
  ['row 27: nothing', 'tokenReplyEmpty', portal],
  ['row 27: 50 MB', 'tokenReplyHuge', portal],
];

/** A token that is as good as any other, whatever is said of how long. */
const oddLifetimes: readonly (readonly [row: string, profile: ProfileName])[] = [
  ['row 23: ends after a second', 'tokenReplyExpired'],
  ['row 26: comes without a lifetime', 'tokenReplyNoLifetime'],
  ['row 26: comes with a lifetime that is no number', 'tokenReplyBadLifetime'],
];

describe('a token service in trouble', () => {
  let workplace: Workplace;
  let launched: LaunchedApp;

  beforeAll(async () => {
    // A token that ends so soon is renewed for each request.
    workplace = await startWorkplace({}, { accessTokenSeconds: 240 });
    launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
  });
  afterAll(() => workplace.stop());
  beforeEach(async () => {
    workplace.simulator.setProfile('acceptsAndShows');
    await choose('Available');
    await trayTurns(workplace.desktop, 'green', 20_000);
  });

  const refreshes = () => workplace.simulator.signIns.filter(({ parameters }) => isRefresh(parameters)).length;

  async function choose(name: string): Promise<void> {
    await (await launched.popup()).getByRole('radio', { name }).click();
  }

  async function reads(sentence: string): Promise<void> {
    await (await launched.popup()).getByRole('alert').filter({ hasText: sentence }).waitFor({ timeout: 20_000 });
    expect(await trayColour(workplace.desktop)).toBe('green');
  }

  it.each(noAnswers)('[N4] %s instead of a token is said, and costs nobody the session', async (...fault) => {
    const [, name, sentence] = fault;
    workplace.simulator.setProfile({ name, on: 'token' });
    await choose('Busy');
    await reads(sentence);
    workplace.simulator.setProfile('acceptsAndShows');
    await choose('Busy');
    await trayTurns(workplace.desktop, 'red', 20_000);
    expect(await workplace.openedPages()).toHaveLength(1);
  });

  it('[N1] row 9: a silent token service costs its time limit once, and the choice is sent when it speaks', async () => {
    workplace.simulator.setProfile({ name: 'hangs', on: 'token' });
    const before = workplace.posts().length;
    await choose('Busy');
    await reads('Microsoft 365 didn’t answer in time.');
    expect(workplace.posts().length).toBe(before);
    workplace.simulator.setProfile('acceptsAndShows');
    await trayTurns(workplace.desktop, 'red', 20_000);
    expect(workplace.posts().length).toBe(before + 1);
  });

  it('[N5] row 25: an interaction that is wanted keeps the person, opens nothing by itself, and is one click', async () => {
    const { desktop, simulator } = workplace;
    simulator.setRefusal({ at: 'refresh', code: 50076 });
    await choose('Do not disturb');
    const page = await launched.popup();
    await page.getByRole('heading', { level: 1, name: 'Sign in again to change your status' }).waitFor();
    await page.getByText('Mira Kovač').first().waitFor();
    await trayTurns(desktop, 'grey');
    expect(await workplace.openedPages()).toHaveLength(1);
    simulator.setRefusal(null);
    await signIn(workplace, launched);
    await trayTurns(desktop, 'red');
    await until('the choice that waited', () => workplace.posts().at(-1)?.status === 201);
    expect(workplace.posts().at(-1)?.body).toMatchObject({ availability: 'DoNotDisturb' });
  });

  it.each(oddLifetimes)('[S6] %s: it is used, and nobody notices', async (...fault) => {
    const [, name] = fault;
    // A challenge makes sure that a new token is asked for.
    workplace.simulator.setProfile([{ name: 'claimsChallenge401' }, { name, on: 'token' }]);
    const before = refreshes();
    await choose('Busy');
    await trayTurns(workplace.desktop, 'red', 20_000);
    const renewed = refreshes();
    await choose('Appear away');
    await trayTurns(workplace.desktop, 'amber', 20_000);
    expect(renewed).toBeGreaterThan(before);
    // What ends at once is renewed each time; what has no lifetime is good for a minute: no storm of renewals.
    expect(refreshes() > renewed).toBe(name === 'tokenReplyExpired');
    expect(await workplace.openedPages()).toHaveLength(2);
  });
});

function isRefresh(parameters: Readonly<Record<string, string>>): boolean {
  return parameters['grant_type'] === 'refresh_token';
}
