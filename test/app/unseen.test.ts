import { afterEach, expect, it } from 'vitest';
import { type Desktop, startDesktop } from '../../build/desktop.mjs';
import { clickTray, trayTurns } from '../desktop/tray.ts';
import { launchUnwatched } from './unwatched.ts';

let desktop: Desktop;
afterEach(() => desktop.stop());

it('a page knows whether it is seen, also before it is shown for the first time', async () => {
  desktop = await startDesktop();
  const app = launchUnwatched(desktop);
  await trayTurns(desktop, 'green');
  const script = `document.documentElement.hasAttribute('data-unseen')`;
  const becomes = (wanted: 'seen' | 'unseen') =>
    app.untilPage(`a page that is ${wanted}`, script, ({ value }) => value === (wanted === 'unseen'));
  expect((await becomes('unseen')).isShown).toBe(false);
  await clickTray(desktop);
  expect((await becomes('seen')).isShown).toBe(true);
  await clickTray(desktop);
  expect((await becomes('unseen')).isShown).toBe(false);
});
