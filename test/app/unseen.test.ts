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
  const becomes = (wanted: string) =>
    app.untilPage(`a page that is ${wanted}`, 'document.visibilityState', ({ value }) => value === wanted);
  await becomes('hidden');
  await clickTray(desktop);
  expect((await becomes('visible')).isShown).toBe(true);
  await clickTray(desktop);
  expect((await becomes('hidden')).isShown).toBe(false);
});
