import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../../build/launch.mjs';
import { until } from '../../build/until.mjs';
import type { Profile, ProfileChoice } from '../../electron/simulator/profiles.ts';
import { clickTray, trayColour, trayTurns } from '../desktop/tray.ts';
import { signIn, startWorkplace, type Workplace } from './microsoft.ts';

/** A fault, what the person reads meanwhile, and how many creates it costs until the choice holds. */
type PassingFault = readonly [row: string, profile: Profile, sentence: string | null, creates: number];

const passing: readonly PassingFault[] = [
  ['row 8: no answer at all', { name: 'hangs', times: 1 }, 'Microsoft 365 didn’t answer in time.', 2],
  ['row 10: an answer that stops within its body', { name: 'stallsInBody', times: 1 }, null, 1],
  ['row 11: a connection that breaks within the answer', { name: 'cutsInBody', times: 1 }, null, 1],
  ['row 12: a connection that breaks after it was carried out', { name: 'appliesThenResets', times: 1 }, null, 1],
  [
    'row 17: a gateway that is down three times',
    { name: 'unavailable503', times: 3 },
    'Microsoft 365 has a problem.',
    4,
  ],
  ['row 18: a service in trouble', { name: 'serverError500', times: 2 }, 'Microsoft 365 has a problem.', 3],
];

/** An answer that no repetition mends, and the sentence for it. */
const lasting: readonly (readonly [row: string, profile: ProfileChoice, sentence: string])[] = [
  ['row 5: a portal with a page of its own', 'html200', 'Your network answered instead of Microsoft.'],
  ['row 7: a portal that leads elsewhere', 'portalRedirect302', 'Your network answered instead of Microsoft.'],
  ['row 7: a portal that wants a sign-in', 'portal511', 'Your network answered instead of Microsoft.'],
  [
    'row 19: a choice that is not accepted',
    { name: 'badRequest400', on: 'writes' },
    'Microsoft 365 didn’t accept this choice.',
  ],
  ['row 21: a permission that is missing', 'forbidden403', 'Your organisation doesn’t allow this app'],
  [
    'row 22: a person without Teams',
    { name: 'notFound404', on: 'writes' },
    'doesn’t offer this way of setting presence',
  ],
];

/** In the page, since between two tries an alert may stand for less time than passes between two looks from outside. */
const alertSays = (sentence: string) => `new Promise((seen, missed) => {
  const observer = new MutationObserver(look);
  const timer = setTimeout(() => end(() => missed(new Error('no alert said: ' + ${JSON.stringify(sentence)}))), 20_000);
  function look() {
    const alerts = [...document.querySelectorAll('[role=alert]')];
    if (alerts.some(({ textContent }) => textContent.includes(${JSON.stringify(sentence)}))) end(seen);
  }
  function end(tell) {
    observer.disconnect();
    clearTimeout(timer);
    tell();
  }
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
})`;

describe('a fault of Microsoft 365 or of what lies before it', () => {
  let workplace: Workplace;
  let launched: LaunchedApp;

  beforeAll(async () => {
    workplace = await startWorkplace();
    launched = await workplace.launch();
    await clickTray(workplace.desktop);
    await signIn(workplace, launched);
  });
  afterAll(() => workplace.stop());
  beforeEach(async () => {
    workplace.simulator.setProfile('acceptsAndShows');
    const before = workplace.posts().length;
    await choose('Available', 'green');
    // A green icon may be from before: this choice's own request must not meet the fault that follows.
    await until('its answer', () => workplace.posts().at(before)?.status === 201);
  });

  const shown = () => workplace.simulator.presenceOf(workplace.simulator.people.mira).availability;

  async function choose(name: string, colour: 'green' | 'red' | null): Promise<void> {
    await (await launched.popup()).getByRole('radio', { name }).click();
    if (colour !== null) await trayTurns(workplace.desktop, colour, 40_000);
  }

  async function reads(sentence: string): Promise<void> {
    await (await launched.popup()).evaluate(alertSays(sentence));
    expect(await trayColour(workplace.desktop)).toBe('green');
  }

  it.each(passing)(
    '[P8][N1][N7] %s: it is looked for, and repeated only if it was not carried out',
    async (...fault) => {
      const [, profile, sentence, creates] = fault;
      const before = workplace.posts().length;
      workplace.simulator.setProfile(profile);
      await choose('Busy', null);
      if (sentence !== null) await reads(sentence);
      await trayTurns(workplace.desktop, 'red', 40_000);
      expect([shown(), workplace.posts().length - before]).toEqual(['Busy', creates]);
    },
  );

  it('[P3][N7] row 13: an older write that is carried out late is found, and the newer choice sent again', async () => {
    workplace.simulator.setProfile({ name: 'appliesLater', times: 1, delayMilliseconds: 6_000 });
    const before = workplace.posts().length;
    await choose('Do not disturb', null);
    await until('the first request', () => workplace.posts().length > before);
    await choose('Appear away', null);
    await until('the late one shown', () => shown() === 'DoNotDisturb', { milliseconds: 20_000 });
    await until('the newer one again', () => shown() === 'Away', { milliseconds: 30_000 });
    await trayTurns(workplace.desktop, 'amber', 20_000);
  });

  it.each(lasting)('[P4][N6] %s: is said, is not repeated, and costs nobody the session', async (...fault) => {
    const [, profile, sentence] = fault;
    workplace.simulator.setProfile(profile);
    await choose('Busy', null);
    await reads(sentence);
    const sent = workplace.simulator.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const writes = workplace.simulator.requests.slice(sent).filter(({ method }) => method === 'POST');
    expect([writes, shown()]).toEqual([[], 'Available']);
    workplace.simulator.setProfile('acceptsAndShows');
    await (await launched.popup()).getByRole('radio', { name: 'Busy' }).click();
    await trayTurns(workplace.desktop, 'red', 20_000);
    expect(await workplace.openedPages()).toHaveLength(1);
  });

  it.each<readonly [row: string, settings: Partial<Profile>, line: RegExp, isGivenUp: boolean]>([
    ['row 14: seconds', { retryAfterSeconds: 2.128 }, /trying again in [0-3] s/, false],
    ['row 15: a date', { retryAfterSeconds: 3, isRetryAfterDate: true }, /trying again in [0-4] s/, false],
    ['row 16: nothing', { retryAfterText: '0' }, /trying again in [01] s/, false],
    ['row 16: a word', { retryAfterText: 'abc' }, /trying again in \d+ s/, true],
    ['row 16: thirty years', { retryAfterText: '1000000000' }, /trying again in (900|8\d\d) s/, true],
  ])('[N2] %s as Retry-After: the wait is told, bounded, and can be given up', async (...fault) => {
    const [, settings, line, isGivenUp] = fault;
    workplace.simulator.setProfile({ name: 'throttled429', times: 1, ...settings });
    await choose('Busy', null);
    const page = await launched.popup();
    await page.getByRole('contentinfo').filter({ hasText: line }).waitFor();
    if (!isGivenUp) {
      await trayTurns(workplace.desktop, 'red', 15_000);
      return;
    }
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('contentinfo').filter({ hasNotText: line }).waitFor();
    expect([await trayColour(workplace.desktop), shown()]).toEqual(['green', 'Available']);
  });
});
